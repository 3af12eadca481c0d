package vet

import (
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/span"
)

// Coverage says what became of every number of the report: a document in which
// nothing could be checked must never look clean. The four answers add up to
// Numbers.
type Coverage struct {
	Numbers  int `json:"numbers"`
	Agreed   int `json:"agreed"`   // fits another statement or its arithmetic
	Differed int `json:"differed"` // a finding names it
	// Unchecked: Alone could be read, but nothing else speaks of the same thing;
	// of the others it could not be told for sure what they count.
	Unchecked int `json:"unchecked"`
	Alone     int `json:"alone"`
	Ignored   int `json:"ignored"` // no statement: a date, a numbering, a number in a name
}

// cover looks at every number of the running text and of the indicator tables.
func cover(r *Reading, findings []Finding, agreed []Mark) Coverage {
	var differed []Mark
	for _, f := range findings {
		if len(f.Values) > 0 {
			differed = append(differed, f.Marks...)
		}
	}
	wrong, right := indexOf(differed), indexOf(agreed)
	var read []Mark
	for _, c := range r.Claims {
		if c.Sure {
			read = append(read, Mark{Span: c.Span})
		}
	}
	alone := indexOf(read)
	var c Coverage
	count := func(s span.Span) {
		c.Numbers++
		switch {
		case wrong.holds(s):
			c.Differed++
		case right.holds(s):
			c.Agreed++
		default:
			c.Unchecked++
			if alone.holds(s) {
				c.Alone++
			}
		}
	}
	for i := range r.Lines {
		t := r.Lines[i].Text
		for _, m := range r.Lines[i].Mentions() {
			if m.Kind != quantity.Amount || r.Lines[i].Part == extract.Glossary {
				c.Numbers++
				c.Ignored++
				continue
			}
			count(t.Span(m.Start, m.End))
		}
	}
	for _, claim := range r.Claims {
		if claim.Table {
			count(claim.Span)
		}
	}
	return c
}

// places are marks by the line that they begin on.
type places map[int][]span.Span

func indexOf(marks []Mark) places {
	out := places{}
	for _, m := range marks {
		if m.File == "" {
			for line := m.Span.Line; line <= m.Span.EndLine; line++ {
				out[line] = append(out[line], m.Span)
			}
		}
	}
	return out
}

// holds reports a mark that shares a character with s.
func (p places) holds(s span.Span) bool {
	for _, m := range p[s.Line] {
		if m.Block != s.Block {
			continue
		}
		before := m.EndLine < s.Line || m.EndLine == s.Line && m.EndColumn <= s.Column
		after := m.Line > s.EndLine || m.Line == s.EndLine && m.Column >= s.EndColumn
		if !before && !after {
			return true
		}
	}
	return false
}
