package doc

import (
	"context"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"gangmu/document"
	"gangmu/document/internal/compound/compoundtest"
)

// made is a document that a test makes.
type made struct {
	body      []para
	footnotes []para // each is a note
	boxes     []para // each is the text of the shape 100, 101, ...
	styles    []madeStyle
	layouts   [][]madeLevel // lists 1, 2, ... have them
	starts    map[int]int   // what list 2, ... on the layout of list 1 begins with
	anchors   []int         // positions of the shapes 100, 101, ... in the body
	fib       func(raw)     // last changes
	data      string        // the stream of long settings
}

// para is a paragraph: its runs, its mark and its settings.
type para struct {
	runs  []madeRun
	mark  string
	style int
	set   string
}

// madeRun is text of one formatting. It becomes a piece of its own.
type madeRun struct{ s, set string }

type madeStyle struct {
	name         string
	number, base int
	set, charSet string
}

type madeLevel struct {
	format int
	text   string
}

// op is a setting.
func op(code int, value ...byte) string {
	return string([]byte{byte(code), byte(code >> 8)}) + string(value)
}

func p(s string, set ...string) para {
	return para{runs: []madeRun{{s, ""}}, mark: "\r", set: strings.Join(set, "")}
}

func runsOf(runs ...madeRun) para { return para{runs: runs, mark: "\r"} }

// tc is a paragraph that ends a cell.
func tc(s string) para { return para{runs: []madeRun{{s, ""}}, mark: "\a", set: op(inTable, 1)} }

// tr ends a row whose cells have these edges and flags.
func tr(edges []int, flags []int, more ...string) para {
	value := []byte{byte(len(flags))}
	for _, e := range edges {
		value = binary.LittleEndian.AppendUint16(value, uint16(e))
	}
	for _, f := range flags {
		value = append(binary.LittleEndian.AppendUint16(value, uint16(f)), make([]byte, cellSize-2)...)
	}
	set := op(inTable, 1) + op(rowEnd, 1) + op(rowCells, byte(len(value)+1), 0) + string(value) + strings.Join(more, "")
	return para{runs: []madeRun{{"", ""}}, mark: "\a", set: set}
}

// inner moves a paragraph into a table within a table.
func inner(p para) para {
	p.set += op(tableDepth, 2, 0, 0, 0)
	if p.mark == "\a" {
		p.mark = "\r"
		p.set += op(innerCellEnd, 1)
	}
	p.set = strings.ReplaceAll(p.set, op(rowEnd, 1), op(innerRowEnd, 1))
	return p
}

// maker puts the streams together.
type maker struct {
	main, table []byte
	cp          int
	positions   []int // of pieces
	pieces      []byte
	chars       []madeFormat
	paras       []madeFormat
}

// madeFormat is the formatting up to an offset.
type madeFormat struct {
	from int
	set  string
}

func (m *maker) text(s, set string) {
	if s == "" {
		return
	}
	m.positions = append(m.positions, m.cp)
	narrow := make([]byte, 0, len(s))
	for _, r := range s {
		at := strings.IndexRune(string(latin[:]), r)
		switch {
		case at >= 0 && r >= 0x100:
			narrow = append(narrow, byte(0x80+len([]rune(string(latin[:])[:at]))))
		case r < 0x80 || r >= 0xA0 && r < 0x100:
			narrow = append(narrow, byte(r))
		}
	}
	m.chars = append(m.chars, madeFormat{len(m.main), set})
	fc := len(m.main)
	if units := utf16.Encode([]rune(s)); len(narrow) != len([]rune(s)) {
		for _, u := range units {
			m.main = binary.LittleEndian.AppendUint16(m.main, u)
		}
		m.cp += len(units)
	} else {
		fc = fc*2 | 1<<30
		m.main = append(m.main, narrow...)
		m.cp += len(narrow)
	}
	m.pieces = append(binary.LittleEndian.AppendUint32(append(m.pieces, 0, 0), uint32(fc)), 0, 0)
}

func (m *maker) story(paras []para) (starts []int) {
	for _, p := range paras {
		starts = append(starts, m.cp)
		m.paras = append(m.paras, madeFormat{len(m.main), string([]byte{byte(p.style), byte(p.style >> 8)}) + p.set})
		for i, r := range p.runs {
			if i == len(p.runs)-1 {
				r.s += p.mark
			}
			m.text(r.s, r.set)
		}
	}
	return append(starts, m.cp)
}

