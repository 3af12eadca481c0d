package document

import "unicode/utf8"

// markEvery is the distance of the marks in a long line, in bytes.
const markEvery = 512

// Builder puts a Text together from pieces of source. It can be used again
// after Text; the texts share its memory in large chunks, which saves two
// allocations for each of the many small texts of a document.
// The zero Builder is ready.
type Builder struct {
	// Budget, if there is one, counts the marks and segments. Whoever builds a
	// text out of many pieces asks it now and then whether it is used up.
	Budget *Budget

	whole    string // all there is, as long as there is one piece
	buf      []byte // otherwise
	lines    []LineMark
	segments []Segment

	lineChunk    []LineMark
	segmentChunk []Segment
}

// Len is the length of the text so far.
func (b *Builder) Len() int {
	if b.whole != "" {
		return len(b.whole)
	}
	return len(b.buf)
}

// Place says where the next characters stand.
func (b *Builder) Place(line, column int, block string) {
	m := LineMark{b.Len(), line, column, block}
	if n := len(b.lines); n > 0 && b.lines[n-1].Offset == m.Offset {
		b.lines[n-1] = m
		return
	}
	b.lines = append(b.lines, m)
	b.count()
}

func (b *Builder) count() {
	if b.Budget != nil {
		b.Budget.places++
	}
}

// Verbatim adds s, which stands in the source just so.
func (b *Builder) Verbatim(s string, part uint16, source int64) {
	b.Mapped(s, Segment{Source: source, Part: part, Step: 1, SourceStep: 1})
}

// Written adds s, which is written in the source as n bytes, such as an
// entity or an element.
func (b *Builder) Written(s string, part uint16, source int64, n int) {
	b.Mapped(s, Segment{Source: source, Part: part, Step: uint16(len(s)), SourceStep: uint16(min(n, 1<<16-1))})
}

// Unwritten adds s, which readers see at this place although the source does
// not write it.
func (b *Builder) Unwritten(s string, part uint16, source int64) {
	b.Mapped(s, Segment{Source: source, Part: part, Step: 1})
}

// Mapped adds s, whose characters stand where the segments say; their offsets
// count from the beginning of s.
func (b *Builder) Mapped(s string, segments ...Segment) {
	if s == "" {
		return
	}
	at := b.Len()
	switch {
	case at == 0:
		b.whole = s
	case b.whole != "":
		b.buf = append(append(b.buf[:0], b.whole...), s...)
		b.whole = ""
	default:
		b.buf = append(b.buf, s...)
	}
	for _, g := range segments {
		g.Offset += at
		if n := len(b.segments); n > 0 && b.segments[n-1].continues(g) {
			continue
		}
		b.segments = append(b.segments, g)
		b.count()
	}
}

// continues reports whether next says nothing that g does not say.
func (g Segment) continues(next Segment) bool {
	if g.Part != next.Part || g.Step != next.Step || g.SourceStep != next.SourceStep || g.Step == 0 {
		return false
	}
	return (next.Offset-g.Offset)%int(g.Step) == 0 && g.skip(next.Offset-g.Offset).Source == next.Source
}

// Add adds a finished text with its places.
func (b *Builder) Add(t Text) {
	at := b.Len()
	for _, m := range t.Lines {
		m.Offset += at
		b.lines = append(b.lines, m)
	}
	b.Mapped(t.S, t.Segments...)
}

// Text is the text, and empties the builder.
func (b *Builder) Text() Text {
	s := b.whole
	if s == "" {
		s = string(b.buf)
	}
	t := Text{S: s, Lines: b.takeLines(s), Segments: take(&b.segmentChunk, b.segments)}
	b.whole, b.buf, b.lines, b.segments = "", b.buf[:0], b.lines[:0], b.segments[:0]
	return t
}

func (b *Builder) takeLines(s string) []LineMark {
	if len(s) <= markEvery {
		return take(&b.lineChunk, b.lines)
	}
	var out []LineMark
	for i, m := range b.lines {
		end := len(s)
		if i+1 < len(b.lines) {
			end = b.lines[i+1].Offset
		}
		out = append(out, m)
		for m.Offset+markEvery < end {
			next := m.Offset + markEvery
			for !utf8.RuneStart(s[next]) && next > m.Offset+markEvery-utf8.UTFMax {
				next--
			}
			m.Column += utf8.RuneCountInString(s[m.Offset:next])
			m.Offset = next
			out = append(out, m)
		}
	}
	return out
}

// take copies v to the end of a chunk and returns the copy.
func take[T any](chunk *[]T, v []T) []T {
	if len(v) == 0 {
		return nil
	}
	if cap(*chunk)-len(*chunk) < len(v) {
		*chunk = make([]T, 0, max(256, len(v)))
	}
	at := len(*chunk)
	*chunk = append(*chunk, v...)
	return (*chunk)[at:len(*chunk):len(*chunk)]
}
