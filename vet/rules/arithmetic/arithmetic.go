// Package arithmetic checks sums that a sentence itself does: from one value to
// another with the change, a part of a plan with its percentage, a distance
// between two rates.
//
// It computes with the intervals that the printed digits stand for and reports
// only what no value within them can save. A percentage that is cut off instead
// of rounded is forgiven.
package arithmetic

import (
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
)

// Rule checks each sentence against its own numbers.
var Rule = &vet.Rule{
	ID: "arithmetic", Severity: vet.Error, Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "句中算术不成立", En: "Arithmetic that does not hold"},
		What: vet.Words{
			Zh: "由X增加到Y、增长Z%；完成X、占年度计划Y的Z%；N项中M项占P%；A比B高C个百分点：用句中印出的数重新计算。",
			En: "From X to Y, up Z%; X done, Z% of the plan of Y; M of N, P%; A above B by C points: computed again from the printed numbers.",
		},
		Why: vet.Words{
			Zh: "同一句里的几个数互相算不拢，必有一个写错。",
			En: "Where the numbers of one sentence do not fit each other, one of them is wrong.",
		},
		Silent: vet.Words{
			Zh: "按印出位数的取值区间计算，区间内说得通的不报；百分数截断尾数的不报；年均增长、带“超、近、左右”的数不算。",
			En: "What some value within the printed digits makes true, percentages that are cut off, averages over years, numbers with over, nearly, about.",
		},
		Wrong: examplePrefix + "高新技术企业由152家增加到176家、增长18.5%。\n",
		Right: examplePrefix + "高新技术企业由152家增加到176家、增长15.8%。\n",
	},
	Run: run,
}

const examplePrefix = "2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n"

func run(p *vet.Pass) error {
	for i := range p.Lines {
		l := line{p, p.Lines[i].Text, amounts(p.Lines[i].Mentions()), p.Lines[i].Part == extract.Execution}
		for at := range l.ms {
			l.fromTo(at)
			l.partOf(at)
			l.among(at)
			l.increase(at)
			l.ofKnown(at)
			l.turned(at)
		}
	}
	distances(p)
	plans(p)
	stocks(p)
	return nil
}

// amounts keeps the plain quantities of a line.
func amounts(ms []quantity.Mention) []quantity.Mention {
	var out []quantity.Mention
	for _, m := range ms {
		if m.Kind == quantity.Amount {
			out = append(out, m)
		}
	}
	return out
}
