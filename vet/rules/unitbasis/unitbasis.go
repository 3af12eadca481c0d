// Package unitbasis finds numbers whose unit is missing or measures something
// else than their indicator: a share without its percent sign, an amount of money
// in 万人, a growth in percentage points.
//
// Factors between convertible units (亿元 for 万元) are what value-mismatch
// compares. Measure words for things (个, 项) are free.
package unitbasis

import (
	"strings"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// Rule holds the unit of a statement against what its indicator is measured in.
var Rule = &vet.Rule{
	ID: "unit-basis", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "缺单位，或单位与指标不符", En: "A unit that is missing or does not fit"},
		What: vet.Words{
			Zh: "指标的数带单位，单位与指标相称：比重、比率用百分数，金额用元，增长用%而不用“个百分点”。",
			En: "Numbers of indicators have a unit, and one that fits: percent for shares, money for amounts, percent and not points for a growth.",
		},
		Why: vet.Words{
			Zh: "“比重2.4”没有说明是百分之几；“增长5个百分点”是把增速的变化写成了增速。",
			En: "A share of 2.4 does not say of what; a growth of 5 points confuses a rate with its change.",
		},
		Silent: vet.Words{
			Zh: "项与个、名与人之类的量词；以上年为100的指数、a:b的比例；表格的单位写在指标名称里的。",
			En: "Measure words (个, 项); indices and ratios a:b; tables, whose units stand in the names.",
		},
		Wrong: frame("全社会研发经费支出占地区生产总值比重2.4，固定资产投资增长13.4个百分点。"),
		Right: frame("全社会研发经费支出占地区生产总值比重2.4%，固定资产投资增长13.4%。"),
	},
	Run: run,
}

// frame is a report around a sentence.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）总体情况\n" + sentence + "\n"
}

func run(p *vet.Pass) error {
	bare(p)
	foreign(p)
	growthInPoints(p)
	return nil
}

// bare says once which numbers have no unit.
func bare(p *vet.Pass) {
	var marks []vet.Mark
	var names []string
	for _, c := range p.Claims {
		if c.Table || !c.Sure || !c.Known() || !lacks(c) {
			continue
		}
		role := vet.Evidence
		if len(marks) == 0 {
			role = vet.Subject
		}
		marks = append(marks, facts.Mark(c, role))
		names = append(names, c.Indicator+c.Text)
	}
	if len(marks) == 0 {
		return
	}
	all := strings.Join(names, "、")
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: "没有写单位：" + all + "。",
			En: "no unit: " + all + ".",
		},
		Marks: marks,
	})
}

// lacks reports a number that nothing follows, of an indicator that has a unit.
func lacks(c extract.Claim) bool {
	e, ok := catalogue.Lookup(c.Indicator)
	if !ok || e.Unit == "" || e.Kind == catalogue.IndexKind || e.Kind == catalogue.RatioKind || e.Kind == catalogue.GradeKind {
		return false
	}
	last := c.Text[len(c.Text)-1]
	return c.Value.Form == quantity.Single && last >= '0' && last <= '9'
}
