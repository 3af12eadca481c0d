// Package levelgrowth checks a base, a growth and the level that they lead to.
package levelgrowth

import (
	"fmt"
	"strconv"
	"strings"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/facts"
)

// Rule multiplies a base by its growth where a report states base, growth and
// level. Where the three stand in one sentence they must fit; elsewhere the base
// may have been revised, so that is a warning.
var Rule = &vet.Rule{
	ID: "level-growth", Severity: vet.Warning, Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "基数、增速与总量不相符", En: "Base, growth and level do not fit"},
		What: vet.Words{
			Zh: "基数×（1＋增速）应当等于总量：在612亿元的基础上增长10%，就是673.2亿元。",
			En: "The base times one plus the growth is the level: 10% on top of 61.2 billion is 67.3 billion.",
		},
		Why: vet.Words{
			Zh: "三个数中必有一个写错，或者口径有变化而没有说明。",
			En: "One of the three numbers is wrong, or the coverage changed without a word.",
		},
		Silent: vet.Words{
			Zh: "地区生产总值和各类增加值按可比价计算增速，不适用；带“超、近、左右”的数和年均增速不算；按印出位数的取值区间计算。",
			En: "Products and values added grow at constant prices; numbers with over, nearly, about and averages over years are left out; intervals of the printed digits are used.",
		},
		Wrong: examplePrefix + "网络零售额将在2030年60亿元的基础上增长10%，达到72亿元。\n",
		Right: examplePrefix + "网络零售额将在2030年60亿元的基础上增长10%，达到66亿元。\n",
	},
	Run: run,
}

const examplePrefix = "2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n二、2031年国民经济和社会发展计划总体考虑\n"

func run(p *vet.Pass) error {
	growths := func(c extract.Claim) bool { return c.Measure == extract.Growth && exact(c) }
	var found []vet.Finding
	for _, g := range facts.Of(p.Claims, growths) {
		for _, growth := range g {
			if constantPrices(growth.Key) {
				continue
			}
			if f, ok := check(p, growth); ok {
				found = append(found, f)
				break
			}
		}
	}
	found = append(found, receding(p)...)
	for _, f := range together(found) {
		p.Report(f)
	}
	return nil
}

// together makes one finding of the warnings about one paragraph: several targets
// that miss their bases rest on other bases than the report gives.
func together(all []vet.Finding) []vet.Finding {
	var out []vet.Finding
	at := map[[2]string]int{} // the finding of a paragraph
	for _, f := range all {
		s := f.Marks[0].Span
		place := [2]string{s.Block, strconv.Itoa(s.Line)}
		i, again := at[place]
		if f.Severity != vet.Warning || !again {
			if f.Severity == vet.Warning {
				at[place] = len(out)
			}
			out = append(out, f)
			continue
		}
		out[i].Message.Zh += f.Message.Zh
		out[i].Message.En += " " + f.Message.En
		out[i].Marks = append(out[i].Marks, f.Marks...)
	}
	return out
}

// constantPrices reports what grows by volume while its level is in money of the
// year.
func constantPrices(key string) bool {
	return key == "gdp" || strings.Contains(key, "value-added") || strings.Contains(key, "gdp-per") || strings.Contains(key, "增加值") || strings.Contains(key, "生产总值")
}

// exact reports one plain number for a whole year.
func exact(c extract.Claim) bool {
	return c.Value.Form == quantity.Single && c.Value.Op == quantity.Equal && len(c.Period) == len("2030")
}

// check sets one growth against its base and level; ok tells that they do not fit.
func check(p *vet.Pass, growth extract.Claim) (f vet.Finding, ok bool) {
	level, ok := levelOf(p.Claims, growth, growth.Year)
	if !ok {
		return f, false
	}
	base, ok := levelOf(p.Claims, growth, growth.Year-1)
	if !ok || !base.Value.Unit.Same(level.Value.Unit) || base.Kind == extract.TargetClaim {
		return f, false
	}
	one := quantity.Point(quantity.Int(1))
	factor := growth.Value.Interval().Mul(quantity.Point(quantity.MustNumber("0.01"))).Add(one)
	computed := base.Value.Base().Mul(factor)
	if computed.Overlaps(reach(level)) {
		return f, false
	}
	severity := vet.Warning
	if sameLine(base, growth) && sameLine(growth, level) {
		severity = vet.Error
	}
	return finding(severity, base, growth, level)
}

// reach is what a level admits. A target in round figures (600亿元) is only as
// precise as its last digit that is not nought.
func reach(c extract.Claim) quantity.Interval {
	q := c.Value
	digits := strings.TrimRight(q.Value.String(), "0")
	if c.Kind == extract.TargetClaim && q.Value.Places() == 0 && digits != "" {
		noughts := len(q.Value.String()) - len(digits)
		half, _ := quantity.Int(1).Shift(noughts).Quo(quantity.Int(2))
		wide := quantity.Interval{Low: q.Value.Sub(half), High: q.Value.Add(half), HighOpen: true}
		return wide.Mul(quantity.Point(q.Unit.Scale))
	}
	return q.Base()
}

// levelOf is the level of what grows in a year: the nearest statement of the
// growth's own sort, if the tables and the text agree on it.
func levelOf(claims []extract.Claim, g extract.Claim, year int) (extract.Claim, bool) {
	var found extract.Claim
	ok := false
	for _, c := range claims {
		if c.Key != g.Key || c.Year != year || !c.Sure || !exact(c) || c.Measure != extract.Level && c.Measure != extract.Count {
			continue
		}
		if year == g.Year && c.Kind != g.Kind {
			continue
		}
		if !g.Known() && !sameLine(c, g) {
			continue
		}
		if ok && !sameLine(found, g) && quantity.Compare(found.Value, c.Value).Relation == quantity.Differ {
			return found, false
		}
		if !ok || sameLine(c, g) && !sameLine(found, g) {
			found, ok = c, true
		}
	}
	return found, ok
}

func sameLine(a, b extract.Claim) bool {
	return a.Span.Line == b.Span.Line && a.Span.Block == b.Span.Block
}

func finding(s vet.Severity, base, growth, level extract.Claim) (vet.Finding, bool) {
	hundred := quantity.Int(100)
	factor, _ := growth.Value.Value.Add(hundred).Quo(hundred)
	places := max(level.Value.Value.Places(), 0) + 1
	b, err := base.Value.In(level.Value.Unit)
	if err != nil {
		return vet.Finding{}, false
	}
	value := b.Value.Mul(factor).Round(places).Plain().String() + level.Value.Unit.Text
	implied := ""
	if ratio, ok := level.Value.Value.Quo(b.Value); ok {
		implied = ratio.Sub(quantity.Int(1)).Mul(hundred).Round(1).String() + "%"
	}
	year := strconv.Itoa(level.Year)
	return vet.Finding{
		Severity: s,
		Message: vet.Words{
			Zh: fmt.Sprintf("%s%s年：%s×（1＋%s）＝%s，此处写%s；如总量无误，增速应为%s。", level.Indicator, year, base.Value, growth.Value, value, level.Value, implied),
			En: fmt.Sprintf("%s %s: %s × (1 + %s) = %s, not %s; for that level the growth would be %s.", level.Indicator, year, base.Value, growth.Value, value, level.Value, implied),
		},
		Marks: []vet.Mark{facts.Mark(level, vet.Subject), facts.Mark(base, vet.Evidence), facts.Mark(growth, vet.Evidence)},
	}, true
}
