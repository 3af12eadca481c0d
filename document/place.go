package document

import (
	"math/bits"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/span"
)

// Text is a string that knows where each of its characters stands.
type Text struct {
	S        string
	Lines    []LineMark // in order of Offset; the first has Offset 0
	Segments []Segment  // in order of Offset; the first has Offset 0
}

// LineMark says that from byte Offset of S on (up to the next mark) characters
// stand on Line from Column on. Readers put a mark every few hundred bytes of a
// long line, so that finding a place never counts a whole chapter.
type LineMark struct {
	Offset       int
	Line, Column int
	Block        string
}

// Segment says that from byte Offset of S on, each Step bytes of S stand on
// SourceStep bytes of the source, beginning at Source. SourceStep 0 means
// characters that are not printed in the source (automatic numbering).
type Segment struct {
	Offset     int
	Source     int64
	Part       uint16
	Step       uint16
	SourceStep uint16
}

// Range is a stretch of bytes of a source part.
type Range struct {
	Part       uint16
	Start, End int64
}

// Span is the place of S[start:end]. It ends after the last character that it
// holds, not where the next one happens to stand.
func (t Text) Span(start, end int) span.Span {
	if len(t.Lines) == 0 {
		return span.Span{}
	}
	first := t.mark(start + 1)
	last := t.mark(max(end, start+1))
	return span.Span{
		Line: first.Line, Column: t.column(first, start),
		EndLine: last.Line, EndColumn: t.column(last, max(end, start)),
		Block: first.Block,
	}
}

// Whole is the place of all of S.
func (t Text) Whole() span.Span { return t.Span(0, len(t.S)) }

// mark is the last mark before offset, or the first.
func (t Text) mark(offset int) LineMark {
	i := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Offset >= offset })
	return t.Lines[max(i-1, 0)]
}

func (t Text) column(m LineMark, offset int) int {
	offset = min(offset, len(t.S))
	if offset <= m.Offset {
		return m.Column
	}
	return m.Column + characters(t.S[m.Offset:offset])
}

// characters is the number of characters of s: of the bytes that begin one.
func characters(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		// of each byte the highest bit is set where it is 10xxxxxx
		b := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(b & ^(b << 1) & 0x8080808080808080)
	}
	for i := range len(s) {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// Slice is S[start:end] with its places.
func (t Text) Slice(start, end int) Text {
	if start == 0 && end == len(t.S) {
		return t
	}
	out := Text{S: t.S[start:end]}
	if len(t.Lines) > 0 {
		m := t.mark(start + 1)
		out.Lines = append(out.Lines, LineMark{0, m.Line, t.column(m, start), m.Block})
		next := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Offset > start })
		for ; next < len(t.Lines) && t.Lines[next].Offset < end; next++ {
			m := t.Lines[next]
			m.Offset -= start
			out.Lines = append(out.Lines, m)
		}
	}
	for i := t.segment(start); i < len(t.Segments) && t.Segments[i].Offset < end; i++ {
		g := t.Segments[i]
		if g.Offset < start {
			g = g.skip(start - g.Offset)
		}
		g.Offset -= start
		out.Segments = append(out.Segments, g)
	}
	return out
}

// Trim is t without white space at its ends.
func (t Text) Trim() Text {
	start := len(t.S) - len(strings.TrimLeftFunc(t.S, unicode.IsSpace))
	end := start + len(strings.TrimRightFunc(t.S[start:], unicode.IsSpace))
	return t.Slice(start, end)
}

// Source lists the bytes on which S[start:end] stands, in order, neighbours
// joined. Characters that the source does not print have none.
func (t Text) Source(start, end int) []Range {
	var out []Range
	for i := t.segment(start); i < len(t.Segments) && t.Segments[i].Offset < end; i++ {
		g := t.Segments[i]
		stop := end
		if i+1 < len(t.Segments) {
			stop = min(end, t.Segments[i+1].Offset)
		}
		if g.SourceStep == 0 || g.Step == 0 {
			continue
		}
		from := g.skip(max(start-g.Offset, 0)).Source
		units := (stop - g.Offset + int(g.Step) - 1) / int(g.Step)
		to := g.Source + int64(units)*int64(g.SourceStep)
		if n := len(out); n > 0 && out[n-1].Part == g.Part && out[n-1].End == from {
			out[n-1].End = to
		} else {
			out = append(out, Range{g.Part, from, to})
		}
	}
	return out
}

// Offset is where in S the character on a line and column stands, or the end of
// the text if it ends just there; -1 if the place is elsewhere.
func (t Text) Offset(line, column int) int {
	for i, m := range t.Lines {
		if m.Line != line || m.Column > column {
			continue
		}
		end := len(t.S)
		if i+1 < len(t.Lines) {
			end = t.Lines[i+1].Offset
		}
		at := m.Offset
		for n := column - m.Column; n > 0 && at < end; n-- {
			_, size := utf8.DecodeRuneInString(t.S[at:])
			at += size
		}
		if t.column(m, at) == column {
			return at
		}
	}
	return -1
}

// segment is the index of the segment that offset stands in.
func (t Text) segment(offset int) int {
	i := sort.Search(len(t.Segments), func(i int) bool { return t.Segments[i].Offset > offset })
	return max(i-1, 0)
}

// skip is g from n bytes of text later on.
func (g Segment) skip(n int) Segment {
	g.Offset += n
	if g.Step > 0 {
		g.Source += int64(n/int(g.Step)) * int64(g.SourceStep)
	}
	return g
}
