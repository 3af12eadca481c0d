package workbook

import (
	"strings"
	"unicode/utf8"
)

// column is a column of a sheet.
type column struct {
	head     string
	width    float64 // in characters of a digit
	align    string  // center, right; otherwise numbers right and texts left
	wrap     bool
	optional bool // left out when it is empty
	derived  bool // repeats a part of other columns; not read back
}

// cell is what stands in a cell. The zero cell is empty.
type cell struct {
	text   string
	number bool // text is a plain decimal number
	places int  // its printed decimals
}

// row holds the cells of a row by their heads.
type row map[string]cell

// record is the texts of a row as they are read back, by their heads.
type record map[string]string

// record is the texts of r.
func (r row) record() record {
	out := record{}
	for head, c := range r {
		if c.text != "" {
			out[head] = c.text
		}
	}
	return out
}

// text is a cell with s, as a number if it is one.
func text(s string) cell {
	c := cell{text: clean(s)}
	c.places, c.number = plainNumber(c.text)
	return c
}

// plainNumber reports a number that a cell shows exactly as it is printed: its
// digits are few enough to be stored and no sign or zero gets lost.
func plainNumber(s string) (places int, ok bool) {
	const exact = 15 // digits
	digits := strings.TrimPrefix(s, "-")
	whole, decimals, point := strings.Cut(digits, ".")
	switch {
	case whole == "" || point && decimals == "" || len(whole)+len(decimals) > exact:
		return 0, false
	case whole[0] == '0' && len(whole) > 1:
		return 0, false
	case strings.Trim(whole+decimals, "0123456789") != "":
		return 0, false
	case digits != s && strings.Trim(whole+decimals, "0") == "":
		return 0, false // -0
	}
	return len(decimals), true
}

// longestCell is how many characters a cell can hold, counted as UTF-16 does.
const longestCell = 32767

// clean makes s what a cell can hold and reading it gives back: no control
// characters, line ends as \n, no white space at the ends.
func clean(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(cut(s))
}

// cut is as much of s as a cell can hold.
func cut(s string) string {
	if len(s) <= longestCell {
		return s
	}
	n := 0
	for i, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
		if n >= longestCell {
			return s[:i] + "…"
		}
	}
	return s
}
