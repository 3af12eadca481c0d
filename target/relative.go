package target

import (
	"strings"

	"gangmu/internal/words"
	"gangmu/quantity"
)

// parseFactor reads 翻一番, 翻两番, and 达到2020年的1.5倍.
func parseFactor(s string, list []amount, _ Context) (Target, bool) {
	t := Target{Kind: Change, HasFactor: true, Sense: Min, Reference: baseYear(s)}
	if strings.Contains(s, "翻番") {
		t.Factor = quantity.Int(2)
		return t, true
	}
	for _, a := range list {
		switch {
		case strings.HasSuffix(a.Unit.Text, "番"):
			n := 0
			for n < 10 && quantity.Int(int64(n)).Cmp(a.Value) < 0 {
				n++
			}
			if !quantity.Int(int64(n)).Equal(a.Value) {
				return Target{}, false
			}
			t.Factor, t.Op = quantity.Int(1<<n), factorOp(a.Op)
			return t, true
		case a.Unit.Text == "倍" && t.Reference != "" && strings.HasSuffix(a.lead, "的"):
			t.Factor, t.Op = a.Value, factorOp(a.Op)
			return t, true
		}
	}
	return Target{}, false
}

// factorOp keeps floors only: a doubling is nothing to stay under.
func factorOp(op quantity.Comparator) quantity.Comparator {
	if op == quantity.AtLeast || op == quantity.More {
		return op
	}
	return quantity.Equal
}

// comparing stand before a year that is compared with.
var comparing = words.New("比", "较", "达到", "在", "是", "为", "与", "于")

// baseYear is the year that s compares with when it is not last year: 2020年.
func baseYear(s string) string {
	if !comparing.In(s) {
		return ""
	}
	for m := range quantity.Scan(s) {
		if m.Kind != quantity.Year || m.NumStart != m.Start {
			continue
		}
		if i, _ := lastOf(s[:m.Start], []string{"比", "较", "达到", "在", "是", "为", "与", "于"}); i >= 0 {
			return strings.TrimSpace(s[m.NumStart:m.NumEnd])
		}
	}
	return ""
}

// stillWords say that a value shall not change, with the comparator they mean.
var stillWords = []struct {
	word string
	op   quantity.Comparator
}{
	{"只降不升", quantity.AtMost}, {"只减不增", quantity.AtMost}, {"不增加", quantity.AtMost}, {"不上升", quantity.AtMost}, {"不反弹", quantity.AtMost},
	{"只增不减", quantity.AtLeast}, {"只升不降", quantity.AtLeast}, {"不减少", quantity.AtLeast}, {"不下降", quantity.AtLeast}, {"不降低", quantity.AtLeast},
}

// parseChange reads targets against the value of last year or another year:
// 较上年提高1个百分点, 与上年持平, 只增不减, 不低于上年, 比2020年下降18%.
func parseChange(s string, list []amount, c Context) (Target, bool) {
	if a, ok := changeAmount(s, list, c); ok {
		t := Target{Kind: Change, Delta: a.Value, HasDelta: true, Unit: a.unit(), Op: a.Op, Reference: baseYear(s)}
		if a.Op == quantity.About {
			t.Op, t.Approx = quantity.Equal, true
		}
		if t.Sense = a.sense(c); a.Op == quantity.Equal || t.Approx {
			t.Sense = Min
			if a.Value.Sign() < 0 {
				t.Sense = Max
			}
		}
		return t, true
	}
	t := Target{Kind: Change, HasDelta: true, Reference: baseYear(s)}
	if op, rest, ok := comparison(s, list, c); ok && len(list) == 1 && (op == quantity.More || op == quantity.Less) {
		if a := list[0]; a.start >= len(s)-len(rest) && isLastYear(s[len(s)-len(rest):a.start]) && a.Unit.Dim != quantity.Share && a.Form == quantity.Single && a.Value.Sign() > 0 {
			return t.distant(op, a), true
		}
	}
	if len(list) > 0 {
		return Target{}, false
	}
	for _, w := range stillWords {
		if strings.Contains(s, w.word) {
			t.Op, t.Sense = w.op, senseOf(w.op, c)
			return t, true
		}
	}
	if op, rest, ok := comparison(s, list, c); ok && (isLastYear(rest) || t.Reference != "") {
		t.Op, t.Sense = op, senseOf(op, c)
		return t, true
	}
	if isStill(s) && !namesOther(s) {
		t.Approx, t.Sense = containsAny(s, "基本", "大体", "总体"), c.sense()
		return t, true
	}
	return Target{}, false
}

// distant is 高于上年0.5个百分点.
func (t Target) distant(op quantity.Comparator, a amount) Target {
	t.Sense, t.Unit, t.Delta, t.Op = Min, a.unit(), a.Value, a.Op
	if op == quantity.Less {
		t.Sense, t.Delta, t.Op = Max, negated(a.Value), mirrored(a.Op)
	}
	if a.Op == quantity.About {
		t.Op, t.Approx = quantity.Equal, true
	}
	if t.Op != quantity.Equal {
		t.Sense = senseOf(t.Op, Context{})
	}
	return t
}

// changeAmount is the number by which a value shall change, signed.
func changeAmount(s string, list []amount, c Context) (amount, bool) {
	if len(list) == 0 || list[0].Form != quantity.Single {
		return amount{}, false
	}
	a := list[0]
	if i, _ := firstOf(s[:a.start], comparisons); i >= 0 && !isLastYear(s[:a.start]) {
		return amount{}, false // 高于全国0.5个百分点
	}
	if a.direction == 0 || a.level || c.Fall {
		return amount{}, false
	}
	switch {
	case a.Unit.Dim == quantity.Points:
	case a.Unit.Dim == quantity.Share:
		shareMoves := c.Unit == "%" && !c.Growth && containsAny(a.verb, "提高", "提升", "上升")
		if !shareMoves && baseYear(s) == "" {
			return amount{}, false // 增长8%, 下降3%: the rate itself
		}
	case !containsAny(s, lastYear...) && baseYear(s) == "" && !strings.HasSuffix(a.lead, a.verb):
		return amount{}, false
	}
	return a.signed(), true
}

func isLastYear(s string) bool { return containsAny(s, "上年", "去年", "上一年") }

// isStill reports 持平, which 保持平稳 and 保持平衡 only seem to hold.
func isStill(s string) bool {
	_, rest, ok := strings.Cut(s, "持平")
	return ok && !containsAny(firstRunes(rest, 1), "稳", "衡", "缓", "安", "均")
}

// namesOther reports 与…持平 with something other than last year.
func namesOther(s string) bool {
	end := strings.Index(s, "持平")
	i, word := firstOf(s[:end], []string{"与", "和", "同", "跟"})
	if i < 0 || strings.HasPrefix(s[i:], "同比") {
		return false
	}
	ref := trimAdverbs(strings.TrimSpace(s[i+len(word) : end]))
	return ref != "" && !isLastYear(ref) && !containsAny(ref, "同期") && baseYear(s) == ""
}

func senseOf(op quantity.Comparator, c Context) Sense {
	switch op {
	case quantity.AtLeast, quantity.More:
		return Min
	case quantity.AtMost, quantity.Less:
		return Max
	}
	return c.sense()
}
