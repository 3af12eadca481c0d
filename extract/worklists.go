package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
)

// printedWork takes number and mark off the name of a work.
func printedWork(s string) (n printedName) {
	s = strings.Join(strings.Fields(s), "")
	p := skipNumbering(s, whole(s))
	n.no = strings.Trim(squeeze(s[:p.start]), "、.．()（）")
	n.name = strings.Trim(p.of(s), nameMarks)
	return n
}

// stageIn finds the stage that a title or the name of a group tells:
// 一、续建项目（12个）, 2031年重点开工项目表. A title that names several tells none.
func stageIn(s string) string {
	found := ""
	for _, w := range stageWords {
		if w != "启动" && strings.Contains(s, w) && !strings.Contains(found, w) {
			if found != "" {
				return ""
			}
			found = w
		}
	}
	return found
}

// briefStage is a state of progress that is nothing but a stage: 已开工.
func briefStage(s string) string {
	if runeLen(s) <= 6 {
		return stageIn(s)
	}
	return ""
}

// worksList reads works that stand as a numbered list under a title of works:
// 1.云溪大道改造工程：全长3公里，总投资2亿元。
func worksList(lines []document.Text, box, title string, year int) []plan.Item {
	var out []plan.Item
	category := ""
	for _, l := range lines {
		s := l.S
		p := whole(s).trim(s, "")
		body := skipNumbering(s, p)
		switch {
		case p.start == p.end:
		case numberLevel(p.of(s)) > 0:
			category = p.of(s)
		case body.start > p.start:
			it := listedWork(l, body)
			it.Year, it.Box, it.Section = year, box, category
			it.No = strings.Trim(squeeze(s[p.start:body.start]), "、.．()（）")
			it.Stage = first(stageIn(category), stageIn(title))
			out = append(out, it)
		}
	}
	return out
}

// listedWork splits 名称：内容 or 名称。内容.
func listedWork(l document.Text, body piece) plan.Item {
	s := l.S
	at := piece{body.start, body.end}.trim(s, "。；")
	text := piece{at.end, at.end}
	for _, stops := range []string{"：:", "。", "，"} {
		parts := split(s, at, stops)
		if len(parts) > 1 && parts[0].end > parts[0].start && (stops != "，" || endsAny(parts[0].of(s), "项目", "工程")) {
			text = piece{parts[1].start, at.end}
			at = parts[0]
			break
		}
	}
	at = at.trim(s, "*")
	it := plan.Item{Name: at.of(s), Text: text.trim(s, "。").of(s), Span: l.Span(at.start, at.end)}
	for _, m := range promises(s, text) {
		if m.HasPromise {
			it.Measures = append(it.Measures, m.Measure)
		}
	}
	return it
}

// yearIn is the last year that a title names, or what else is given.
func yearIn(title string, otherwise int) int {
	ys := years(squeeze(title))
	if len(ys) == 0 {
		return otherwise
	}
	return ys[len(ys)-1].year
}
