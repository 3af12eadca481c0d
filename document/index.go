package document

import "gangmu/span"

// Index finds the characters that stand on a span, which knows only lines and
// columns.
type Index struct {
	byLine map[int][]Text
}

// Stretch is Text.S[Start:End].
type Stretch struct {
	Text       Text
	Start, End int
}

// String is the words of the stretch.
func (s Stretch) String() string { return s.Text.S[s.Start:s.End] }

// NewIndex indexes all paragraphs of d, those in cells, boxes and notes as well.
func NewIndex(d *Document) *Index {
	x := &Index{byLine: map[int][]Text{}}
	for b := range d.Paragraphs() {
		x.add(b.Text)
	}
	for _, n := range d.Notes {
		x.add(n.Text)
	}
	return x
}

func (x *Index) add(t Text) {
	s := t.Whole()
	for line := s.Line; line <= s.EndLine && line > 0; line++ {
		x.byLine[line] = append(x.byLine[line], t)
	}
}

// Find lists the stretches on which s stands, one for each paragraph that it
// touches, in order. It is empty if no character stands there.
func (x *Index) Find(s span.Span) []Stretch {
	var out []Stretch
	for _, t := range x.byLine[s.Line] {
		start := t.Offset(s.Line, s.Column)
		if start < 0 || start == len(t.S) {
			continue
		}
		if end := t.Offset(s.EndLine, s.EndColumn); end >= start {
			return []Stretch{{t, start, end}}
		}
		out = append(out, Stretch{t, start, len(t.S)})
		break
	}
	if len(out) == 0 {
		return nil
	}
	last := out[0].Text.Whole().EndLine
	for line := last + 1; line <= s.EndLine && len(out) < mostStretches; line++ {
		for _, t := range x.byLine[line] {
			if t.Whole().Line != line {
				continue // seen on an earlier line
			}
			end := len(t.S)
			if at := t.Offset(s.EndLine, s.EndColumn); at >= 0 {
				end = at
			}
			out = append(out, Stretch{t, 0, end})
		}
	}
	return out
}

// mostStretches bounds what a span that covers a whole document gives.
const mostStretches = 1000
