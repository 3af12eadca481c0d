package text

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"gangmu/document"
)

// source is the decoded text and where it stands in the file.
type source struct {
	s        string
	encoding string
	base     int64              // length of the byte order mark
	segments []document.Segment // of s; nil where s is the file from base on
	near     int                // segment at which the last look-up ended
	replaced int                // byte sequences that fit no character
	comments bool               // s holds the beginning of a comment
}

var (
	markUTF8 = []byte("\xef\xbb\xbf")
	markLE   = []byte("\xff\xfe")
	markBE   = []byte("\xfe\xff")
)

// decode finds out the encoding of data and decodes it.
func decode(data []byte, budget *document.Budget) (source, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return source{}, document.NoText()
	}
	src, err := decodeAs(data, detect(data), budget)
	if err != nil {
		return source{}, err
	}
	src.comments = strings.Contains(src.s, commentStart) && strings.Contains(src.s, commentEnd)
	return src, budget.Expand(int64(len(src.s)))
}

func decodeAs(data []byte, encoding string, budget *document.Budget) (source, error) {
	switch encoding {
	case "utf-8":
		rest := bytes.TrimPrefix(data, markUTF8)
		src := source{encoding: encoding, base: int64(len(data) - len(rest))}
		return src.utf8(rest), nil
	case "utf-16le":
		return decodeUnits(data, markLE, encoding, utf16Unit(binary.LittleEndian), budget)
	case "utf-16be":
		return decodeUnits(data, markBE, encoding, utf16Unit(binary.BigEndian), budget)
	case "gb18030":
		return decodeUnits(data, nil, encoding, gb18030Unit, budget)
	}
	return source{}, &document.Error{
		Code:      document.CodeUnknown,
		Message:   "认不出这个文件：既不是已知的文件格式，也不是 UTF-8、UTF-16 或 GB18030（GBK）编码的文本。请用 Word 或 WPS 打开后另存为 docx，或存为 UTF-8 文本。",
		MessageEn: "This file is neither a known format nor text in UTF-8, UTF-16 or GB18030 (GBK). Open it in Word or WPS and save it as docx, or as UTF-8 text.",
	}
}

// utf8 takes data as it is, or with its few broken bytes replaced.
func (src source) utf8(data []byte) source {
	if utf8.Valid(data) {
		src.s = string(data)
		return src
	}
	var m mapper
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			src.replaced++
		}
		m.add(r, src.base+int64(i), n)
		i += n
	}
	src.s, src.segments = string(m.buf), m.segments
	return src
}

// decodeUnits decodes data character by character and notes where each stands.
func decodeUnits(data, mark []byte, encoding string, unit func([]byte) (rune, int), budget *document.Budget) (source, error) {
	src := source{encoding: encoding}
	if len(mark) > 0 && bytes.HasPrefix(data, mark) {
		src.base = int64(len(mark))
	}
	m := mapper{buf: make([]byte, 0, len(data)+len(data)/2)}
	for i := int(src.base); i < len(data); {
		r, n := unit(data[i:])
		if r == utf8.RuneError {
			src.replaced++
		}
		m.add(r, int64(i), n)
		i += n
		if int64(len(m.buf)) > budget.Left() {
			return src, budget.Expand(int64(len(m.buf)))
		}
		if len(m.segments) > budget.Limits().Places {
			return src, budget.Place(len(m.segments))
		}
	}
	src.s, src.segments = string(m.buf), m.segments
	return src, nil
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

// mapped adds s[from:to] to the text that is being built.
func (r *reader) mapped(from, to int) {
	if r.segments == nil {
		r.build.Verbatim(r.s[from:to], 0, r.base+int64(from))
		return
	}
	r.build.Mapped(r.s[from:to], r.place(from, to)...)
}

// written adds s for the characters s[from:to] of the source.
func (r *reader) written(s string, from, to int) {
	if r.segments == nil {
		r.build.Written(s, 0, r.base+int64(from), to-from)
		return
	}
	places := document.Text{S: r.s[from:to], Segments: r.place(from, to)}.Source(0, to-from)
	r.build.Written(s, 0, places[0].Start, int(places[len(places)-1].End-places[0].Start))
}

// place lists the segments of s[from:to], with offsets from from on.
func (r *reader) place(from, to int) []document.Segment {
	g := r.segments
	if r.near >= len(g) || g[r.near].Offset > from {
		r.near = 0
	}
	for r.near+1 < len(g) && g[r.near+1].Offset <= from {
		r.near++
	}
	return document.Text{S: r.s, Segments: g[r.near:]}.Slice(from, to).Segments
}
