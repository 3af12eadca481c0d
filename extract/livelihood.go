package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// livelihoodItems reads a list of numbered livelihood items: the promise, then
// in brackets what came of it. They belong to the category until a line names
// another.
func livelihoodItems(lines []document.Text, category string, year int) []plan.Item {
	var out []plan.Item
	for _, l := range lines {
		s := l.S
		p := whole(s).trim(s, "")
		body := skipNumbering(s, p)
		switch {
		case p.start == p.end:
		case numberLevel(p.of(s)) > 0 && isCategory(p.of(s)):
			category = p.of(s)
		case body.start > p.start:
			it := livelihoodItem(l, body)
			it.Year, it.Section = year, category
			it.No = strings.Trim(squeeze(s[p.start:body.start]), "、.．()（）")
			out = append(out, it)
		}
	}
	return out
}

// livelihoodItem splits a line into promise and outcome and pairs their amounts.
func livelihoodItem(l document.Text, body piece) plan.Item {
	promise, outcome := outcomeOf(l.S, body)
	owner, named := cutAny(outcome.of(l.S), "牵头责任单位：", "牵头单位：", "责任单位：", "责任部门：", "牵头部门：")
	if named {
		outcome.start = outcome.end
	}
	it := paired(l, promise, l, outcome)
	it.Span = l.Span(body.start, body.end)
	if named {
		it.Owner = owner
	}
	return it
}

// mostPaired is how many amounts of a promise and of its outcome are paired.
const mostPaired = 32

// paired makes an item of a promise and what came of it, which may stand in
// another text.
func paired(l document.Text, promise piece, result document.Text, outcome piece) plan.Item {
	it := plan.Item{
		Text:   promise.trim(l.S, "。；").of(l.S),
		Status: statusOf(outcome.trim(result.S, "").of(result.S)),
		Span:   l.Span(promise.start, promise.end),
	}
	it.Name = it.Text
	ms := promises(l.S, promise)
	if len(ms) == 0 {
		ms = []promised{{plan.Measure{Subject: it.Text}, promise.of(l.S)}}
	}
	results := amountsIn(result.S, outcome)
	for i, res := range results[:min(len(results), mostPaired)] {
		if m := bestMeasure(ms[:min(len(ms), mostPaired)], res, res.clause.of(result.S), i); m != nil {
			m.Facts = append(m.Facts, plan.Fact{
				Actual: target.Actual{Text: factText(result.S, res), Quantity: res.Quantity, HasValue: true},
				Unit:   res.Quantity.Unit.Text,
				Span:   result.Span(res.Start, res.End),
			})
		}
	}
	for _, m := range ms {
		it.Measures = append(it.Measures, m.Measure)
	}
	return it
}

// outcomeOf finds the result in the last brackets of a line.
func outcomeOf(s string, body piece) (promise, outcome piece) {
	t := body.trim(s, "。；")
	in := t.of(s)
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}, {"【", "】"}} {
		if !strings.HasSuffix(in, pair[1]) {
			continue
		}
		depth := 0
		for i := len(in); i > 0; {
			r, size := lastRune(in[:i])
			i -= size
			switch string(r) {
			case pair[1]:
				depth++
			case pair[0]:
				depth--
			}
			if depth == 0 {
				return piece{t.start, t.start + i}, piece{t.start + i + size, t.end - len(pair[1])}
			}
		}
	}
	return t, piece{t.end, t.end}
}

// statusOf is the set phrase by which a report says how an item stands.
func statusOf(outcome string) string {
	for _, w := range []string{"提前全面完成", "全面完成", "超额完成", "提前完成", "基本完成", "已完成", "部分完成", "正在推进", "正在实施", "未完成", "完成"} {
		if strings.HasPrefix(outcome, w) {
			rest := outcome[len(w):]
			if rest == "" || strings.ContainsAny(string(firstRune(rest)), "，。；、,;") {
				return w
			}
		}
	}
	return ""
}

// promised is a measure with the clause that promises it.
type promised struct {
	plan.Measure
	clause string
}

// promises lists what an item commits to: every amount, and the works that it
// names without one.
func promises(s string, p piece) []promised {
	amounts := amountsIn(s, p)
	var out []promised
	clauses := split(s, p, stops)
	counted := false // the clause before holds an amount
	next := 0        // the first amount not before the clause
	for i, c := range clauses {
		n := 0
		for ; next < len(amounts) && amounts[next].Start < c.end; next++ {
			if a := amounts[next]; a.Start >= c.start && a.End <= c.end {
				out = append(out, promised{plan.Measure{
					Subject: a.subject, Unit: a.Quantity.Unit.Text, Promise: a.Quantity, HasPromise: true,
					Target: target.FromQuantity(a.Quantity), HasTarget: true,
				}, c.of(s)})
				n++
			}
		}
		if n == 0 && len(amounts) > 0 && i > 0 && namesWork(c.of(s)) {
			if _, ok := cutAny(clauses[i-1].of(s), "对", "为", "向"); ok && !counted {
				c.start = clauses[i-1].start // 对困难家庭，实施全覆盖救助
			}
			out = append(out, promised{plan.Measure{Subject: c.trim(s, "").of(s)}, c.of(s)})
		}
		counted = n > 0
	}
	return out
}

// namesWork reports a clause that promises a work without counting it: one that
// is to be finished, or reaches everybody.
func namesWork(clause string) bool {
	if _, ok := cutAny(clause, "完成", "建成", "竣工", "投用"); ok {
		return true
	}
	return indexAny(clause, "全覆盖", "全部", "全区", "全市", "全县", "所有", "应") >= 0
}

// bestMeasure is the promise that an outcome answers: one whose unit converts,
// or a named work, with the most words in common; among equals the first that
// has no outcome yet.
func bestMeasure(ms []promised, res amount, clause string, nth int) *promised {
	var best *promised
	bestScore := -1
	for i := range ms {
		m := &ms[i]
		score := 4 * overlap(m.clause, clause)
		switch {
		case m.HasPromise && !comparable(m.Promise, res.Quantity):
			continue
		case m.HasPromise:
			score += 4
		case score == 0 && len(ms) > 1:
			continue
		}
		if len(m.Facts) == 0 {
			score++
		}
		if i == nth {
			score++
		}
		if score > bestScore {
			best, bestScore = m, score
		}
	}
	return best
}

// comparable reports units in which one amount may answer another: they convert,
// or count the same thing once and each time (场 and 场次, 人 and 人次).
func comparable(a, b quantity.Quantity) bool {
	if a.Unit.Dim != b.Unit.Dim {
		return false
	}
	return strings.HasPrefix(a.Unit.Base, b.Unit.Base) || strings.HasPrefix(b.Unit.Base, a.Unit.Base)
}

// factText is the clause of an outcome from the last amount's end to its own.
func factText(s string, a amount) string {
	return piece{a.clause.start, a.clause.end}.trim(s, "、").of(s)
}
