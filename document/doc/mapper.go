package doc

import (
	"unicode/utf16"
	"unicode/utf8"

	"gangmu/document"
)

// latin are the characters 0x80 to 0x9F of text in single bytes; all others are
// those of Unicode.
var latin = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// unit is the character at the beginning of b and its size in bytes.
func unit(b raw, wide bool) (rune, int) {
	if !wide {
		if c := b[0]; c < 0x80 || c > 0x9F {
			return rune(c), 1
		}
		return latin[b[0]-0x80], 1
	}
	r := rune(b.u16(0))
	if !utf16.IsSurrogate(r) {
		return r, min(2, len(b))
	}
	if pair := utf16.DecodeRune(r, rune(b.u16(2))); pair != utf8.RuneError && len(b) >= 4 {
		return pair, 4
	}
	return utf8.RuneError, min(2, len(b))
}

// mapper collects characters and begins a segment wherever their widths change.
type mapper struct {
	buf      []byte
	segments []document.Segment
}

// add adds a character that takes n bytes of the source at an offset.
func (m *mapper) add(r rune, at, n int) {
	before := len(m.buf)
	m.buf = utf8.AppendRune(m.buf, r)
	m.place(before, at, n)
}

// write adds what the source shows in n bytes at an offset.
func (m *mapper) write(s string, at, n int) {
	before := len(m.buf)
	m.buf = append(m.buf, s...)
	m.place(before, at, n)
}

func (m *mapper) place(before, at, n int) {
	g := document.Segment{Offset: before, Source: int64(at), Step: uint16(len(m.buf) - before), SourceStep: uint16(n)}
	if k := len(m.segments); k > 0 {
		last := m.segments[k-1]
		if last.Step == g.Step && last.SourceStep == g.SourceStep && g.Step > 0 &&
			last.Source+int64((before-last.Offset)/int(last.Step)*n) == g.Source {
			return
		}
	}
	m.segments = append(m.segments, g)
}

// decode adds text as it is.
func (m *mapper) decode(b raw, at int, wide bool) {
	for i := 0; i < len(b); {
		r, n := unit(b[i:], wide)
		m.add(r, at+i, n)
		i += n
	}
}
