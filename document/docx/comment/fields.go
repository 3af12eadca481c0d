package comment

import "strings"

// fields follows the fields of a paragraph. What a field shows is made anew when
// programs update it or open the file, and comments within are lost; so they stand
// around the whole field. A link is shown as it is written and left alone, and so
// is a field that goes on in another paragraph, as a table of contents does.
type fields struct {
	open  int    // fields inside each other
	code  string // of the outermost one
	coded bool   // its code has ended
	start point  // before it
	held  []probe
}

// codeMark leads a piece of code among the marks of a unit.
const codeMark = "code "

// begin takes note of the marks of a unit that begin fields.
func (f *fields) begin(u *unit) {
	for _, m := range u.marks {
		code, isCode := strings.CutPrefix(m, codeMark)
		switch {
		case m == "begin":
			if f.open++; f.open == 1 {
				f.code, f.coded, f.start, f.held = "", false, point{at: u.from, outer: u.outer}, nil
			}
		case isCode && f.open == 1 && !f.coded && len(f.code) < len(" HYPERLINK "):
			f.code += code
		case m == "separate" && f.open == 1:
			f.coded = true
		}
	}
}

// hold remembers an end of a comment that lies within a field.
func (f *fields) hold(p probe) {
	if f.open > 0 && !strings.HasPrefix(strings.TrimSpace(f.code), "HYPERLINK") {
		f.held = append(f.held, p)
	}
}

// end takes note of the marks of a unit that end fields, and moves what lies
// within the outermost one out of it.
func (f *fields) end(u *unit) {
	for _, m := range u.marks {
		if m != "end" || f.open == 0 {
			continue
		}
		if f.open--; f.open > 0 {
			continue
		}
		for _, p := range f.held {
			if p.end {
				p.set(point{at: u.to, outer: u.outer})
			} else {
				p.set(f.start)
			}
		}
		f.held = nil
	}
}
