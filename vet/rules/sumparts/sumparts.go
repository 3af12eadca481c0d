// Package sumparts finds parts that do not add up to their total.
package sumparts

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/apart"
	"gangmu/vet/rules/internal/prose"
)

// Rule adds the parts of a total as intervals of their printed digits.
var Rule = &vet.Rule{
	ID: "sum-parts", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "分项之和不等于合计", En: "Parts that do not add up"},
		What: vet.Words{
			Zh: "“共……，分别为……”“……，合计……”的分项加起来等于合计；“其中”各项之和不超过总数；三次产业结构合计为100；各类指标项数之和等于总项数。",
			En: "Parts given one by one add up to their total; parts under 其中 do not exceed it; shares of the three industries make 100; numbers of indicators by verdict make the whole set.",
		},
		Why: vet.Words{
			Zh: "分项和合计至少有一个数写错了。",
			En: "One of the numbers is wrong.",
		},
		Silent: vet.Words{
			Zh: "各分项四舍五入造成的尾差（按印出的位数计算区间）；“其中”只列了一部分；分类有交叉。",
			En: "Differences that the rounding of the parts explains; 其中 that names only some parts; overlapping classes.",
		},
		Wrong: "一、2030年计划执行情况\n争取国债、专项债、预算内投资三类资金共42.6亿元，分别为6.8亿元、9.5亿元、24.3亿元。\n",
		Right: "一、2030年计划执行情况\n争取国债、专项债、预算内投资三类资金共40.6亿元，分别为6.8亿元、9.5亿元、24.3亿元。\n",
	},
	Run: run,
}

// term is a number with its place.
type term struct {
	prose.Range
	quantity.Quantity
	name string // what stands before it, of a part
}

// interval is what a number admits in its base unit; a number of things, which
// nobody rounds unless it is printed in 万, admits itself only.
func (t term) interval() quantity.Interval {
	if t.Unit.Dim == quantity.Count && t.Value.Places() == 0 && t.Op == quantity.Equal && t.Unit.Scale.Equal(quantity.Int(1)) {
		return quantity.Point(t.Value)
	}
	return t.Base()
}

// sum is a total with its parts in one text.
type sum struct {
	total  term
	parts  []term
	atMost bool // the parts may leave a rest
	unsure bool // they may overlap, or leave a rest after all
}

func run(p *vet.Pass) error {
	for i, l := range p.Lines {
		if l.Part == extract.Glossary {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			said := apart.In(l.Text.S, s)
			found, ok := apartFrom(l.Text.S, s, said)
			if !ok {
				found, ok = together(l.Text.S, s, said)
			}
			if !ok {
				found, ok = added(l.Text.S, s)
			}
			if ok {
				check(p, l.Text, found)
			}
			for _, found := range under(l.Text.S, s) {
				check(p, l.Text, found)
			}
			structure(p, l.Text, s)
			industryShares(p, l.Text, s)
		}
		verdictCounts(p, l)
		pointCounts(p, p.Lines[i:])
	}
	wholes(p)
	return nil
}

// check adds the parts.
func check(p *vet.Pass, t document.Text, s sum) {
	marks := []vet.Mark{vet.At(t, s.total.Start, s.total.End, vet.Subject)}
	for _, part := range s.parts {
		marks = append(marks, vet.At(t, part.Start, part.End, vet.Evidence))
	}
	judge(p, s, marks)
}

func above(a, b quantity.Interval) bool {
	return !a.NoLow && !b.NoHigh && a.Low.Cmp(b.High) > 0
}

// add prints the addition in the unit of the first part: 6.8+9.5+24.3=40.6.
func add(s sum) (string, bool) {
	result := quantity.Int(0)
	var terms []string
	for _, part := range s.parts {
		q, err := part.In(s.parts[0].Unit)
		if err != nil {
			return "", false
		}
		result = result.Add(q.Value)
		terms = append(terms, q.Value.String())
	}
	return strings.Join(terms, "+") + "=" + result.String(), true
}
