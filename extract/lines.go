package extract

import "gangmu/document"

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
}

// linesOf lists what checks read: the running text, then the boxes.
func linesOf(o *outline) []Line {
	var out []Line
	for i := range o.lines {
		l := &o.lines[i]
		out = append(out, Line{l.text, Part(l.part), l.level, l.chapter, l.section, ""})
	}
	for _, f := range o.boxes {
		no, title := boxTitle(f.lines[0].S)
		for _, t := range f.lines {
			out = append(out, Line{Text: t, Part: InBox, Chapter: title, Section: title, Box: no})
		}
	}
	return out
}
