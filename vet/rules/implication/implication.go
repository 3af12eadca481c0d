// Package implication finds ratios and shares that do not follow from the levels
// which the report gives elsewhere: an urban and a rural income imply their
// ratio.
//
// The levels may stand far apart and be counted differently (preliminary, of
// another coverage), so nothing here is more than worth a look.
package implication

import (
	"fmt"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// Rule holds ratios against their own parts.
var Rule = &vet.Rule{
	ID: "implication", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "比例与报告中的分子、分母推算不符", En: "A ratio that its own parts do not give"},
		What: vet.Words{
			Zh: "城乡居民收入比、研发投入强度、民间投资占比、税收占比、人均地区生产总值等，用报告中同一年的分子、分母重新推算。",
			En: "Ratios such as urban to rural income, R&D intensity, the share of private investment or output per head, computed again from the levels of the same year.",
		},
		Why: vet.Words{
			Zh: "推算不符，可能是口径不同，也可能是其中一个数写错了。",
			En: "Either the coverage differs or one of the numbers is wrong.",
		},
		Silent: vet.Words{
			Zh: "按印出位数的取值区间说得通的；百分数截断尾数的；分子、分母或比例在报告中有不同说法的。",
			En: "What some value within the printed digits makes true, percentages that are cut off, and parts of which the report gives several values.",
		},
		Wrong: frame("城镇居民人均可支配收入50424元，农村居民人均可支配收入28650元，城乡居民收入比为1.86:1。"),
		Right: frame("城镇居民人均可支配收入50424元，农村居民人均可支配收入28650元，城乡居民收入比为1.76:1。"),
	},
	Run: run,
}

// frame is a report around a sentence.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n（一）总体情况\n" + sentence + "\n"
}

// ratios are indicators of the catalogue that two others define.
var ratios = []struct{ ratio, part, whole string }{
	{"income-ratio", "income-urban", "income-rural"},
	{"rd-intensity", "rd-spending", "gdp"},
	{"service-share", "service-value-added", "gdp"},
	{"manufacturing-share", "manufacturing-value-added", "gdp"},
	{"industry-share", "industry-value-added", "gdp"},
	{"digital-core-share", "digital-core-value-added", "gdp"},
	{"strategic-emerging-gdp-share", "strategic-emerging-value-added", "gdp"},
	{"culture-share", "culture-value-added", "gdp"},
	{"private-economy-share", "private-economy-value-added", "gdp"},
	{"private-investment-share", "private-investment", "fixed-investment"},
	{"tax-share", "tax-revenue", "general-budget-revenue"},
	{"loan-deposit-ratio", "loans", "deposits"},
}

func run(p *vet.Pass) error {
	for _, r := range ratios {
		for _, c := range p.Claims {
			if c.Key == r.ratio && c.Sure && len(c.Period) == len("2030") && c.Measure != extract.Points && check(p, c, r.part, r.whole) {
				break
			}
		}
	}
	return nil
}

// check reports whether both parts of the ratio c are known.
func check(p *vet.Pass, c extract.Claim, partKey, wholeKey string) bool {
	part, ok := level(p, partKey, c)
	whole, known := level(p, wholeKey, c)
	if !ok || !known {
		return false
	}
	computed, ok := part.Value.Base().Quo(whole.Value.Base())
	if !ok {
		return false
	}
	stated := c.Value.Interval()
	if c.Value.Form != quantity.Ratio {
		computed = computed.Mul(quantity.Point(quantity.Int(100)))
		stated.High, stated.HighOpen = c.Value.Value.Add(quantity.Int(1).Shift(-c.Value.Value.Places())), true // cut off
	}
	marks := []vet.Mark{facts.Mark(c, vet.Subject), facts.Mark(part, vet.Evidence), facts.Mark(whole, vet.Evidence)}
	if computed.Overlaps(stated) {
		p.Agree(marks...)
		return true
	}
	how := fmt.Sprintf("%s%s÷%s%s", part.Indicator, part.Value, whole.Indicator, whole.Value)
	sign, value := facts.Computed(computed, c.Value)
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s%s%s，此处写%s，口径是否相同？", how, sign, value, c.Value),
			En: fmt.Sprintf("%s%s%s, not %s: is the coverage the same?", how, sign, value, c.Value),
		},
		Marks:  marks,
		Values: []vet.Value{facts.Printed(c), {Text: value}},
	})
	return true
}

// level is what all sure claims of the ratio's own year say of an indicator.
func level(p *vet.Pass, key string, of extract.Claim) (extract.Claim, bool) {
	var found extract.Claim
	for _, c := range p.Claims {
		if c.Key != key || !c.Sure || c.Kind != of.Kind || c.Period != of.Period || c.Measure == extract.Growth || c.Value.Form != quantity.Single || c.Value.Op != quantity.Equal || c.Value.Unit.IsZero() || c.Value.Unit.Dim == quantity.Points || c.Value.Unit.Dim == quantity.Share {
			continue
		}
		if found.Key != "" && quantity.Compare(found.Value, c.Value).Relation != quantity.Agree {
			return found, false
		}
		found = c
	}
	return found, found.Key != ""
}
