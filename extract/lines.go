package extract

import (
	"sync"

	"gangmu/document"
	"gangmu/quantity"
)

// Part is the role of a stretch of a report.
type Part uint8

const (
	Front     = Part(front)
	Execution = Part(execution)
	Aims      = Part(aims)
	Tasks     = Part(tasks)
	Annex     = Part(annex)
	Glossary  = Part(glossary)
	Closing   = Part(closing)
	InBox     = Part(closing + 1) // a line of a box
)

// Line is one paragraph of running text with its place in the report. Table
// cells are no lines; those of boxes are, with the box's number.
type Line struct {
	Text    document.Text
	Part    Part
	Level   int    // of a numbered heading: 1 一、 2 （一）; 0 for running text
	Chapter string // the level 1 heading it stands under
	Section string // the level 2 heading it stands under, or else the chapter
	Box     string // the number of its box: 2 of 专栏2

	mentions func() []quantity.Mention
}

// Mentions are all numbers of the line, shared by everybody who asks: not to be
// changed.
func (l *Line) Mentions() []quantity.Mention { return l.mentions() }

// linesOf lists what checks read: the running text, then the boxes.
func linesOf(o *outline) []Line {
	var out []Line
	for i := range o.lines {
		l := &o.lines[i]
		out = append(out, Line{Text: l.text, Part: Part(l.part), Level: l.level, Chapter: l.chapter, Section: l.section})
	}
	for _, f := range o.boxes {
		no, title := boxTitle(f.lines[0].S)
		for _, t := range f.lines {
			out = append(out, Line{Text: t, Part: InBox, Chapter: title, Section: title, Box: no})
		}
	}
	for i := range out {
		text := out[i].Text.S
		out[i].mentions = sync.OnceValue(func() []quantity.Mention { return quantity.AppendMentions(nil, text) })
	}
	return out
}
