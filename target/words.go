package target

import "strings"

// The words of targets and results. Longer words stand before those that they
// contain.

var (
	falls    = []string{"下降", "降低", "减少", "下滑", "负增长", "削减", "压减", "压降", "回落", "缩小", "收窄", "减排", "降幅", "递减", "↓", "▼"}
	rises    = []string{"增长", "提高", "提升", "上升", "上涨", "增加", "增速", "增幅", "涨幅", "↑"}
	stretch  = []string{"力争", "争取", "奋斗目标", "奋斗", "冲刺", "挑战"}
	lastYear = []string{"较上年", "比上年", "较去年", "比去年", "与上年", "与去年", "同比", "在上年", "上年基础", "去年基础", "较上一年", "比上一年"}

	// levels tell the value reached by a fall or rise from the fall itself.
	levels = []string{"到", "至"}
)

// issuers are the higher levels that issue a target; issued are the words by
// which a target refers to theirs.
var (
	issuers = []string{"国家", "中央", "自治区", "省", "市", "区", "州", "盟", "县", "上级", "兵团", "地区"}
	issued  = []string{"下达", "核定", "规定", "分解", "考核", "要求", "标准", "任务", "目标", "计划", "控制", "指标", "范围", "定", "政策"}
)

// isBlank reports a cell that says nothing: empty, a dash, a stroke, dots.
func isBlank(s string) bool {
	return strings.Trim(s, " \t\n\u3000/／\\—-－–―…·.*_无") == ""
}

// isDeferred reports a target left to a longer period.
func isDeferred(s string) bool {
	if strings.Contains(s, "不设年度") || strings.Contains(s, "不设置年度") {
		return true
	}
	return strings.Contains(s, "统筹") && containsAny(s, "期内", "规划期", "五年", "“十", "\"十", "时期", "期间")
}

// isDelegated reports a target that a higher level sets.
func isDelegated(s string) bool {
	if containsAny(s, "下达", "省定", "市定", "国定", "州定", "盟定", "省控", "上级核定", "考核目标", "约束性目标", "约束性指标") {
		return true
	}
	if !containsAny(s, "完成", "达到", "控制在", "落实", "满足", "符合", "实现", "不超过", "不突破", "以内", "以市", "以省", "按") {
		return false
	}
	for _, who := range issuers {
		for rest := s; ; {
			i := strings.Index(rest, who)
			if i < 0 {
				break
			}
			before := rest[:i]
			rest = rest[i+len(who):]
			if !strings.HasSuffix(before, "城") && !containsAny(firstRunes(rest, 1), "场", "域", "民", "内") && containsAny(firstRunes(rest, 8), issued...) {
				return true
			}
		}
	}
	return false
}

// firstRunes is the first n characters of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// containsAny reports whether one of the words stands in s.
func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// lastOf is the last place of any of the words in s, and the word; -1 for none.
// Where one ends inside another, the longer wins.
func lastOf(s string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if i := strings.LastIndex(s, w); i >= 0 && (i > at && i+len(w) > at+len(word) || at < 0) {
			at, word = i, w
		}
	}
	return at, word
}

// firstOf is the first place of any of the words in s, and the longest word there.
func firstOf(s string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (at < 0 || i < at || i == at && len(w) > len(word)) {
			at, word = i, w
		}
	}
	return at, word
}

func hasDigit(s string) bool {
	return strings.ContainsAny(s, "0123456789０１２３４５６７８９")
}
