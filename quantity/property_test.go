package quantity

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// genNumber draws numbers as reports print them.
func genNumber(t *rapid.T, label string) Number {
	coef := rapid.Uint64Range(0, 999999).Draw(t, label)
	return fromCoef(coef, rapid.IntRange(0, 4).Draw(t, label+" places"), rapid.Bool().Draw(t, label+" negative") && coef > 0)
}

func genUnit(t *rapid.T, label string) Unit {
	text := rapid.SampledFrom([]string{"", "万", "亿", "元", "万元", "亿元", "%", "‰", "个百分点", "人", "万人", "名", "亩", "万亩", "公顷", "平方公里", "公里", "个", "项", "家", "万元/人", "倍", "番", "吨标准煤", "kV", "万千瓦时", "天", "标箱"}).Draw(t, label)
	if text == "" {
		return Unit{}
	}
	u, ok := ParseUnit(text)
	if !ok {
		t.Fatalf("no unit: %s", text)
	}
	return u
}

func genQuantity(t *rapid.T, label string) Quantity {
	q := Quantity{Value: genNumber(t, label), Unit: genUnit(t, label+" unit")}
	switch rapid.IntRange(0, 3).Draw(t, label+" form") {
	case 0:
		q.Form = Range
		q.High = q.Value.Add(Int(1)).Add(genNumber(t, label+" high").Abs())
		q.Op = rapid.SampledFrom([]Comparator{Equal, About}).Draw(t, label+" op")
	case 1:
		q = Quantity{Form: Ratio, Parts: []Number{genNumber(t, "a").Abs(), genNumber(t, "b").Abs(), Int(1)}}
	default:
		q.Op = rapid.SampledFrom([]Comparator{Equal, Equal, AtLeast, AtMost, More, Less, About}).Draw(t, label+" op")
		q.Near = (q.Op == More || q.Op == Less) && rapid.Bool().Draw(t, label+" near")
	}
	return q
}

func TestPrintParses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := genQuantity(t, "q")
		p, err := Parse(q.String())
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		if p.String() != q.String() || !Exact(p, q) || p.Near != q.Near || p.Unit.Text != q.Unit.Text {
			t.Fatalf("%s reads as %s", q, p)
		}
	})
}

// spell writes n in Chinese numerals.
func spell(n uint64) string {
	if n == 0 {
		return "零"
	}
	out, gap := "", false
	for _, p := range []struct {
		value uint64
		name  string
	}{{1e8, "亿"}, {1e4, "万"}, {1, ""}} {
		part := n / p.value
		n %= p.value
		if part == 0 {
			gap = out != ""
			continue
		}
		if out != "" && (gap || part < 1000) {
			out += "零"
		}
		out += spellSection(part) + p.name
		gap = false
	}
	return out
}

// spellSection writes 1 to 9999.
func spellSection(n uint64) string {
	digits := []rune("零一二三四五六七八九")
	out, gap := "", false
	for _, p := range []struct {
		value uint64
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / p.value % 10
		if d == 0 {
			gap = out != ""
			continue
		}
		if gap {
			out += "零"
		}
		out += string(digits[d]) + p.name
		gap = false
	}
	return out
}

func TestSpelledNumbersParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(0, 999999999999).Draw(t, "n")
		q, err := Parse(spell(n) + "元")
		if err != nil {
			t.Fatal(err)
		}
		if v := q.Value.Mul(q.Unit.Scale); !v.Equal(Int(int64(n))) {
			t.Fatalf("%s is %s, not %d", spell(n), q, n)
		}
	})
}

func TestCompareIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := genQuantity(t, "a"), genQuantity(t, "b")
		if rapid.Bool().Draw(t, "same unit") {
			b.Unit = a.Unit
		}
		x, y := Compare(a, b), Compare(b, a)
		if x.Relation != y.Relation || x.A.String() != y.B.String() {
			t.Fatalf("%s, %s: %s, %s", a, b, x.Relation, y.Relation)
		}
		if r := Compare(a, a).Relation; r != Agree {
			t.Fatalf("%s against itself: %s", a, r)
		}
	})
}

