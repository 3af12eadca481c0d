package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
)

// A numbered list of works or livelihood items stands in a box, in an annex
// under its title, or under a heading of the report. readLists reads those
// that are in no box.
func readLists(r *Result, o *outline) {
	for i := 0; i < len(o.lines); {
		l := &o.lines[i]
		s := l.text.S
		title := strings.TrimSpace(s)
		n := 1
		switch {
		case l.caption || l.part == glossary:
		case !isListTitle(l, title):
			if lead := leadOf(title); l.part != annex && strings.Contains(lead, "实事") {
				r.Plan.Livelihood = append(r.Plan.Livelihood, proseItems(l.text, lead, listYear(l, lead, r.Plan))...)
			}
		case isLivelihood(title):
			lines := listUnder(o.lines[i+1:], l.level)
			items := livelihoodItems(lines, title, listYear(l, title, r.Plan))
			for _, t := range lines {
				items = append(items, proseItems(t, title, listYear(l, title, r.Plan))...)
			}
			r.Plan.Livelihood = append(r.Plan.Livelihood, items...)
			n += len(lines)
		case isWorksTitle(title) && (l.part == annex || namesList(title)):
			lines := listUnder(o.lines[i+1:], l.level)
			r.Plan.Projects = append(r.Plan.Projects, worksList(lines, "", title, yearIn(title, r.Plan.PlannedYear))...)
			n += len(lines)
		}
		i += n
	}
}

// longestTitle is the longest title of a list, in characters.
const longestTitle = 50

// isListTitle reports a heading, or in an annex a line without a stop.
func isListTitle(l *line, s string) bool {
	if runeLen(s) > longestTitle || strings.ContainsAny(s, "。；") {
		return false
	}
	return l.level > 0 || (l.part == annex || namesList(s)) && skipNumbering(s, whole(s)).start == 0
}

// namesList reports a title that can only be a list's.
func namesList(s string) bool {
	return endsAny(s, "表", "清单", "名单", "目录")
}

// isWorksTitle reports the title of a list of projects.
func isWorksTitle(s string) bool {
	return indexAny(s, "重点项目", "重大项目", "建设项目", "项目清单", "项目名单", "项目表", "项目计划", "重点工程", "重大工程", "项目库") >= 0
}

// listUnder is the lines up to the next title: the next heading as high as this
// one, or in an annex the next annex or title.
func listUnder(lines []line, level int) []document.Text {
	var out []document.Text
	for i := range lines {
		l := &lines[i]
		s := strings.TrimSpace(l.text.S)
		if isAnnexHead(squeeze(s)) || l.part == glossary {
			break
		}
		if level > 0 && l.level > 0 && l.level <= level {
			break
		}
		if l.caption || level == 0 && l.level == 0 && isListTitle(l, s) && (isWorksTitle(s) || isLivelihood(s) || namesList(s)) {
			break
		}
		out = append(out, l.text)
	}
	return out
}

// listYear is the year of a list: the title's, else that of the part it stands
// in.
func listYear(l *line, title string, p *plan.Plan) int {
	otherwise := p.PlannedYear
	if l.part == execution || strings.Contains(title, "完成情况") || otherwise == 0 {
		otherwise = p.ExecutedYear
	}
	return yearIn(title, otherwise)
}

// leadOf is a paragraph up to its first colon or stop: what it announces.
func leadOf(s string) string {
	s = s[:min(len(s), 3*longestTitle)]
	if i := strings.IndexAny(s, "：:。；"); i >= 0 {
		return s[:i]
	}
	return ""
}

// proseItems reads livelihood items that a paragraph counts: 一是…；二是….
func proseItems(t document.Text, title string, year int) []plan.Item {
	s := t.S
	starts := countedStarts(s)
	if len(starts) < 2 {
		return nil
	}
	var out []plan.Item
	for i, at := range starts {
		end := len(s)
		if i+1 < len(starts) {
			end = starts[i+1].start
		}
		it := livelihoodItem(t, piece{at.end, end}.trim(s, "，：；。"))
		it.Year, it.No, it.Section = year, at.of(s)[:len(at.of(s))-len("是")], title
		out = append(out, it)
	}
	return out
}

// countedStarts are the places of 一是, 二是, 三是 in order.
func countedStarts(s string) []piece {
	var out []piece
	at := 0
	for _, n := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"} {
		i := strings.Index(s[at:], n+"是")
		if i < 0 {
			return out
		}
		from := at + i
		at = from + len(n+"是")
		out = append(out, piece{from, at})
	}
	return out
}
