package monitor

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/quantity"
	"gangmu/target"
)

func genValue(t *rapid.T, label string) quantity.Number {
	return quantity.Int(rapid.Int64Range(0, 2000).Draw(t, label)).Shift(-rapid.IntRange(0, 1).Draw(t, label+" places"))
}

func actualOf(n quantity.Number) target.Actual {
	return target.Actual{Text: n.String(), Quantity: quantity.Quantity{Value: n}, HasValue: true}
}

// genSeries draws a series with a target that is a number and values since
// January; values of accumulating ones do not fall.
func genSeries(t *rapid.T) Series {
	unit := rapid.SampledFrom([]string{"%", "亿元", "天", "人"}).Draw(t, "unit")
	sense := rapid.SampledFrom([]target.Sense{target.Min, target.Max}).Draw(t, "sense")
	s := Series{
		Year: 2026, Kind: rapid.SampledFrom([]Kind{Accumulating, Growth, Share, Stock, Ceiling}).Draw(t, "kind"),
		Binding: rapid.Bool().Draw(t, "binding"),
		Context: target.Context{Unit: unit, Sense: sense},
	}
	goal := genValue(t, "goal")
	s.Target = target.Target{Kind: target.Bound, Value: goal, Sense: sense}
	switch rapid.IntRange(0, 2).Draw(t, "form") {
	case 1:
		s.Target = target.Target{Kind: target.Range, Low: goal, High: goal.Add(quantity.Int(5)), Sense: sense}
	case 2:
		s.Target = target.Target{Kind: target.About, Op: quantity.About, Value: goal, Sense: sense}
	}
	if rapid.Bool().Draw(t, "milestones") {
		s.Milestones = []Milestone{{Quarter(2026, 2), genValue(t, "milestone")}}
	}
	seq := int64(1)
	for year := 2026 - rapid.IntRange(0, 2).Draw(t, "past"); year <= 2026; year++ {
		last, n := 12, quantity.Int(0)
		if year == 2026 {
			last = rapid.IntRange(1, 12).Draw(t, "month")
		}
		for m := 1; m <= last; m++ {
			n = n.Add(genValue(t, "step"))
			s.Values = append(s.Values, Value{Seq: seq, Period: Month(year, m), Actual: actualOf(n)})
			seq++
		}
	}
	return s
}

var someDay = day("2026-01-20") // before anything is overdue

var severity = map[Light]int{Green: 1, Yellow: 2, Red: 3}

// A higher last value never worsens the light of a floor, nor a lower one that of
// a ceiling.
func TestBetterValueNeverWorsens(t *testing.T) {
	set := Defaults()
	rapid.Check(t, func(t *rapid.T) {
		s := genSeries(t)
		better := s
		better.Values = slices.Clone(s.Values)
		last := &better.Values[len(better.Values)-1]
		step := genValue(t, "improvement")
		if s.ceiling() {
			step = step.Neg()
		}
		last.Actual = actualOf(last.Actual.Quantity.Value.Add(step))
		a, b := Judge(s, someDay, set), Judge(better, someDay, set)
		if severity[a.Light] == 0 || severity[b.Light] > severity[a.Light] {
			t.Fatalf("%s\nbetter by %s:\n%s\n%s %s", a.Zh, step.Abs(), b.Zh, a.Light, b.Light)
		}
	})
}

// The order in which facts come does not matter, nor do versions that later ones
// replaced.
func TestOrderOfFactsDoesNotMatter(t *testing.T) {
	set := Defaults()
	rapid.Check(t, func(t *rapid.T) {
		s := genSeries(t)
		other := s
		other.Values = slices.Clone(s.Values)
		for _, v := range s.Values {
			if rapid.Bool().Draw(t, "replaced") {
				v.Seq, v.Actual = -v.Seq, actualOf(genValue(t, "earlier version"))
				other.Values = append(other.Values, v)
			}
		}
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(other.Values), func(i, j int) {
			other.Values[i], other.Values[j] = other.Values[j], other.Values[i]
		})
		if d := cmp.Diff(Judge(s, someDay, set), Judge(other, someDay, set), sameNumber); d != "" {
			t.Fatal(d)
		}
	})
}

