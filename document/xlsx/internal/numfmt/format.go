// Package numfmt shows a number as a spreadsheet's format code does: 0.063
// under 0.0% is 6.3%.
//
// It knows the codes of ECMA-376 part 1, 18.8.31: sections with conditions,
// digits, thousands, percent, exponents, dates and times (with Chinese weekdays
// and 上午/下午), elapsed times and literals. It leaves out colours, alignment and
// Chinese numerals ([DBNum1]); fractions (# ?/?) are shown as decimals. Numbers
// are rounded half up in decimals, as spreadsheets do, not in binary. A code that
// makes no sense shows the number in general form.
package numfmt

import "strings"

// longestCode is the longest code that is taken; spreadsheets allow 255.
const longestCode = 1024

// Format is a parsed format code. The zero Format is General.
type Format struct {
	sections []section
	date1904 bool
}

// Parse reads a format code. Days count from 1904 if date1904.
func Parse(code string, date1904 bool) *Format {
	f := &Format{date1904: date1904}
	if code == "" || len(code) > longestCode || strings.EqualFold(code, "general") {
		return f
	}
	for _, s := range split(code) {
		f.sections = append(f.sections, parseSection(s))
	}
	return f
}

// split cuts a code at its semicolons, but not at those that are quoted.
func split(code string) (out []string) {
	start, quoted := 0, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\':
			i++
		case c == ';':
			out = append(out, code[start:i])
			start = i + 1
		}
	}
	return append(out, code[start:])
}

// Number shows a stored number. What is no number is shown as it stands.
func (f *Format) Number(stored string) string {
	d, value, ok := parseDecimal(stored)
	if !ok {
		return stored
	}
	s := f.section(value)
	if s == nil {
		return d.general()
	}
	if f.signed(s) {
		d.neg, value = false, max(value, -value)
	}
	if s.isDate() {
		if shown, ok := s.date(value, f.date1904); ok {
			return shown
		}
		return d.general()
	}
	return s.number(d)
}

// section is the one for a value; nil for the general form.
func (f *Format) section(value float64) *section {
	n := len(f.sections)
	if n > 0 && n < 4 && f.sections[n-1].text && n > 1 {
		n-- // the last one is for texts
	}
	n = min(n, 3)
	for i := range f.sections[:n] {
		if s := &f.sections[i]; s.condition != nil && s.condition(value) {
			return s
		}
	}
	var s *section
	switch {
	case n == 0:
		return nil
	case f.conditional():
		s = &f.sections[n-1]
	case value < 0 && n > 1:
		s = &f.sections[1]
	case value == 0 && n > 2:
		s = &f.sections[2]
	default:
		s = &f.sections[0]
	}
	if s.text && !s.hasDigits() {
		return nil // @ shows a number in general form
	}
	return s
}

// conditional reports sections that are chosen by conditions of their own.
func (f *Format) conditional() bool {
	for i := range f.sections {
		if f.sections[i].condition != nil {
			return true
		}
	}
	return false
}

// signed reports the section for negative numbers, which shows their sign
// itself.
func (f *Format) signed(s *section) bool {
	return len(f.sections) > 1 && s == &f.sections[1] && !f.conditional()
}
