package extract

import (
	"cmp"
	"strconv"
	"strings"

	"gangmu/document"
	"gangmu/plan"
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

// fillYears gives a year to the columns whose heads name none: 上年 and 本年 by
// their meaning, else the caption's year, else the executed year where there
// are results and the planned year where there are only targets. known is false
// where a column had to stay out because nobody says what year 上年 is.
func (s *sheet) fillYears(p *plan.Plan) (known bool) {
	known = true
	results := s.has(actual) || s.has(rate)
	base, next := s.captionYears(results)
	switch {
	case base != 0:
	case results:
		base = p.ExecutedYear
	default:
		base = cmp.Or(p.PlannedYear, p.ExecutedYear)
	}
	now := s.thisYear(p, base)
	goals := 0
	for i := range s.columns {
		c := &s.columns[i]
		switch {
		case c.role != goal && c.role != actual || c.year != 0:
		case c.said && now != 0:
			c.year = now + c.when
		case c.said && c.when != 0:
			c.role, known = other, false
		case c.role == goal && goals > 0 && results && next != 0 && !c.growing:
			c.year = next
		default:
			c.year = base
		}
		if c.role == goal && !c.growing {
			goals++
		}
	}
	s.keepYears(p)
	s.fillParts(p)
	return known
}

// captionYears are the years that the nearest caption with a year names: the
// one of the results or only targets, and the year after it where it has two.
func (s *sheet) captionYears(results bool) (base, next int) {
	for _, t := range s.captions {
		ys := years(t)
		if len(ys) == 0 {
			continue
		}
		base = ys[0].year
		for _, y := range ys[1:] {
			if y.year == base+1 {
				next = y.year
			} else if y.year > base {
				base, next = y.year, 0
			}
		}
		if next != 0 && !results {
			return next, 0
		}
		return base, next
	}
	return 0, 0
}

// thisYear is what 本年 means in a table: the planned year where it has only
// targets, but the executed one where there are results for it.
func (s *sheet) thisYear(p *plan.Plan, base int) int {
	ahead, results, said := false, false, false
	for _, c := range s.columns {
		if !c.said {
			continue
		}
		said = true
		ahead = ahead || c.when == 1
		results = results || c.when == 0 && c.role == actual
	}
	switch {
	case !said || p.ExecutedYear == 0:
		return base
	case ahead || results || p.PlannedYear == 0:
		return p.ExecutedYear
	}
	return p.PlannedYear
}

// keepYears leaves the columns of earlier years unread. A column that is headed
// by nothing but a year still to come, or by what is expected of it, holds
// targets.
func (s *sheet) keepYears(p *plan.Plan) {
	latest := 0
	for _, c := range s.columns {
		latest = max(latest, c.year)
	}
	for i := range s.columns {
		c := &s.columns[i]
		if c.role != goal && c.role != actual {
			continue
		}
		ahead := p.PlannedYear != 0 && c.year >= p.PlannedYear || p.PlannedYear == 0 && p.ExecutedYear != 0 && c.year > p.ExecutedYear
		if p.PlannedYear == 0 && p.ExecutedYear == 0 && isYearHead(c.head) {
			ahead = c.year == latest && s.yearHeads() > 1
		}
		switch {
		case c.growing && c.beside >= 0 && s.columns[c.beside].year == c.year:
			c.role = s.columns[c.beside].role
		case p.ExecutedYear != 0 && c.year < p.ExecutedYear:
			c.role = other
		case c.role == actual && ahead && c.part == "":
			c.role = goal
		}
	}
}

func (s *sheet) yearHeads() int {
	n := 0
	for _, c := range s.columns {
		if isYearHead(c.head) {
			n++
		}
	}
	return n
}

// fillParts gives the results the part of the year that the caption or the
// report's title speaks of, where the head does not say otherwise.
func (s *sheet) fillParts(p *plan.Plan) {
	part := ""
	for _, t := range append(s.captions[:len(s.captions):len(s.captions)], p.Title) {
		if got, said := yearPart(t); said {
			part = got
			break
		}
	}
	for i := range s.columns {
		c := &s.columns[i]
		if c.role == actual && c.part == "" && !c.whole && c.year == p.ExecutedYear {
			c.part = part
		}
	}
	s.part = part
}

// period is how facts name the year or the part of it that a column covers;
// empty for the whole year.
func (c column) period() string {
	if c.part == "" || c.year == 0 {
		return ""
	}
	return strconv.Itoa(c.year) + "-" + c.part
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
