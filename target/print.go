package target

import (
	"gangmu/quantity"
)

// String prints the target in one canonical form that Parse reads back: for
// t from Parse, Parse(t.String(), Context{Sense: t.Sense}) equals t but for
// Text. Words print as they stood.
func (t Target) String() string {
	switch t.Kind {
	case Bound:
		return ceiling(t.Op == quantity.Equal && t.Sense == Max) + bounded(t.Op, t.Value, t.Unit)
	case About:
		return ceiling(t.Sense == Max) + bounded(quantity.About, t.Value, t.Unit)
	case Range:
		return t.printRange()
	case Double:
		return bounded(t.Op, t.Value, t.Unit) + "、力争" + figure(t.Stretch, t.Unit)
	case Change:
		return t.printChange()
	case Benchmark:
		return t.printBenchmark()
	case Grade:
		if t.Op == quantity.AtLeast {
			return "达到或优于" + t.Grade
		}
		return t.Grade
	case Delegated:
		return "完成上级下达目标"
	case Deferred:
		return "规划期内统筹"
	case Open:
		return "/"
	}
	return t.Text
}

func ceiling(yes bool) string {
	if yes {
		return "控制在"
	}
	return ""
}

// figure is a number with its unit: 8%, 1.92:1, 500万美元.
func figure(n quantity.Number, unit string) string { return n.String() + unit }

// bounded is a figure with its comparator: 8%以上, ＜5.5%, 7%左右.
func bounded(op quantity.Comparator, n quantity.Number, unit string) string {
	f := figure(n, unit)
	switch op {
	case quantity.AtLeast:
		return f + "以上"
	case quantity.AtMost:
		return f + "以内"
	case quantity.More:
		return "＞" + f
	case quantity.Less:
		return "＜" + f
	case quantity.About:
		return f + "左右"
	}
	return f
}

func (t Target) printRange() string {
	tail := ""
	if t.Approx {
		tail = "左右"
	}
	if t.High.Sign() < 0 {
		return "下降" + figure(t.High.Neg(), t.Unit) + "至" + figure(t.Low.Neg(), t.Unit) + tail
	}
	return ceiling(t.Sense == Max) + figure(t.Low, t.Unit) + "至" + figure(t.High, t.Unit) + tail
}

func (t Target) printChange() string {
	base := t.Reference
	if base == "" {
		base = "上年"
	}
	switch {
	case t.HasFactor:
		return t.printFactor()
	case t.Delta.Sign() == 0 && t.Unit == "":
		switch t.Op {
		case quantity.AtLeast:
			return "不低于" + base
		case quantity.AtMost:
			return "不高于" + base
		case quantity.More:
			return "高于" + base
		case quantity.Less:
			return "低于" + base
		}
		if t.Approx {
			return "与" + base + "基本持平"
		}
		return "与" + base + "持平"
	}
	verb, op, size := "提高", t.Op, t.Delta
	if t.Delta.Sign() < 0 {
		verb, op, size = "下降", mirrored(t.Op), t.Delta.Neg()
	}
	if t.Approx {
		op = quantity.About
	}
	return "较" + base + verb + bounded(op, size, t.Unit)
}

func (t Target) printFactor() string {
	turns := [...]string{2: "翻一番", 4: "翻两番", 8: "翻三番"}
	for n, word := range turns {
		if word == "" || !t.Factor.Equal(quantity.Int(int64(n))) {
			continue
		}
		if t.Reference != "" {
			word = "比" + t.Reference + word
		}
		if t.Op == quantity.AtLeast {
			word += "以上"
		}
		return word
	}
	return "达到" + t.Reference + "的" + bounded(t.Op, t.Factor, "倍")
}

func (t Target) printBenchmark() string {
	var s string
	switch t.Op {
	case quantity.More:
		s = "高于" + t.Reference
	case quantity.Less:
		s = "低于" + t.Reference
	case quantity.AtLeast:
		s = "不低于" + t.Reference
	case quantity.AtMost:
		s = "不高于" + t.Reference
	default:
		if t.Approx {
			return "与" + t.Reference + "基本同步"
		}
		return "与" + t.Reference + "同步"
	}
	if !t.HasDelta {
		return s
	}
	if t.Approx {
		return s + bounded(quantity.About, t.Delta, t.Unit)
	}
	return s + figure(t.Delta, t.Unit)
}
