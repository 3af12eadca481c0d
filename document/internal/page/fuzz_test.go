package page_test

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/page"
)

// drawn reads any bytes as pages: six numbers for each thing that is drawn.
func drawn(data []byte) []page.Page {
	pages := []page.Page{{Width: 595, Height: 842}}
	for len(data) >= 12 {
		var v [6]float64
		for i := range v {
			v[i] = float64(int16(binary.LittleEndian.Uint16(data[2*i:]))) / 8
		}
		data = data[12:]
		p := &pages[len(pages)-1]
		box := page.Between(v[0], v[1], v[0]+v[2], v[1]+v[3])
		switch kind := int(math.Abs(v[4])) % 8; kind {
		case 0:
			pages = append(pages, page.Page{Width: v[0], Height: v[1]})
		case 1, 2:
			p.Rules = append(p.Rules, box)
		case 3:
			p.Pictures = append(p.Pictures, box)
		default:
			text := []string{"甲", "1", "、", " ", "一", "a", "（", "页"}[int(math.Abs(v[5]))%8]
			p.Glyphs = append(p.Glyphs, page.Glyph{Box: box, Text: text, Size: v[3], Turn: page.Turn(kind - 5), Source: int64(len(p.Glyphs))})
		}
	}
	return pages
}

// FuzzCompose holds that anything drawn is put together, or refused with an
// error for people, and that no drawn character is said twice.
func FuzzCompose(f *testing.F) {
	for _, d := range drawings {
		var seed []byte
		for _, p := range d.draw() {
			for _, g := range p.Glyphs {
				seed = appendDrawn(seed, g.Box, 5, float64(len(g.Text)))
			}
			for _, r := range p.Rules {
				seed = appendDrawn(seed, r, 1, 0)
			}
			seed = appendDrawn(seed, page.Box{X1: 595, Y1: 842}, 0, 0)
		}
		f.Add(seed)
	}
	tight := document.Limits{Blocks: 5_000, Cells: 5_000, Places: 100_000}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := page.Compose(context.Background(), "test", drawn(data), document.NewBudget(tight))
		var e *document.Error
		if err != nil {
			if !errors.As(err, &e) {
				t.Fatalf("not an error for people: %v", err)
			}
			return
		}
		said := map[document.Range]bool{}
		for b := range doc.Paragraphs() {
			if b.Text.S == "" {
				t.Fatal("a blank paragraph")
			}
			for _, r := range b.Text.Source(0, len(b.Text.S)) {
				for i := r.Start; i < r.End; i++ {
					one := document.Range{Part: r.Part, Start: i, End: i + 1}
					if said[one] {
						t.Fatalf("character %v is in two texts", one)
					}
					said[one] = true
				}
			}
		}
		for table := range doc.Tables() {
			table.Grid()
		}
	})
}

func appendDrawn(seed []byte, b page.Box, kind, text float64) []byte {
	for _, v := range []float64{b.X0, b.Y0, b.X1 - b.X0, b.Y1 - b.Y0, kind, text} {
		seed = binary.LittleEndian.AppendUint16(seed, uint16(int16(v*8)))
	}
	return seed
}
