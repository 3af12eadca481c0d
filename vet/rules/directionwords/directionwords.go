// Package directionwords finds words of direction that the numbers beside or
// behind them do not bear out: a rise that falls, growth that slows below zero,
// an increase to what was there already.
package directionwords

import (
	"gangmu/extract"
	"gangmu/vet"
)

// Rule reads 由…增加到…, 提升至…, 增速放缓, 降幅收窄, 正增长 and holds them against signs
// and bases.
var Rule = &vet.Rule{
	ID: "direction-words", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "升降用词与数值的正负、基数不符", En: "Words of direction against the sign or the base"},
		What: vet.Words{
			Zh: "“由甲增加到乙”乙应大于甲；“提升至、降至”应高于、低于上年实绩；“增速放缓”“降幅收窄”“正增长”“转正”与指标的正负相符；“较某年同比”中的年份应是上一年。",
			En: "From a up to b needs b above a; raised to, lowered to stand against last year's result; slower growth, a narrower fall and positive growth fit the sign; 同比 is against the year before.",
		},
		Why: vet.Words{
			Zh: "用词与数值相反，读者不知道信哪一个。",
			En: "Where word and number point apart, a reader cannot tell which is meant.",
		},
		Silent: vet.Words{
			Zh: "名次（第5位上升到第3位）；没有上年数的；约数与区间。",
			En: "Ranks, where up is fewer; values without last year's; approximate numbers and ranges.",
		},
		Wrong: frame("高新技术企业由176家增加到152家。"),
		Right: frame("高新技术企业由152家增加到176家。"),
	},
	Run: run,
}

// frame is a report around a sentence.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）总体情况\n" + sentence + "\n"
}

func run(p *vet.Pass) error {
	for _, l := range p.Lines {
		if l.Part == extract.Glossary {
			continue
		}
		fromTo(p, l.Text, l.Mentions())
		comparedYear(p, l.Text)
	}
	raised(p)
	signs(p)
	return nil
}
