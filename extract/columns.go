package extract

import (
	"strings"

	"gangmu/document"
)

// fitsIndicators reports a table of indicators: names in a column, or places
// with the names in the heads, and targets or results.
func fitsIndicators(s *sheet) bool {
	s.settle()
	if s.has(region) && !s.named() {
		s.nameByHeads()
	} else if s.placeHeads() > 1 {
		s.valuesByPlace()
	}
	names := s.has(name) || s.has(region)
	values := s.has(goal) || s.has(actual)
	return names && values && s.briefValues()
}

// settle tells roles by what a column holds where its head leaves them open.
func (s *sheet) settle() {
	results := s.has(actual)
	for i := range s.columns {
		c := &s.columns[i]
		switch {
		case (c.role == group || c.role == remark || c.role == other) && s.most(i, isNature):
			c.role = nature
		case c.role == unit && s.most(i, isPlace):
			c.role = region
		case c.role == pace && last(c.parts) == "进度" && !results && s.most(i, showsValue):
			c.role = actual
		case c.head == "" && c.role == other && i > 0 && s.columns[i-1].role == name && s.most(i, isWords):
			c.role = name // the second of two columns under 指标名称
		}
	}
	s.settleResults()
	if s.has(name) || s.has(region) || !s.has(goal) {
		return
	}
	for i := range s.columns {
		c := &s.columns[i]
		if (c.role == group || c.role == goal || c.head == "") && s.most(i, isWords) {
			c.role = name
			if s.most(i, isPlace) {
				c.role = region
			}
			return
		}
	}
}

// settleResults tells 完成情况 that gives a verdict in words from the result
// beside it.
func (s *sheet) settleResults() {
	for i := range s.columns {
		c := &s.columns[i]
		if c.role != actual || c.growing || s.most(i, showsValue) {
			continue
		}
		for j, v := range s.columns {
			if j != i && v.role == actual && !v.growing && v.year == c.year && v.part == c.part && s.most(j, showsValue) {
				c.role = verdict
				break
			}
		}
	}
}

// last is the head right over a column's cells.
func last(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return parts[len(parts)-1]
}

// isWords reports a text of Chinese characters, not a figure.
func isWords(t string) bool {
	return strings.ContainsFunc(t, func(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }) && !startsFigure(t)
}

func startsFigure(t string) bool {
	return t != "" && (t[0] >= '0' && t[0] <= '9' || t[0] == '-' || t[0] == '.')
}

// showsValue reports a value cell: a number, or a sign for none.
func showsValue(t string) bool { return isBlank(t) || strings.ContainsAny(t, "0123456789") }

// most reports that more than half of the filled cells of column i hold. It looks at
// the first rows only.
func (s *sheet) most(i int, holds func(string) bool) bool {
	const look = 60
	filled, good := 0, 0
	for r := s.first; r < min(len(s.rows), s.first+look); r++ {
		t := squeeze(text(s.rows[r], i))
		if t == "" || r > 0 && s.rows[r-1][i] == s.rows[r][i] || len(distinct(s.rows[r])) == 1 {
			continue
		}
		filled++
		if holds(t) {
			good++
		}
	}
	return filled > 0 && good*2 > filled
}

// named reports a column of names.
func (s *sheet) named() bool {
	for i, c := range s.columns {
		if c.role == name && s.most(i, isWords) {
			return true
		}
	}
	return false
}

// nameByHeads takes the names out of the heads of a table with a row for every
// place. A column whose head has no word for target or result holds what the
// caption says.
func (s *sheet) nameByHeads() {
	current := ""
	for i := range s.columns {
		c := &s.columns[i]
		switch c.role {
		case number, region, group, owner, remark, nature:
			continue
		case rate, pace, verdict:
			c.name = current
			continue
		case other, name, growth, unit:
			if !s.most(i, showsValue) {
				c.role = other
				continue
			}
			c.role = s.defaultRole()
		}
		c.growing = false
		if n := headName(c.parts); n != "" && n != growthName(n) {
			current = n
		} else if n != "" {
			c.growing = true
		}
		c.name = current
	}
}

// placeHeads is how many columns are headed by places.
func (s *sheet) placeHeads() int {
	n := 0
	for _, c := range s.columns {
		if c.region != "" && !isTotal(c.region) {
			n++
		}
	}
	return n
}

// valuesByPlace gives a role to the columns that only a place heads.
func (s *sheet) valuesByPlace() {
	for i := range s.columns {
		if c := &s.columns[i]; c.region != "" && c.role == other {
			c.role = s.defaultRole()
		}
	}
}

// defaultRole is what the caption says that the values are.
func (s *sheet) defaultRole() role {
	if s.said("完成", "执行", "进展", "进度") {
		return actual
	}
	return goal
}

// headName is the indicator that the heads of a column name: 规上工业产值 in
// 2030年 | 规上工业产值目标.
func headName(parts []string) string {
	n := ""
	for _, p := range parts {
		label, _ := headUnit(p)
		_, label = cutYear(label)
		if n += bareName(label); n != "" {
			break
		}
	}
	return n
}

// Words of a head that are no part of the indicator's name.
var (
	leadWords = []string{"上年", "去年", "本年", "今年", "全年", "年度", "上半年", "一季度", "三季度", "前三季度", "截至", "底", "末", "预计", "实际", "计划", "目标", "累计", "任务"}
	tailWords = []string{"目标值", "目标任务", "目标", "任务数", "任务", "计划数", "计划", "预期", "完成情况", "完成数", "完成值", "完成", "实际", "预计", "实绩", "执行", "情况", "年度", "全年", "累计", "进度", "进展", "上半年", "数值"}
)

func bareName(s string) string {
	for again := true; again; {
		again = false
		for _, w := range leadWords {
			if t, ok := strings.CutPrefix(s, w); ok {
				s, again = t, true
			}
		}
		for _, w := range tailWords {
			if t, ok := strings.CutSuffix(s, w); ok {
				s, again = t, true
			}
		}
		if _, to := months(s); to != 0 {
			i := strings.LastIndex(s, "月") + len("月")
			s, again = s[i:], true
		}
	}
	if s = strings.Trim(s, "（）()：:、"); runeLen(s) == 1 {
		return "" // 目标数
	}
	return s
}

// longestValue is how long a target or result in a table of indicators is, in
// characters; tables of tasks have longer ones.
const longestValue = 30

// briefValues reports that the values are such as indicators have.
func (s *sheet) briefValues() bool {
	filled, brief := 0, 0
	for i, c := range s.columns {
		if c.role != goal && c.role != actual {
			continue
		}
		for r := s.first; r < len(s.rows); r++ {
			t := text(s.rows[r], i)
			if t == "" {
				continue
			}
			filled++
			if runeLen(t) <= longestValue {
				brief++
			}
		}
	}
	return 2*brief >= filled
}

// cellAt is the cell of a row at column i, or nil.
func cellAt(row []*document.Cell, i int) *document.Cell {
	if i < 0 || i >= len(row) {
		return nil
	}
	return row[i]
}