// January and February as one period judge as the two months apart do, from
// February on, with forecast and sentence.
func TestJanFebEqualsItsSplit(t *testing.T) {
	set := Defaults()
	rapid.Check(t, func(t *rapid.T) {
		s := genSeries(t)
		joined := s
		joined.Values = nil
		months := 0
		for _, v := range s.Values {
			switch v.Period.Last {
			case 1:
				continue
			case 2:
				v.Period = JanFeb(v.Period.Year)
			}
			if v.Period.Year == 2026 {
				months++
			}
			joined.Values = append(joined.Values, v)
		}
		if months == 0 {
			return
		}
		joined.Schedule.JanFeb = true
		a, b := Judge(s, someDay, set), Judge(joined, someDay, set)
		if a.Light != b.Light || a.Zh != b.Zh || a.En != b.En {
			t.Fatalf("%s\n%s", a.Zh, b.Zh)
		}
	})
}

// A light goes by what its sentence prints: Done, Pace and Behind are those of the
// sentence, and Behind is their difference.
func TestSentenceAndLightAgree(t *testing.T) {
	set := Defaults()
	rapid.Check(t, func(t *rapid.T) {
		j := Judge(genSeries(t), someDay, set)
		if j.Done == nil {
			return
		}
		if gap := j.Done.Sub(*j.Pace).Abs(); !gap.Equal(j.Behind.Abs()) || j.Done.Places() != 1 || j.Pace.Places() != 1 {
			t.Fatalf("%s - %s is not %s", j.Done, j.Pace, j.Behind)
		}
		if j.Light == Green && j.Behind.Cmp(num("10")) >= 0 && j.From.Period.Last < 12 {
			t.Fatalf("green, %s points behind", j.Behind)
		}
	})
}

// A forecast's range holds its value, and a total that never fell is not forecast
// below what has come together.
func TestForecastIsInItsRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := genSeries(t)
		f, ok := Predict(s)
		if !ok {
			return
		}
		last := s.current()
		done := last[len(last)-1].Actual.Quantity.Value.Float()
		if f.Low > f.High || s.Kind == Accumulating && (f.High < done || f.Low < done) {
			t.Fatalf("%+v with %v done", f, done)
		}
	})
}

// Whatever is given, there is a light with a sentence, and no panic.
func TestAnythingGetsASentence(t *testing.T) {
	texts := []string{"", "/", "8", "-3.5", "8以上", "＜5.5", "近40", "6%-6.5%", "1.92:1", "1:0", "Ⅲ类", "持平", "翻一番", "较上年提高1个百分点", "完成市级下达目标", "低于全市平均", "0", "5万人", "下降3%"}
	set := Defaults()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(texts)
		unit := rapid.SampledFrom([]string{"", "%", "亿元", "天", ":"}).Draw(t, "unit")
		s := Series{Year: 2026, Context: target.Context{Name: "指标", Unit: unit, Either: rapid.Bool().Draw(t, "either")}}
		s.Kind = rapid.SampledFrom(Kinds).Draw(t, "kind")
		s.Flow = rapid.Bool().Draw(t, "flow")
		s.Schedule.Frequency = rapid.SampledFrom([]Frequency{"", Monthly, Quarterly, HalfYearly, Yearly}).Draw(t, "frequency")
		s.Target = target.Parse(text.Draw(t, "target"), s.Context)
		for range rapid.IntRange(0, 6).Draw(t, "values") {
			first := rapid.IntRange(1, 12).Draw(t, "first")
			p := Period{rapid.IntRange(2024, 2026).Draw(t, "year"), first, rapid.IntRange(first, 12).Draw(t, "last")}
			s.Values = append(s.Values, Value{Period: p, Actual: target.ParseActualIn(text.Draw(t, "value"), s.Context)})
		}
		today := time.Date(2026, time.Month(rapid.IntRange(1, 24).Draw(t, "today")), 16, 0, 0, 0, 0, time.UTC)
		if j := Judge(s, today, set); j.Zh == "" || j.En == "" || j.Light == "" {
			t.Fatalf("%+v", j)
		}
	})
}
