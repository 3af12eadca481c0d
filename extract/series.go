package extract

import (
	"strings"

	"gangmu/document"
)

// series is what a table says of one year, place and indicator: the columns
// that every row fills with an item. The heads may name place and indicator;
// where they do not, the rows do.
type series struct {
	region, name, unit string
	year               int
	level, growth      cells
}

// cells are the columns of one item; -1 where there is none.
type cells struct {
	goal, actual, pace, rate int
	more                     []int // results for further parts of the year
	head, unit               string
}

var noCells = cells{goal: -1, actual: -1, pace: -1, rate: -1}

func (c cells) empty() bool { return c.goal < 0 && c.actual < 0 && c.rate < 0 }

// seriesOf groups the value columns of a table.
func (s *sheet) seriesOf() []series {
	var all []series
	of := make([]int, len(s.columns)) // the series of each value column
	for i, c := range s.columns {
		of[i] = -1
		if c.role != goal && c.role != actual {
			continue
		}
		n := findSeries(&all, c)
		of[i] = n
		v := &all[n].level
		if c.growing {
			v = &all[n].growth
			v.head = growthName(c.head)
			v.unit = first(v.unit, c.unit, "%")
		} else {
			all[n].unit = first(all[n].unit, c.unit)
		}
		v.add(s.columns, i, s.part != "")
	}
	for i, c := range s.columns {
		if c.role != rate && c.role != pace {
			continue
		}
		n := nearest(of, i, c.beside)
		if n < 0 {
			continue
		}
		v := &all[n].level
		if c.beside >= 0 && s.columns[c.beside].growing {
			v = &all[n].growth
		}
		if c.role == rate && v.rate < 0 {
			v.rate = i
		}
		if c.role == pace && v.pace < 0 {
			v.pace = i
		}
	}
	return all
}

// nearest is the series of the column that column i belongs to: the one beside
// it, or else the first behind it.
func nearest(of []int, i, beside int) int {
	if beside >= 0 && of[beside] >= 0 {
		return of[beside]
	}
	for _, n := range of[i:] {
		if n >= 0 {
			return n
		}
	}
	return -1
}

func findSeries(all *[]series, c column) int {
	for i, s := range *all {
		if s.year == c.year && s.region == c.region && s.name == c.name {
			return i
		}
	}
	*all = append(*all, series{region: c.region, name: c.name, year: c.year, level: noCells, growth: noCells})
	return len(*all) - 1
}

// add takes column i. Of two targets for a year the adjusted one holds, of two
// results the actual one and not the expected; a result for another part of the
// year stands beside. In a report on a part of the year that part comes first,
// in any other the whole year.
func (v *cells) add(columns []column, i int, partly bool) {
	c := columns[i]
	before := func(a, b column) bool { // a holds and b stands beside
		if partly && (strings.Contains(a.head, "预计") || strings.Contains(b.head, "预计")) {
			return strings.Contains(b.head, "预计")
		}
		return a.part == ""
	}
	switch {
	case c.role == goal && (v.goal < 0 || strings.Contains(c.head, "调整") || columns[v.goal].part != "" && c.part == ""):
		v.goal = i
	case c.role == goal:
	case v.actual < 0:
		v.actual = i
	case columns[v.actual].part != c.part && before(c, columns[v.actual]):
		v.actual, v.more = i, append(v.more, v.actual)
	case columns[v.actual].part != c.part:
		v.more = append(v.more, i)
	case strings.Contains(c.head, "实际") && !strings.Contains(columns[v.actual].head, "实际"):
		v.actual = i
	}
}

// growthName is 增长 or 增速 as the column's head has it.
func growthName(head string) string {
	for _, w := range []string{"年均增长", "年均增速", "增速", "增幅"} {
		if strings.Contains(head, w) {
			return w
		}
	}
	return "增长"
}

// text is a cell's text, empty where the row has no such cell.
func text(row []*document.Cell, i int) string {
	if i < 0 || i >= len(row) || row[i] == nil {
		return ""
	}
	return strings.TrimSpace(row[i].Text.S)
}

// isBlank reports a cell that says nothing.
func isBlank(s string) bool { return strings.Trim(s, " \t\n　/／\\—-－–―…·.*_无") == "" }
