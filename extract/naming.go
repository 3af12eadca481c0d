package extract

import (
	"strings"

	"gangmu/plan/catalogue"
	"unicode/utf8"
)

// valueWords begin what is said of an indicator.
var valueWords = byFirst([]string{
	"和", "增长", "下降", "降低", "削减", "减少", "提高", "提升", "上涨", "上升", "回落", "控制", "达到", "达", "突破", "跨越", "首次", "首破", "迈上", "站上", "跃上", "跨上",
	"不低于", "不高于", "不超过", "不少于", "保持", "维持", "稳定在", "稳定", "稳中", "稳量",
	"实现", "完成", "与", "高于", "低于", "快于", "慢于", "同比", "同口径", "可比", "按", "扣除", "剔除", "力争", "确保", "分别", "均", "为", "超过", "超", "持平",
	"正增长", "零增长", "比上年", "较上年", "比", "较", "接近", "近", "约", "继续", "持续", "稳步", "进一步", "在", "预计", "落实", "符合", "好于", "优于", "由", "从", "平均", "增加到", "增至", "降至", "降到", "降为", "升至", "升到", "缩小", "实际", "名义", "过千", "过百", "全面", "明显", "不断", "总体", "基本", "大幅", "逐步", "平稳", "合理", "有所", "有序", "促稳", "不折不扣", "全年", "预期", "翻", "年均",
})

func byFirst(words []string) map[rune][]string {
	m := map[rune][]string{}
	for _, w := range words {
		m[firstRune(w)] = append(m[firstRune(w)], w)
	}
	return m
}

// nameAndValue cuts a clause where its value begins: at the first amount or the
// first verb of the kind that speaks of values, behind at least two characters.
// A verb inside a known name (单位GDP能耗降低) begins none, nor does one before a
// further name (能耗降低、排放量下降完成省定任务).
func (st *statements) nameAndValue(c piece) (name, value piece) {
	t := c.of(st.text.S)
	skip := 0
	for _, h := range st.hitsIn(c) {
		at := h.Start - c.start
		if at > skip+len("一二") || skip > 0 && at > skip && inStep(t, skip, at) {
			break
		}
		skip = max(skip, at+nounEnd(t[at:h.End-c.start]))
	}
	number := len(t)
	if m, ok := firstAmount(t[skip:]); ok {
		number = skip + m.Start
	}
	n := 0
	var depth nesting
	for i, r := range t[skip:] {
		depth.step(r)
		n++
		if n <= 2 && skip == 0 || depth > 0 {
			continue
		}
		if at := skip + i; at >= number || strings.ContainsRune("≥≤＞＜><", r) || beginsValue(t, at, r) {
			return piece{c.start, c.start + at}, piece{c.start + at, c.end}
		}
	}
	return c, piece{c.end, c.end}
}

// inStep reports names of which the second is what the first keeps in step
// with: 居民收入与地区生产总值同步增长.
func inStep(t string, end, next int) bool {
	_, joined := cutAny(strings.TrimSpace(t[end:next]), "与", "和", "同")
	return joined && strings.Contains(t[next:], "同步")
}

// nounEnd is how much of a known name is a noun: 地区生产总值 of 地区生产总值增长,
// but all of 居民消费价格涨幅.
func nounEnd(name string) int {
	for _, v := range changeWords {
		if t, ok := strings.CutSuffix(name, v); ok && t != "" {
			return len(t)
		}
	}
	return len(name)
}

func beginsValue(t string, at int, r rune) bool {
	for _, w := range valueWords[r] {
		rest, ok := strings.CutPrefix(t[at:], w)
		if !ok {
			continue
		}
		if _, noun := cutAny(rest, "率", "、", "和", "及", "额", "量", "重", "例", "程度", "目标"); noun || w == "比" && strings.HasSuffix(t[:at], "占") {
			continue
		}
		switch {
		case (w == "达" || w == "达到") && strings.HasSuffix(t[:at], "下"):
			continue
		case w == "均" && (strings.HasSuffix(t[:at], "人") || strings.HasSuffix(t[:at], "亩") || strings.HasSuffix(t[:at], "平")):
			continue
		case w == "与":
			if indexAny(rest, "步", "衔接", "持平", "一致", "相适应", "相当", "匹配", "协调", "上年") < 0 {
				continue
			}
		case w == "和":
			if !strings.Contains(rest, "同步") || strings.Contains(rest, "、") {
				continue
			}
		case w == "在" || w == "平均" || w == "由" || w == "从":
			if !hasAmount(rest) && !strings.Contains(rest, "统筹") {
				continue
			}
		case w == "基本" || w == "全面" || w == "总体" || w == "平均":
			if _, noun := cutAny(rest, "医", "养", "公", "农", "水", "小", "草"); noun {
				continue
			}
		}
		return true
	}
	return false
}

