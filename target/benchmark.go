package target

import (
	"strings"
	"unicode/utf8"

	"gangmu/quantity"
)

// comparisons are the words that set a value against another series. The
// longer stand before those that they contain.
var comparisons = []string{
	"不低于", "不少于", "不慢于", "不落后于", "不小于", "不高于", "不超过", "不快于", "不大于",
	"略高于", "略低于", "略快于", "明显高于", "明显快于", "高于", "低于", "快于", "慢于", "大于", "小于", "高出", "超过", "跑赢", "领先于", "领先", "优于", "好于",
}

// comparison reads “高于全国…”: the comparator and what follows the word.
// ok is false when no such word stands in s or a number follows it at once.
func comparison(s string, list []amount, c Context) (op quantity.Comparator, rest string, ok bool) {
	i, word := firstOf(s, comparisons)
	if i < 0 {
		return 0, "", false
	}
	rest = strings.TrimSpace(s[i+len(word):])
	if rest == "" {
		return 0, "", false
	}
	for _, a := range list {
		if a.numStart == len(s)-len(rest) {
			return 0, "", false
		}
	}
	switch {
	case containsAny(word, "优于", "好于"):
		op = quantity.More
		if c.sense() == Max {
			op = quantity.Less
		}
	case containsAny(word, "不低于", "不少于", "不慢于", "不落后于", "不小于"):
		op = quantity.AtLeast
	case strings.HasPrefix(word, "不"):
		op = quantity.AtMost
	case containsAny(word, "低于", "慢于", "小于"):
		op = quantity.Less
	default:
		op = quantity.More
	}
	return op, rest, true
}

// parseBenchmark reads targets against another series: 高于全国平均水平0.5个
// 百分点以上, 与经济增长基本同步, 达到全省平均水平.
func parseBenchmark(s string, list []amount, c Context) (Target, bool) {
	t := Target{Kind: Benchmark}
	if op, rest, ok := comparison(s, list, c); ok && (len(list) == 0 || list[0].numStart >= len(s)-len(rest)) {
		t.Op, t.Sense = op, senseOf(op, c)
		end := len(rest)
		if a := amountIn(list, len(s)-len(rest)); a != nil {
			end = a.start - (len(s) - len(rest))
			t.Delta, t.HasDelta, t.Unit = a.Value, true, a.unit()
			t.Approx = a.Op == quantity.About
			if a.Form != quantity.Single || a.Value.Sign() <= 0 || strings.ContainsAny(rest[:max(end, 0)], "，,；;。") {
				return Target{}, false // a number of its own: 快于经济增长，达到8%
			}
		}
		t.Reference = reference(rest[:max(end, 0)])
		return t, isReference(t.Reference)
	}
	if len(list) > 0 {
		return Target{}, false
	}
	if ref, approx, ok := inStep(s); ok {
		t.Reference, t.Approx, t.Sense = ref, approx, c.sense()
		return t, isReference(ref)
	}
	if rest, ok := strings.CutPrefix(s, "达到"); ok && containsAny(rest, "平均", "均值", "省均", "市均") {
		t.Sense = c.sense()
		if up, ok := strings.CutSuffix(rest, "以上"); ok {
			rest, t.Op = up, quantity.AtLeast
		}
		t.Reference = reference(rest)
		return t, isReference(t.Reference)
	}
	return Target{}, false
}

// amountIn is the first amount from byte i on.
func amountIn(list []amount, i int) *amount {
	for k := range list {
		if list[k].numStart >= i {
			return &list[k]
		}
	}
	return nil
}

// inStep reads 与…同步, 与…基本持平, 与…相适应.
func inStep(s string) (ref string, approx, ok bool) {
	if strings.Contains(s, "持平") && !isStill(s) {
		return "", false, false
	}
	end, _ := firstOf(s, []string{"同步", "持平", "一致", "相当", "相适应", "衔接", "匹配"})
	if end < 0 {
		return "", false, false
	}
	start, word := lastOf(s[:end], []string{"与", "和", "同", "跟"})
	if start < 0 {
		return "", false, false
	}
	whole := s[start+len(word) : end]
	ref = reference(whole)
	adverbs := whole[strings.Index(whole, ref)+len(ref):]
	return ref, containsAny(adverbs, "基本", "大体", "总体"), true
}

// reference is the name of the other series without the words around it.
func reference(s string) string {
	if i := strings.IndexAny(s, "，,；;。（("); i >= 0 {
		s = s[:i]
	}
	return trimAdverbs(strings.TrimSpace(s))
}

// trimAdverbs takes off words at the end that are no part of a name.
func trimAdverbs(s string) string {
	for again := true; again; {
		again = false
		for _, w := range []string{"基本", "保持", "大体", "总体", "约", "近", "超", "至少", "的", "实现", "以上", "以内", "左右", "相"} {
			if r, ok := strings.CutSuffix(s, w); ok {
				s, again = strings.TrimSpace(r), true
			}
		}
	}
	return s
}

// isReference rules out numbers, comparisons within comparisons, and scraps.
func isReference(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || r == utf8.RuneError || isLastYear(s) || strings.ContainsRune("-－+±.", r) || hasDigit(s) {
		return false
	}
	if containsAny(s, comparisons...) || containsAny(s, stretch...) || containsAny(s, "与", "比", "较", "同步", "持平", "一致", "翻番", "/", "（", "）", "Ⅲ类") {
		return false
	}
	return utf8.RuneCountInString(s) >= 2 && utf8.RuneCountInString(s) <= 30
}
