package target

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/quantity"
)

// sameValue compares numbers by value.
var sameValue = cmp.Comparer(func(a, b quantity.Number) bool { return a.Equal(b) })

// genNumber draws a decimal as reports print them.
func genNumber(t *rapid.T, label string) quantity.Number {
	n := quantity.Int(rapid.Int64Range(-20000, 20000).Draw(t, label))
	return n.Shift(-rapid.IntRange(0, 3).Draw(t, label+" places"))
}

func genPair(t *rapid.T) (low, high quantity.Number) {
	low = genNumber(t, "low")
	high = low.Add(quantity.Int(rapid.Int64Range(1, 5000).Draw(t, "width")).Shift(low.Places() * -1))
	return low, high
}

var units = []string{"", "%", "‰", "亿元", "万人", "万亩", "件", "天", "万元/人"}

// genTarget draws a target of any kind as Parse gives them.
func genTarget(t *rapid.T) Target {
	unit := rapid.SampledFrom(units).Draw(t, "unit")
	sense := rapid.SampledFrom([]Sense{Min, Max}).Draw(t, "sense")
	op := rapid.SampledFrom([]quantity.Comparator{eq, ge, le, gt, lt}).Draw(t, "op")
	ref := rapid.SampledFrom([]string{"全国平均水平", "经济增长", "全省增速", "GDP"}).Draw(t, "reference")
	year := rapid.SampledFrom([]string{"", "2020年"}).Draw(t, "year")
	approx := rapid.Bool().Draw(t, "approx")
	if op != eq {
		sense = senseOf(op, Context{})
	}
	switch k := rapid.SampledFrom([]Kind{Bound, Range, Double, About, Change, Benchmark, Grade, Delegated, Deferred, Open}).Draw(t, "kind"); k {
	case Bound:
		return Target{Kind: k, Op: op, Value: genNumber(t, "value"), Unit: unit, Sense: sense}
	case About:
		return Target{Kind: k, Op: quantity.About, Value: genNumber(t, "value"), Unit: unit, Sense: sense}
	case Range:
		low, high := genPair(t)
		return Target{Kind: k, Low: low, High: high, Unit: unit, Sense: sense, Approx: approx}
	case Double:
		low, high := genPair(t)
		if sense == Max {
			low, high = high, low
		}
		return Target{Kind: k, Op: op, Value: low, Stretch: high, Unit: unit, Sense: sense}
	case Change:
		return genChange(t, op, sense, year, approx)
	case Benchmark:
		if op == eq {
			return Target{Kind: k, Reference: ref, Approx: approx, Sense: sense}
		}
		b := Target{Kind: k, Op: op, Reference: ref, Sense: sense}
		if (op == gt || op == lt) && rapid.Bool().Draw(t, "delta") {
			b.Delta, b.HasDelta, b.Unit, b.Approx = genNumber(t, "delta").Abs(), true, "个百分点", approx
			if b.Delta.Sign() == 0 {
				b.Delta = quantity.Int(1) // 高于全省0个百分点 is no form of a target
			}
		}
		return b
	case Grade:
		g := Target{Kind: k, Grade: rapid.SampledFrom(classes).Draw(t, "class"), Sense: Min}
		if approx {
			g.Op = ge
		}
		return g
	default:
		return Target{Kind: k}
	}
}

func genChange(t *rapid.T, op quantity.Comparator, sense Sense, year string, approx bool) Target {
	c := Target{Kind: Change, Reference: year, Op: op, Sense: sense}
	switch rapid.IntRange(0, 2).Draw(t, "form") {
	case 0:
		c.HasFactor, c.Op, c.Sense = true, eq, Min
		c.Factor = quantity.Int(1 << rapid.IntRange(1, 3).Draw(t, "turns"))
	case 1:
		c.HasDelta = true
		c.Approx = approx && op == eq
	default:
		c.HasDelta, c.Unit, c.Delta = true, "个百分点", genNumber(t, "delta")
		c.Approx = approx && op == eq
		if op == eq {
			c.Sense = Min
			if c.Delta.Sign() < 0 {
				c.Sense = Max
			}
		}
	}
	return c
}