// maxNames is the longest list of names before a value, maxName the longest
// name, in characters.
const (
	maxNames = 80
	maxName  = 30
)

// maxWhole is the longest name, in bytes, of those that the catalogue knows only
// as a whole and does not look for in running text.
const maxWhole = 20 * len("字")

// names is what a clause speaks of: one indicator, or several (城镇、农村居民人均可
// 支配收入). Of results only those that the catalogue knows are taken; a list of
// targets is believed as printed.
func (st *statements) names(p piece) []string {
	s := p.of(st.text.S)
	if runeLen(s) > maxNames {
		return nil
	}
	if st.past {
		s = trimSuffixes(s, "累计")
	}
	if _, other := cutAny(s, otherPlaces...); other { // ours is taken off already
		st.scoped = st.past
		return nil
	}
	found := len(st.hitsIn(p)) > 0
	if st.strict && !found && len(s) > maxWhole {
		return nil
	}
	if st.knows(s) {
		return []string{s}
	}
	if found || !st.strict {
		if parts := st.knownParts(s); parts != nil {
			return parts
		}
	}
	if st.strict {
		st.scoped = st.scoped || st.partBefore(p)
		return nil
	}
	if runeLen(s) > maxName || runeLen(s) < 3 {
		return nil
	}
	return []string{s}
}

// partBefore reports a known name behind words that can only name a part of the
// place: 六县地区生产总值.
func (st *statements) partBefore(p piece) bool {
	hits := st.hitsIn(p)
	if len(hits) == 0 || hits[len(hits)-1].End != p.end {
		return false
	}
	before := st.text.S[p.start:hits[len(hits)-1].Start]
	return elsewhere(before) || namesPlace(before)
}

// namesPlace reports a short name that ends as those of places do: 六县, 城东区.
func namesPlace(s string) bool {
	for _, w := range []string{"城乡", "社区", "地区", "小区", "牧区", "景区", "校区", "城市", "超市", "上市"} {
		if strings.HasSuffix(s, w) {
			return false
		}
	}
	r, _ := lastRune(s)
	return strings.ContainsRune("县区市镇乡州旗", r) && runeLen(s) <= 10
}

// endsInIndicator reports a text that ends in a known name.
func endsInIndicator(s string) bool {
	for _, h := range catalogue.Find(s) {
		if h.End == len(s) {
			return true
		}
	}
	return false
}

// knownParts splits a list of names into indicators of the catalogue, or gives
// nil when one of them is none.
func (l *lexicon) knownParts(s string) []string {
	parts := namesIn(s)
	for i, p := range parts {
		if l.knows(p) {
			continue
		}
		if parts[i] = completed(p, parts[i+1:]); parts[i] == "" {
			return nil
		}
	}
	return parts
}

// scopeWords before a name in a list say no more than that the whole place is
// meant.
var scopeWords = []string{"全市", "全省", "全区", "全州", "全县", "我市", "我省", "我区", "我县", "本市", "其中"}

func namesIn(s string) []string {
	var out []string
	var depth nesting
	add := func(name string) {
		if name = cutWords(strings.TrimSpace(name), scopeWords...); name != "" {
			out = append(out, name)
		}
	}
	start := 0
	for i, r := range s {
		depth.step(r)
		if depth == 0 && strings.ContainsRune("、和与及", r) {
			add(s[start:i])
			start = i + utf8.RuneLen(r)
		}
	}
	add(s[start:])
	return out
}

// completed gives 城镇 the rest of a later name, 居民人均可支配收入, if that makes an
// indicator.
func completed(p string, later []string) string {
	for _, name := range later {
		for i := range name {
			if i == 0 {
				continue
			}
			if _, ok := catalogue.Lookup(p + name[i:]); ok {
				return p + name[i:]
			}
		}
	}
	return ""
}

// bothSides is 城镇… and 农村… for 城乡…, 存款… and 贷款… for 存贷款…, or the names
// that one entry joins.
func (l *lexicon) bothSides(name string) []string {
	for _, w := range [][3]string{{"城乡", "城镇", "农村"}, {"存贷款", "存款", "贷款"}} {
		if strings.Contains(name, w[0]) {
			return []string{strings.Replace(name, w[0], w[1], 1), strings.Replace(name, w[0], w[2], 1)}
		}
	}
	return l.knownParts(name)
}
