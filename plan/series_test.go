package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"gangmu/plan"
)

// TestSeries holds that what one report promises for a year stands beside what
// the next says was achieved in it, level and growth apart.
func TestSeries(t *testing.T) {
	first := &plan.Plan{Region: "云溪市", ExecutedYear: 2029, PlannedYear: 2030, Indicators: rows(2030, "||地区生产总值增长|%|||6左右", "||坡改梯|亩|||100")}
	second := &plan.Plan{Region: "云溪市", ExecutedYear: 2030, PlannedYear: 2031,
		Indicators: append(rows(2030, "||GDP增速|%||||6.1", "||地区生产总值|亿元||||980"), rows(2031, "||地区生产总值增速|%|||6")...)}
	for i := range second.Indicators[:2] {
		second.Indicators[i].Measures[0].HasTarget = false
	}
	all := append(first.Observations("a.txt"), second.Observations("b.txt")...)
	var got []string
	for _, s := range plan.SeriesOf(all) {
		for _, y := range s.Years {
			line := fmt.Sprintf("%s %s %s %d:", s.Indicator, s.Measure, s.Name, y.Year)
			for _, o := range y.Promised {
				line += fmt.Sprintf(" promised %s%s (%s)", o.Op, o.Value, o.File)
			}
			for _, o := range y.Achieved {
				line += fmt.Sprintf(" achieved %s%s (%s)", o.Op, o.Value, o.File)
			}
			got = append(got, line)
		}
	}
	want := []string{
		"gdp growth 地区生产总值增长 2030: promised ~6 (a.txt) achieved =6.1 (b.txt)",
		"gdp growth 地区生产总值增长 2031: promised =6 (b.txt)",
		" level 坡改梯 2030: promised =100 (a.txt)",
		"gdp level 地区生产总值 2030: achieved =980 (b.txt)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestAFallStandsInTheSeriesOfTheGrowth(t *testing.T) {
	p := &plan.Plan{Region: "云溪市", Indicators: rows(2030, "||一般公共预算收入下降|%|||9.8以上", "||单位GDP能耗下降|%|||3")}
	got := p.Observations("a.txt")
	if o := got[0]; o.Measure != "growth" || o.Value != "-9.8" || o.Op != "<=" || o.Text != "9.8以上" {
		t.Errorf("a fall of revenue: %+v", o)
	}
	if o := got[1]; o.Measure != "decline" || o.Value != "3" {
		t.Errorf("a fall of energy use: %+v", o)
	}
}