// What is printed is read back as the same.
func TestPrintParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := genTarget(t)
		text := want.String()
		got := Parse(text, Context{Sense: want.Sense})
		got.Text = ""
		if d := cmp.Diff(want, got, sameNumber); d != "" {
			t.Fatalf("%q:\n%s", text, d)
		}
	})
}

func plain(n quantity.Number) Actual {
	return Actual{Text: n.String(), Quantity: quantity.Quantity{Value: n}, HasValue: true}
}

func reached(v Verdict) bool { return v == Met || v == Exceeded }

// Whoever meets a tighter bound meets a looser one.
func TestLooserBoundIsMet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low, high := genPair(t)
		sense := rapid.SampledFrom([]Sense{Min, Max}).Draw(t, "sense")
		tight, loose, op := high, low, ge
		if sense == Max {
			tight, loose, op = low, high, le
		}
		a := plain(genNumber(t, "actual"))
		if rapid.Bool().Draw(t, "bound") {
			a.Quantity.Op = rapid.SampledFrom([]quantity.Comparator{ge, le, gt, lt, quantity.About}).Draw(t, "op")
		}
		tt := Test(bound(op, tight.String(), "", sense), a, Context{})
		ll := Test(bound(op, loose.String(), "", sense), a, Context{})
		if reached(tt.Verdict) && !reached(ll.Verdict) {
			t.Fatalf("%s meets %s but not %s", a.Quantity, tight, loose)
		}
		if ll.Verdict == Missed && tt.Verdict != Missed {
			t.Fatalf("%s misses %s but not %s", a.Quantity, loose, tight)
		}
	})
}

// Turning the number line round turns nothing in the verdict.
func TestPolarityFlips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := genTarget(t)
		a := plain(genNumber(t, "actual"))
		if target.Kind != Bound && target.Kind != Double && target.Kind != Range {
			return
		}
		m := target
		m.Op, m.Sense = mirrored(target.Op), Min
		if target.Sense == Min {
			m.Sense = Max
		}
		m.Value, m.Stretch, m.Low, m.High = target.Value.Neg(), target.Stretch.Neg(), target.High.Neg(), target.Low.Neg()
		r, s := Test(target, a, Context{}), Test(m, plain(a.Quantity.Value.Neg()), Context{})
		if r.Verdict != s.Verdict || r.HasMargin != s.HasMargin || !r.Margin.Equal(s.Margin) {
			t.Fatalf("%s with %s: %s %s; mirrored %s %s", target, a.Text, r.Verdict, r.Margin, s.Verdict, s.Margin)
		}
	})
}

// A bound as actual has a verdict only when all numbers it admits agree.
func TestBoundActualByImplication(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		op := rapid.SampledFrom([]quantity.Comparator{ge, le, gt, lt}).Draw(t, "op")
		v, limit := genNumber(t, "target"), genNumber(t, "actual")
		target := bound(eq, v.String(), "", rapid.SampledFrom([]Sense{Min, Max}).Draw(t, "sense"))
		a := plain(limit)
		a.Quantity.Op = op
		whole := Test(target, a, Context{})
		step := quantity.Int(rapid.Int64Range(0, 100000).Draw(t, "step")).Shift(-3)
		if step.Sign() == 0 && (op == gt || op == lt) {
			return
		}
		n := limit.Add(step)
		if op == le || op == lt {
			n = limit.Sub(step)
		}
		one := Test(target, plain(n), Context{})
		if whole.Verdict == Missed && one.Verdict != Missed || reached(whole.Verdict) && !reached(one.Verdict) ||
			whole.Verdict == Exceeded && one.Verdict != Exceeded {
			t.Fatalf("%s against %s is %s, but %s is %s", a.Quantity, target, whole.Verdict, n, one.Verdict)
		}
	})
}

