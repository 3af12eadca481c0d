// Package typeset draws documents on pages, for the tests of whatever reads
// pages: what is drawn must read as what was written.
//
// It knows as much of typesetting as official documents need: Chinese
// characters are as wide as high, others half as wide; lines break anywhere but
// within words and before closing marks. It is used by tests only.
package typeset

import (
	"strings"

	"gangmu/document/internal/page"
)

// Sheet is a page that is being drawn.
type Sheet struct{ page.Page }

// A4 is an empty page, upright.
func A4() *Sheet { return &Sheet{page.Page{Width: 595, Height: 842}} }

// Write writes s from x on, its line at the height y, and returns where it ends.
func (s *Sheet) Write(x, y, size float64, text string) (end float64) {
	for _, r := range text {
		w := Width(r) * size
		s.Glyphs = append(s.Glyphs, page.Glyph{
			Box:    page.Box{X0: x, Y0: y - 0.88*size, X1: x + w, Y1: y + 0.12*size},
			Text:   string(r),
			Size:   size,
			Source: int64(len(s.Glyphs)),
		})
		x += w
	}
	return x
}

// Centre writes s in the middle between two places.
func (s *Sheet) Centre(x0, x1, y, size float64, text string) {
	s.Write((x0+x1-Measure(text)*size)/2, y, size, text)
}

// Rule draws a line.
func (s *Sheet) Rule(x0, y0, x1, y1 float64) {
	s.Rules = append(s.Rules, page.Between(x0, y0, x1, y1))
}

// Frame draws the four sides of a box.
func (s *Sheet) Frame(x0, y0, x1, y1 float64) {
	s.Rule(x0, y0, x1, y0)
	s.Rule(x0, y1, x1, y1)
	s.Rule(x0, y0, x0, y1)
	s.Rule(x1, y0, x1, y1)
}

// Width is how wide r is, in sizes.
func Width(r rune) float64 {
	if r < 0x80 {
		return 0.5
	}
	return 1
}

// Measure is how wide text is, in sizes.
func Measure(text string) (w float64) {
	for _, r := range text {
		w += Width(r)
	}
	return w
}

// Break breaks text into lines of at most width, the first of which has indent
// less, in sizes.
func Break(text string, width, indent float64) []string {
	var lines []string
	var line strings.Builder
	used := indent
	for _, word := range words(text) {
		w := Measure(word)
		if used+w > width && line.Len() > 0 {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if line.Len() == 0 && len(lines) > 0 {
			word = strings.TrimLeft(word, " ")
			w = Measure(word)
		}
		line.WriteString(word)
		used += w
	}
	return append(lines, line.String())
}

// words parts text where lines may break.
func words(text string) []string {
	var out []string
	before := rune(0)
	for _, r := range text {
		joined := before != 0 && (ascii(before) && ascii(r) && before != ' ' || strings.ContainsRune(closing, r) || strings.ContainsRune(opening, before))
		if joined {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		before = r
	}
	return out
}

const (
	closing = "，。、；：！？）》”’】%％"
	opening = "（《“‘【"
)

func ascii(r rune) bool { return r < 0x80 }
