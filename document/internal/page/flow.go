package page

import (
	"strings"
	"unicode/utf8"
)

// placed is a line with the frame that it stands in.
type placed struct {
	line
	frame
	column int
}

// paragraph is a list of lines, some of which the author has broken.
type paragraph struct {
	lines  []placed
	broken []bool // before the line of this index
}

// paragraphs puts lines together that are one paragraph. body is the size of
// running text.
func paragraphs(lines []placed, body float64) []paragraph {
	var out []paragraph
	for _, l := range lines {
		if n := len(out); n > 0 {
			if goesOn, broken := out[n-1].goesOn(l, body); goesOn {
				out[n-1].lines = append(out[n-1].lines, l)
				out[n-1].broken = append(out[n-1].broken, broken)
				continue
			}
		}
		out = append(out, paragraph{lines: []placed{l}, broken: []bool{false}})
	}
	return out
}

// goesOn reports whether next belongs to the paragraph, and whether the author
// broke the line before it.
func (p *paragraph) goesOn(next placed, body float64) (goesOn, broken bool) {
	last := p.lines[len(p.lines)-1]
	size := max(last.size, next.size)
	if abs(last.size-next.size) > 0.12*size || p.apart(last, next) {
		return false, false
	}
	if p.title(body) && next.inMiddle() {
		last.centred, next.centred = true, true
		return true, !last.fullBefore(next)
	}
	if !last.fullBefore(next) {
		return false, false
	}
	indent := next.X0 - next.left
	if next.centred || indent <= 1.2*size {
		return true, false
	}
	// A line in the middle can go on with what fills the line before it, if
	// that is no running text, which begins with an indent of two characters.
	first := p.lines[0]
	last.centred = true
	return indent > 3*size && next.inMiddle() && (first.X0-first.left < size || first.inMiddle()) && last.fullBefore(next), false
}

// apart reports whether more space is left between the lines than is usual.
func (p *paragraph) apart(last, next placed) bool {
	if last.page != next.page || last.column != next.column || next.Y0 < last.Y0 {
		return false
	}
	gap := next.midY() - last.midY()
	if n := len(p.lines); n > 1 && p.lines[n-2].page == last.page && p.lines[n-2].Y0 < last.Y0 {
		return gap > 1.5*(last.midY()-p.lines[n-2].midY())
	}
	return gap > 2.8*max(last.size, next.size)
}

// fullBefore reports whether the beginning of next would not have fit behind l.
func (l placed) fullBefore(next placed) bool {
	if l.centred {
		return l.right-l.left-l.width() < next.firstWord()+0.1*l.size
	}
	room := l.right - l.X1
	return room < max(1.6*l.size, next.firstWord()+0.5*l.size)
}

// firstWord is the width of what cannot be parted at the beginning of a line.
func (l *line) firstWord() float64 {
	end := l.glyphs[0].X1
	for i := 1; i < len(l.glyphs); i++ {
		before, g := l.glyphs[i-1], l.glyphs[i]
		if blank(g) || l.spaced(i) {
			break
		}
		if !(western(before) && western(g)) && !opening(before) && !closing(g) {
			break
		}
		end = g.X1
	}
	return end - l.X0
}

// closing reports a mark that cannot begin a line.
func closing(g Glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.Text)
	return strings.ContainsRune("，。、；：！？）》”’】〉」』％%)", r)
}

// opening reports a mark that cannot end a line.
func opening(g Glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.Text)
	return strings.ContainsRune("（《“‘【〈「『(", r)
}

// title reports a line in the middle that is larger than running text.
func (p *paragraph) title(body float64) bool {
	l := p.lines[len(p.lines)-1]
	return l.size > 1.15*body && l.inMiddle()
}

// inMiddle reports whether as much is free on the left as on the right.
func (l placed) inMiddle() bool {
	return abs((l.X0-l.left)-(l.right-l.X1)) < 1.2*l.size
}
