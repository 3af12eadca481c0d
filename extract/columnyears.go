package extract

import (
	"cmp"
	"strconv"

	"gangmu/plan"
)

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