// What rounds to a number is within the interval that the number admits.
func TestRoundedAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fine := Quantity{Value: genNumber(t, "n"), Unit: genUnit(t, "unit")}
		coarse := fine
		coarse.Value = fine.Value.Round(rapid.IntRange(0, 4).Draw(t, "places"))
		if c := Compare(fine, coarse); c.Relation != Agree || !coarse.Interval().Contains(fine.Value) && coarse.Value.Places() < fine.Value.Places() {
			t.Fatalf("%s, %s: %s", fine, coarse, c.Relation)
		}
	})
}

func TestConversionRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := Quantity{Value: genNumber(t, "n"), Unit: genUnit(t, "unit")}
		u := genUnit(t, "to")
		p, err := q.In(u)
		if err != nil {
			if q.Unit.Same(u) {
				t.Fatal(err)
			}
			return
		}
		back, err := p.In(q.Unit)
		if err != nil {
			t.Fatal(err)
		}
		if diff := back.Value.Sub(q.Value).Abs(); diff.Cmp(Int(1).Shift(-40)) > 0 {
			t.Fatalf("%s -> %s -> %s", q, p, back)
		}
	})
}

func genInterval(t *rapid.T, label string) Interval {
	i := Interval{
		Low: genNumber(t, label), LowOpen: rapid.Bool().Draw(t, label+" low open"), HighOpen: rapid.Bool().Draw(t, label+" high open"),
		NoLow: rapid.IntRange(0, 4).Draw(t, label+" no low") == 0, NoHigh: rapid.IntRange(0, 4).Draw(t, label+" no high") == 0,
	}
	i.High = i.Low.Add(genNumber(t, label+" width").Abs())
	return i.tidy()
}

// genMember draws a value of i; ok is false when i is empty.
func genMember(t *rapid.T, i Interval, label string) (Number, bool) {
	k := rapid.IntRange(0, 1000).Draw(t, label)
	part := fromCoef(uint64(k), 3, false)
	var n Number
	switch {
	case i.NoLow && i.NoHigh:
		n = genNumber(t, label+" any")
	case i.NoLow:
		n = i.High.Sub(genNumber(t, label+" under").Abs())
	case i.NoHigh:
		n = i.Low.Add(genNumber(t, label+" over").Abs())
	default:
		n = i.Low.Add(i.High.Sub(i.Low).Mul(part))
	}
	return n, i.Contains(n)
}

func TestIntervalArithmeticContainsMembers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j := genInterval(t, "i"), genInterval(t, "j")
		x, ok := genMember(t, i, "x")
		y, ok2 := genMember(t, j, "y")
		if !ok || !ok2 {
			return
		}
		check := func(name string, z Interval, v Number) {
			if !z.Contains(v) {
				t.Fatalf("%s %s %s = %s lacks %s (of %s, %s)", i, name, j, z, v, x, y)
			}
		}
		check("+", i.Add(j), x.Add(y))
		check("-", i.Sub(j), x.Sub(y))
		check("×", i.Mul(j), x.Mul(y))
		if z, ok := i.Quo(j); ok {
			v, _ := x.Quo(y)
			eps := Interval{Low: v.Sub(Int(1).Shift(-40)), High: v.Add(Int(1).Shift(-40))}
			if !z.Overlaps(eps) {
				t.Fatalf("%s / %s = %s lacks %s", i, j, z, v)
			}
		}
		if !i.Overlaps(Point(x)) || i.Overlaps(j) != j.Overlaps(i) {
			t.Fatalf("%s, %s: overlap", i, j)
		}
	})
}

// A tighter bound overlaps whatever a looser one excludes nothing of.
func TestIntervalOfBoundHoldsItsNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := genNumber(t, "n")
		for op, in := range map[Comparator]bool{Equal: true, AtLeast: true, AtMost: true, About: true, More: false, Less: false} {
			for _, near := range []bool{false, true} {
				if got := (Quantity{Value: n, Op: op, Near: near}).Interval().Contains(n); got != in {
					t.Fatalf("%s%s near %v: %v", op, n, near, got)
				}
			}
		}
	})
}

// Float is the float nearest to the printed number, however it is written.
func TestFloatIsTheNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := Int(rapid.Int64().Draw(t, "digits")).Shift(-rapid.IntRange(-5, 20).Draw(t, "places"))
		want, err := strconv.ParseFloat(n.String(), 64)
		if got := n.Float(); err != nil || got != want {
			t.Fatalf("%s is %v, want %v", n, got, want)
		}
	})
}
