package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// compare orders two cells; what is empty or no number stands last either way.
func (c column) compare(a, b cell, descending bool) int {
	sign := 1
	if descending {
		sign = -1
	}
	if !c.Number {
		if (a.Text == "") != (b.Text == "") {
			return cmp.Compare(len(b.Text), len(a.Text))
		}
		return sign * strings.Compare(a.value(), b.value())
	}
	x, isX := a.number()
	y, isY := b.number()
	switch {
	case !isX && !isY:
		return 0
	case !isX:
		return 1
	case !isY:
		return -1
	}
	return sign * cmp.Compare(x, y)
}

// number is what a cell counts, where it is a number.
func (c cell) number() (float64, bool) {
	n, err := strconv.ParseFloat(strings.ReplaceAll(c.value(), ",", ""), 64)
	return n, err == nil
}

// lay sets the rows as they are shown: without hidden columns, decimal points in
// one line, and under the texts of the column that heads groups, which they then
// lack themselves.
func (s *shownTable) lay(group string) {
	heads := slices.IndexFunc(s.Columns, func(c shownColumn) bool { return c.Key == group })
	all := s.Columns
	s.Columns = nil
	var columns []int
	for i, c := range all {
		if i != heads && !c.Hidden {
			s.Columns, columns = append(s.Columns, c), append(columns, i)
		}
	}
	digits := make([]int, len(all))
	for _, row := range s.Rows {
		for i, c := range row {
			if all[i].Number {
				digits[i] = max(digits[i], decimals(c))
			}
		}
	}
	for _, row := range s.Rows {
		name := ""
		if heads >= 0 {
			name = row[heads].Text
		}
		if n := len(s.Groups); n == 0 || s.Groups[n-1].Name != name {
			s.Groups = append(s.Groups, shownGroup{Name: name})
		}
		shown := make([]cell, len(columns))
		for at, i := range columns {
			shown[at] = row[i]
			if all[i].Number {
				shown[at].Pad = padding(decimals(row[i]), digits[i])
			}
		}
		last := &s.Groups[len(s.Groups)-1]
		last.Rows = append(last.Rows, shown)
	}
}

// decimals is how many digits a number has behind its point, -1 for what is none.
func decimals(c cell) int {
	if _, err := strconv.ParseFloat(c.Text, 64); err != nil || c.Note != "" {
		return -1
	}
	_, behind, _ := strings.Cut(c.Text, ".")
	return len(behind)
}

// mostPadding is how many missing digits the style sheet makes room for.
const mostPadding = 4

// padding is the class of a number with fewer digits behind the point than others
// of its column: d for a number without a point, e for one with.
func padding(digits, most int) string {
	missing := min(most-digits, mostPadding)
	switch {
	case digits < 0 || missing <= 0:
		return ""
	case digits == 0:
		return "d" + strconv.Itoa(missing)
	}
	return "e" + strconv.Itoa(missing)
}
