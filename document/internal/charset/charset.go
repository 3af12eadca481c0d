// Package charset decodes the encodings in which Chinese documents come: UTF-8,
// UTF-16 and GB18030 (and so GBK and GB2312), and keeps for every character the
// bytes on which it stands.
//
// It tells the encodings apart by what the bytes say. What a format declares
// about itself is the business of its reader.
package charset

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"gangmu/document"
)

// Source is a decoded text that knows where it stands in the file.
type Source struct {
	S        string
	Encoding string
	Replaced int // byte sequences that fit no character

	base     int64              // length of the byte order mark
	segments []document.Segment // of S; nil where S is the file from base on
	near     int                // segment at which the last look-up ended
}

var (
	markUTF8 = []byte("\xef\xbb\xbf")
	markLE   = []byte("\xff\xfe")
	markBE   = []byte("\xfe\xff")
)

// Decode decodes data from one of the encodings that Detect names. Any other,
// "" as well, is an error for people.
func Decode(data []byte, encoding string, budget *document.Budget) (*Source, error) {
	src := &Source{Encoding: encoding}
	var err error
	switch encoding {
	case UTF8:
		rest := bytes.TrimPrefix(data, markUTF8)
		src.base = int64(len(data) - len(rest))
		src.utf8(rest)
	case UTF16LE:
		err = src.units(data, markLE, utf16Unit(binary.LittleEndian), budget)
	case UTF16BE:
		err = src.units(data, markBE, utf16Unit(binary.BigEndian), budget)
	case GB18030:
		err = src.units(data, nil, gb18030Unit, budget)
	default:
		err = unknown()
	}
	if err != nil {
		return nil, err
	}
	return src, budget.Expand(int64(len(src.S)))
}

func unknown() error {
	return &document.Error{
		Code:      document.CodeUnknown,
		Message:   "认不出这个文件：既不是已知的文件格式，也不是 UTF-8、UTF-16 或 GB18030（GBK）编码的文本。请用 Word 或 WPS 打开后另存为 docx，或存为 UTF-8 文本。",
		MessageEn: "This file is neither a known format nor text in UTF-8, UTF-16 or GB18030 (GBK). Open it in Word or WPS and save it as docx, or as UTF-8 text.",
	}
}

// utf8 takes data as it is, or with its few broken bytes replaced.
func (src *Source) utf8(data []byte) {
	if utf8.Valid(data) {
		src.S = string(data)
		return
	}
	var m mapper
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			src.Replaced++
		}
		m.add(r, src.base+int64(i), n)
		i += n
	}
	src.S, src.segments = string(m.buf), m.segments
}

// units decodes data character by character and notes where each stands.
func (src *Source) units(data, mark []byte, unit func([]byte) (rune, int), budget *document.Budget) error {
	if len(mark) > 0 && bytes.HasPrefix(data, mark) {
		src.base = int64(len(mark))
	}
	m := mapper{buf: make([]byte, 0, len(data)+len(data)/2)}
	for i := int(src.base); i < len(data); {
		r, n := unit(data[i:])
		if r == utf8.RuneError {
			src.Replaced++
		}
		m.add(r, int64(i), n)
		i += n
		if int64(len(m.buf)) > budget.Left() {
			return budget.Expand(int64(len(m.buf)))
		}
		if len(m.segments) > budget.Limits().Places {
			return budget.Place(len(m.segments))
		}
	}
	src.S, src.segments = string(m.buf), m.segments
	return nil
}

// mapper collects characters and begins a segment wherever their width changes.
type mapper struct {
	buf      []byte
	segments []document.Segment
	step, n  int // widths of the last character in buf and in the source
}

func (m *mapper) add(r rune, at int64, n int) {
	before := len(m.buf)
	m.buf = utf8.AppendRune(m.buf, r)
	if step := len(m.buf) - before; step != m.step || n != m.n {
		m.step, m.n = step, n
		m.segments = append(m.segments, document.Segment{Offset: before, Source: at, Step: uint16(step), SourceStep: uint16(n)})
	}
}

// Verbatim adds S[from:to] to b.
func (src *Source) Verbatim(b *document.Builder, from, to int) {
	if src.segments == nil {
		b.Verbatim(src.S[from:to], 0, src.base+int64(from))
		return
	}
	b.Mapped(src.S[from:to], src.place(from, to)...)
}

// Written adds s to b, for the characters S[from:to], of which there is one at
// least.
func (src *Source) Written(b *document.Builder, s string, from, to int) {
	if src.segments == nil {
		b.Written(s, 0, src.base+int64(from), to-from)
		return
	}
	places := document.Text{S: src.S[from:to], Segments: src.place(from, to)}.Source(0, to-from)
	b.Written(s, 0, places[0].Start, int(places[len(places)-1].End-places[0].Start))
}

// Unwritten adds s to b, which readers see before S[at:] although the file does
// not say it.
func (src *Source) Unwritten(b *document.Builder, s string, at int) {
	if s == "" {
		return
	}
	source := src.base + int64(at)
	if src.segments != nil {
		source = src.place(at, at+1)[0].Source
	}
	b.Unwritten(s, 0, source)
}

// place lists the segments of S[from:to], with offsets from from on.
func (src *Source) place(from, to int) []document.Segment {
	g := src.segments
	if src.near >= len(g) || g[src.near].Offset > from {
		src.near = 0
	}
	for src.near+1 < len(g) && g[src.near+1].Offset <= from {
		src.near++
	}
	return document.Text{S: src.S, Segments: g[src.near:]}.Slice(from, to).Segments
}
