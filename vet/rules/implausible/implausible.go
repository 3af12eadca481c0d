// Package implausible points at numbers that can be right but seldom are: a share
// that jumps within a year, results exactly on target in many rows, two
// indicators with the same odd number.
package implausible

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/pairs"
	"gangmu/vet/rules/internal/rows"
)

// Rule reports jumps one by one and the rest as summaries.
var Rule = &vet.Rule{
	ID: "implausible", Since: "0.3", Requires: vet.Indicators,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "不合常理的数", En: "Numbers that are hard to believe"},
		What: vet.Words{
			Zh: "占比类指标的目标比上年实绩跳升或跳降很多；许多指标的实绩与目标一字不差；一句话里两个指标的增速连小数都相同。",
			En: "A share's target far from last year's result; results that equal their targets to the digit in many rows; two indicators of one sentence with the same odd growth.",
		},
		Why: vet.Words{
			Zh: "往往是抄错了行、口径变了没有说明，或者拿目标当了实绩。",
			En: "Often a line was copied, the coverage changed unsaid, or the target stands for the result.",
		},
		Silent: vet.Words{
			Zh: "文中说明口径调整的；上限、等级、完成类目标；整数的增速相同。",
			En: "Stated changes of coverage; ceilings, grades and targets without numbers; equal growth in whole percents.",
		},
		Wrong: frame("50"),
		Right: frame("32"),
	},
	Run: run,
}

// frame is a report with a share's target.
func frame(goal string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"附件1\n表1：2030年国民经济和社会发展计划完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n\t1\n\t高新技术产业增加值占工业比重（%）\n\t30\n\t31\n\n" +
		"附件2\n表2：2031年国民经济和社会发展计划草案\n\t序号\n\t指标名称\n\t2031年目标\n\n\t1\n\t高新技术产业增加值占工业比重（%）\n\t" + goal + "\n\n"
}

func run(p *vet.Pass) error {
	for _, pair := range pairs.Of(p) {
		jump(p, pair)
	}
	onTarget(p)
	twins(p)
	return nil
}

// A share moves by less than far points within a year.
var far = quantity.Int(10)

func jump(p *vet.Pass, pair pairs.Pair) {
	c, last := pair.Next, pair.Last
	if !c.Table || c.Measure != extract.Share || c.Value.Unit.Text != "%" || last.Value.Unit.Text != "%" || c.Value.Op != quantity.Equal {
		return
	}
	moved := c.Value.Value.Sub(last.Value.Value)
	e, known := catalogue.Lookup(c.Indicator)
	if moved.Abs().Cmp(far) < 0 || !known || e.Kind != catalogue.ShareKind {
		return
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s的目标为%s，上年实绩为%s，一年相差%s个百分点，请核对，或说明口径变化。", c.Indicator, c.Value, last.Value, moved.Abs()),
			En: fmt.Sprintf("%s: target %s, last year's result %s, %s points apart in one year: check it, or state what changed.", c.Indicator, c.Value, last.Value, moved.Abs()),
		},
		Marks: []vet.Mark{
			{Span: c.Span, Text: c.Text, Role: vet.Subject},
			{Span: last.Span, Text: last.Text, Role: vet.Evidence},
		},
	})
}

// So many rows exactly on target, and so great a part of all, are worth a look.
const (
	fewest = 5
	part   = 4 // one in so many
)

func onTarget(p *vet.Pass) {
	all := 0
	var names []string
	var marks []vet.Mark
	for _, r := range rows.Printed(p.Reading, p.Plan.ExecutedYear) {
		m := r.Item.Measure()
		if m.Target.Kind != target.Bound || m.Target.Op != quantity.Equal && m.Target.Op != quantity.AtLeast || m.Target.Sense == target.Max || len(m.Facts) != 1 || !m.Facts[0].HasValue {
			continue
		}
		all++
		if q := m.Facts[0].Quantity; q.Op == quantity.Equal && q.Form == quantity.Single && q.Value.Equal(m.Target.Value) {
			names = append(names, r.Item.Name)
			marks = append(marks, vet.Mark{Span: m.Facts[0].Span, Text: m.Facts[0].Text, Role: vet.Subject})
		}
	}
	if len(names) < fewest || part*len(names) < all {
		return
	}
	p.Report(vet.Finding{
		Severity: vet.Info,
		Message: vet.Words{
			Zh: fmt.Sprintf("%d项有数值的指标中，%d项的实绩与目标完全相同：%s。请核对是不是实绩。", all, len(names), strings.Join(names, "、")),
			En: fmt.Sprintf("Of %d rows with numbers, %d have results equal to their targets: %s. Check that these are results.", all, len(names), strings.Join(names, ", ")),
		},
		Marks: marks,
	})
}

// odd is how many digits two growths must share to be worth a look.
const odd = 3

// twins finds two indicators of one line with the same growth to the last of three
// digits.
func twins(p *vet.Pass) {
	said := map[string]bool{}
	for i, a := range p.Claims {
		if !growth(a) {
			continue
		}
		for _, b := range p.Claims[i+1:] {
			if b.Span.Line != a.Span.Line || b.Span.Block != a.Span.Block {
				continue
			}
			if !growth(b) || b.Key == a.Key || b.Indicator == a.Indicator || !a.Value.Value.Equal(b.Value.Value) || said[a.Value.String()] {
				continue
			}
			said[a.Value.String()] = true
			p.Report(vet.Finding{
				Severity: vet.Info,
				Message: vet.Words{
					Zh: fmt.Sprintf("%s与%s的增速都是%s，是不是抄错了行？", a.Indicator, b.Indicator, a.Value),
					En: fmt.Sprintf("%s and %s both grew by %s: was a line copied?", a.Indicator, b.Indicator, a.Value),
				},
				Marks: []vet.Mark{{Span: b.Span, Text: b.Text, Role: vet.Subject}, {Span: a.Span, Text: a.Text, Role: vet.Evidence}},
			})
		}
	}
}

// growth reports a plain growth with digits enough: 13.4%.
func growth(c extract.Claim) bool {
	s := c.Value.Value.String()
	return !c.Table && c.Sure && c.Known() && c.Kind == extract.ActualClaim && c.Measure == extract.Growth &&
		c.Value.Op == quantity.Equal && strings.Contains(s, ".") && len(strings.Trim(s, "-.")) > odd
}