// Zeros printed behind a number change no verdict and no margin, except that
// 7.0%左右 states more digits than 7%左右.
func TestTrailingZeros(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target := genTarget(t)
		if target.Kind == About || target.Approx || target.Op == quantity.About {
			return
		}
		zeros := rapid.IntRange(1, 4).Draw(t, "zeros")
		pad := func(n quantity.Number) quantity.Number { return n.Round(n.Places() + zeros) }
		padded := target
		padded.Value, padded.Low, padded.High, padded.Stretch = pad(target.Value), pad(target.Low), pad(target.High), pad(target.Stretch)
		n := genNumber(t, "actual")
		r, s := Test(target, plain(n), Context{}), Test(padded, plain(pad(n)), Context{})
		if r.Verdict != s.Verdict || r.Margin.String() != s.Margin.String() {
			t.Fatalf("%s with %s: %s %s; with zeros %s %s", target, n, r.Verdict, r.Margin, s.Verdict, s.Margin)
		}
	})
}

// Reading and testing never panic, and what Parse read prints to what it reads.
func FuzzTarget(f *testing.F) {
	for _, s := range []string{"8以上", "下降3%以上", "增长5.5%、力争6%", "与经济增长基本同步", "高于全国平均水平0.5个百分点以上",
		"保持或优于Ⅲ类", "比2010年翻一番", "完成市级下达目标", "较上年提高1个百分点", "1.92:1", "不低于3%、不高于5%", "-1%至1%左右", "控制在省定范围内", "基本完成", "只降不升"} {
		f.Add(s, "6.3", "%", false)
		f.Add(s, s, "", true)
	}
	f.Fuzz(func(t *testing.T, text, actual, unit string, fall bool) {
		c := Context{Unit: unit, Fall: fall, Growth: !fall}
		want := Parse(text, c)
		a := ParseActualIn(actual, c)
		if r := Test(want, a, c); r.Verdict == "" || r.Zh == "" || r.En == "" {
			t.Fatalf("no answer: %+v", r)
		}
		want = Parse(text, Context{})
		if _, known := quantity.ParseUnit(want.Unit); want.Unit != "" && want.Unit != ratioUnit && !known {
			return // a unit of scraps that does not read back: 百 分
		}
		got := Parse(want.String(), Context{Sense: want.Sense})
		got.Text = want.Text
		if d := cmp.Diff(want, got, sameValue); d != "" {
			t.Fatalf("%q prints %q:\n%s", text, want.String(), d)
		}
	})
}

// phrases are scraps of which targets are made.
var phrases = []string{"增长", "下降", "控制在", "力争", "达到", "8", "3.5", "6%", "1个百分点", "-2%", "500万元", "以上", "以内", "左右", "至", "、", "，",
	"高于", "不低于", "低于", "与", "同步", "持平", "基本", "上年", "较上年", "比2020年", "2010年", "全国平均水平", "经济增长", "翻一番", "翻番", "倍", "的",
	"Ⅲ类", "优于", "完成", "省下达", "目标", "统筹", "“十四五”", "期内", "/", "正增长", "零增长", "提高", "减少", "到", "1.9:1", "近", "超", "只降不升", "水质", "（", "）", "全省"}

// Whatever Parse makes of a heap of scraps prints to what reads the same.
func TestScrapsPrintParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(phrases), 0, 8).Draw(t, "phrases") {
			text += p
		}
		want := Parse(text, Context{})
		got := Parse(want.String(), Context{Sense: want.Sense})
		got.Text = want.Text
		if d := cmp.Diff(want, got, sameValue); d != "" {
			t.Fatalf("%q prints %q:\n%s", text, want.String(), d)
		}
	})
}

// A plain number is read as the long way reads it, whatever the column.
func TestPlainNumberTheShortWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(0|[1-9][0-9]{0,7})(\.[0-9]{1,7})?`).Draw(t, "text")
		c := Context{
			Name: rapid.SampledFrom([]string{"", "新增就业", "单位GDP能耗下降", "城镇化率", "地区生产总值增速"}).Draw(t, "name"),
			Unit: rapid.SampledFrom(units).Draw(t, "unit"),
			Fall: rapid.Bool().Draw(t, "fall"), Growth: rapid.Bool().Draw(t, "growth"),
		}
		if d := cmp.Diff(readActual(text, c), ParseActualIn(text, c), sameNumber); d != "" {
			t.Fatalf("%s: %s", text, d)
		}
	})
}