// pages writes the pages of formatting, one for each stretch, and is their list.
func (m *maker) pages(formats []madeFormat, end, item int) (list []byte) {
	m.main = append(m.main, make([]byte, -len(m.main)&(pageSize-1))...)
	var numbers []byte
	for i, f := range formats {
		to := end
		if i+1 < len(formats) {
			to = formats[i+1].from
		}
		page := make([]byte, pageSize)
		binary.LittleEndian.PutUint32(page, uint32(f.from))
		binary.LittleEndian.PutUint32(page[4:], uint32(to))
		page[pageSize-1] = 1
		const at = 64
		page[8] = at / 2
		if item == 1 {
			page[at] = byte(len(f.set))
			copy(page[at+1:], f.set)
		} else {
			page[at+1] = byte((len(f.set) + 1) / 2)
			copy(page[at+2:], f.set)
		}
		list = binary.LittleEndian.AppendUint32(list, uint32(f.from))
		numbers = binary.LittleEndian.AppendUint32(numbers, uint32(len(m.main)/pageSize))
		m.main = append(m.main, page...)
	}
	list = binary.LittleEndian.AppendUint32(list, uint32(end))
	return append(list, numbers...)
}

// part adds a part of the table stream, with what follows it uncounted.
func (m *maker) part(i int, b []byte, behind ...byte) {
	binary.LittleEndian.PutUint32(m.main[pairsAt+8*i:], uint32(len(m.table)))
	binary.LittleEndian.PutUint32(m.main[pairsAt+8*i+4:], uint32(len(b)))
	m.table = append(append(m.table, b...), behind...)
}

func u32s(all ...int) (b []byte) {
	for _, n := range all {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return b
}

func u16s(all ...int) (b []byte) {
	for _, n := range all {
		b = binary.LittleEndian.AppendUint16(b, uint16(n))
	}
	return b
}

// file is the document as a compound file.
func (d made) file() []byte {
	m := &maker{main: make([]byte, 1024)}
	copy(m.main, u16s(0xA5EC, word97))
	binary.LittleEndian.PutUint16(m.main[0x0A:], table1)
	count := func(i, n int) { binary.LittleEndian.PutUint32(m.main[countsAt+4*i:], uint32(n)) }
	m.story(d.body)
	body := m.cp
	count(3, body)
	notes := m.story(d.footnotes)
	count(4, m.cp-body)
	before := m.cp
	boxes := m.story(d.boxes)
	count(9, m.cp-before)
	end := len(m.main)
	positions := u32s(append(m.positions, m.cp)...)
	m.part(piecesPart, append(append([]byte{2}, u32s(len(positions)+len(m.pieces))...), append(positions, m.pieces...)...))
	m.part(characterPages, m.pages(m.chars, end, 1))
	m.part(paragraphPages, m.pages(m.paras, end, 13))
	m.part(stylesPart, styleSheet(d.styles))
	m.lists(d)
	if len(d.footnotes) > 0 {
		m.part(footnotesPart, u32s(append(less(notes, body), m.cp)...))
	}
	if len(d.anchors) > 0 {
		anchors, texts := u32s(append(d.anchors, body)...), u32s(less(boxes, before)...)
		for i := range d.anchors {
			anchors = append(append(anchors, u32s(100+i)...), make([]byte, anchorSize-4)...)
		}
		for i := range d.boxes {
			texts = append(append(append(texts, make([]byte, 14)...), u32s(100+i)...), 0, 0, 0, 0)
		}
		m.part(anchorsPart, anchors)
		m.part(boxesPart, texts)
	}
	if d.fib != nil {
		d.fib(m.main)
	}
	return compoundtest.Pack(map[string][]byte{"WordDocument": m.main, "1Table": m.table, "Data": []byte(d.data)})
}

func less(all []int, by int) []int {
	out := make([]int, len(all))
	for i := range all {
		out[i] = all[i] - by
	}
	return out
}

// read reads a made document, which must be readable.
func read(t testing.TB, d made) *document.Document {
	t.Helper()
	data := d.file()
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, data, doc)
	return doc
}

// lines are the paragraphs of a document.
func lines(doc *document.Document) (out []string) {
	for b := range doc.Paragraphs() {
		out = append(out, b.Text.S)
	}
	return out
}
