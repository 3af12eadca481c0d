package extract

import (
	"strings"
	"unicode/utf8"

	"gangmu/plan/catalogue"
)

func decode(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

// claimVerb joins a subject and its amount.
type claimVerb struct {
	word   string
	growth bool // 增长: a rate, not the value
	fall   bool // 下降
	each   bool // 分别
	all    bool // 均
	doubt  bool // the verb does not tell level from change
}

// The verbs of a level, longest first where one ends another.
var levelVerbs = []string{
	"提高到", "提高至", "提升到", "提升至", "上升到", "上升至", "增长到", "增长至", "增加到", "增加至", "扩大到", "扩大至", "下降到", "下降至", "降低到", "降低至",
	"缩小到", "缩小至", "减少到", "减少至", "压减到", "压减至", "稳定在", "保持在", "维持在", "控制在", "保持", "稳定达到", "达到了", "达到", "达成", "增至", "升至", "降至", "降到", "突破了", "突破", "超过",
	"完成", "实现", "达", "为", "是", "共", "超",
}

// The verbs of a change, with those of a fall.
var growthVerbs = []struct {
	word string
	fall bool
}{
	{"增长速度为", false}, {"增速达到", false}, {"增幅达到", false}, {"增速为", false}, {"增速达", false}, {"增幅为", false}, {"增幅达", false}, {"增长了", false},
	{"增长达到", false}, {"增长达", false}, {"增长", false}, {"增速", false}, {"增幅", false}, {"上涨", false}, {"涨幅", false}, {"上升", false}, {"递增", false},
	{"下降了", true}, {"下降", true}, {"下滑", true}, {"降低", true}, {"减少", true}, {"回落", true},
}

// Words between a name and its verb that change nothing.
var verbAdverbs = []string{
	"预计达到", "力争达到", "努力达到", "预计", "力争", "确保", "有望", "同比", "比上年", "比去年", "较上年", "较去年", "上年同期", "首次", "历史性", "成功", "已", "将", "可", "要", "年均达到", "争取",
	"总额达到", "约", "左右", "进一步", "稳步", "年度目标", "年度", "预期目标", "目标值", "目标", "预期", "的", "仅", "实现", "定为", "设定为", "设置为", "计划", "预期目标为", "目标为", "为", "目标值为",
}

// cutVerb takes the verb off the end of the words before an amount. What is left
// is the name.
func cutVerb(s string) (name string, v claimVerb) {
	t := trimSuffixes(s, "“", "”", "——")
	found := false
	for _, g := range growthVerbs {
		if rest, ok := strings.CutSuffix(t, g.word); ok {
			v.word, v.growth, v.fall = g.word, true, g.fall
			t, found = rest, true
			break
		}
	}
	for again := !found; again; {
		again = false
		for _, w := range levelVerbs {
			if rest, ok := strings.CutSuffix(t, w); ok {
				v.word = w + v.word
				t, again = rest, true
				break
			}
		}
	}
	if rest, cut := strings.CutSuffix(t, "年均"); cut {
		t, v.doubt = rest, true
	}
	for _, w := range baseWords {
		if rest, cut := strings.CutSuffix(t, w); cut {
			t, v.doubt = rest, true
			break
		}
	}
	for again := true; again; {
		again = false
		for _, w := range verbAdverbs {
			if rest, ok := strings.CutSuffix(t, w); ok {
				t, again = rest, true
				break
			}
		}
		if rest, ok := strings.CutSuffix(t, "总量"); ok {
			t, v.doubt, again = rest, true, true
		}
		if rest, ok := strings.CutSuffix(t, "分别"); ok {
			t, v.each, again = rest, true, true
		}
		if rest, ok := strings.CutSuffix(t, "均"); ok && !strings.HasSuffix(rest, "人") && !strings.HasSuffix(rest, "平") && !strings.HasSuffix(rest, "年") {
			t, v.all, again = rest, true, true
		}
	}
	return t, v
}

// Words that lead in what a value was before it changed.
var baseWords = []string{"由年初的", "由年初", "由上年的", "由上年", "由去年的", "由去年", "由原来的", "由", "从上年的", "从年初的", "从", "在上年", "将在上年"}

// cutBaseYear takes 将在2030年 off the end: the amount is what that year had.
func cutBaseYear(s string) (rest string, year int) {
	t, ok := strings.CutSuffix(s, "年")
	if !ok {
		t, ok = strings.CutSuffix(s, "年的")
	}
	if !ok {
		return s, 0
	}
	if year = yearBefore(t); year == 0 {
		return s, 0
	}
	for range "2030" {
		_, size := lastRune(t)
		t = t[:len(t)-size]
	}
	return trimSuffixes(t, "由", "从", "在", "将"), year
}

// Words that narrow a statement to a part of the place, or widen it.
var narrowing = []string{"其中", "全国", "我国", "全省", "各县", "县区", "区县", "镇街", "世界", "全球", "平均"}

// ofSubPlace reports words about parts of the place.
func ofSubPlace(t string) bool { return indexAny(t, subPlaceWords...) >= 0 }

var subPlaceWords = []string{
	"园区", "开发区", "高新区", "经开区", "新区", "工业区", "科技城", "商务区", "县域", "各县", "片区", "组团", "兵团", "南疆", "北疆", "保税区", "自贸", "产业园", "功能区", "产业带", "集聚区", "试验区", "度假区",
	"旗县", "县（", "县区", "乡镇", "镇街", "区县",
}

// spans reports words that tell of several years, or of another time.
func spans(t string) bool {
	return ofSeveralYears(t) || indexAny(t, "累计", "年均", "十三五", "十四五", "十五五", "规划", "五年", "去年同期", "上年同期") >= 0
}

// openings takes off a clause the words that say when and of whom it speaks.
func (r *claimReader) openings(t string) string {
	for n := -1; n != 0 && t != ""; {
		n = r.openingWord(t)
		t = strings.TrimLeft(t[n:], "，、：: 　“”")
	}
	return t
}

// claimFillers open a clause and say nothing of the subject.
var claimFillers = []string{
	"预计全年", "预计", "实现", "完成", "力争", "确保", "一是", "二是", "三是", "四是", "五是", "同时", "推动", "带动", "促进", "努力实现", "其中",
	"经初步核算", "初步核算", "初步统计", "即", "争取", "使", "——", "—", "和", "及", "或", "主要", "年度", "第一，", "第二，", "第三，", "第四，", "第五，", "实现了", "将", "含", "包括", "的基础上",
}

func (r *claimReader) openingWord(t string) int {
	for _, w := range r.own {
		if strings.HasPrefix(t, w) {
			r.otherPlace, r.narrative = false, false
			return len(w)
		}
	}
	if n := r.when(t); n > 0 {
		return n
	}
	for _, w := range claimFillers {
		if strings.HasPrefix(t, w) && len(t) > len(w) {
			return len(w)
		}
	}
	return 0
}

// when reads the time that a clause opens with, and returns its length.
func (r *claimReader) when(t string) int {
	rest := cutWords(t, "截至", "截止", "到", "至")
	end := len(t) - len(rest)
	if y, n := yearAtStart(rest); n > 0 {
		r.setYear(y)
		return len(t) - len(cutWords(rest[n:], "度", "底", "末", "，", "全年"))
	}
	if part, n := partOfYear(rest); n > 0 {
		r.moment.period = part
		return end + n
	}
	for _, w := range []string{"全年度", "全年", "年末", "年底", "年内"} {
		if strings.HasPrefix(rest, w) {
			r.moment.period = ""
			return end + len(w)
		}
	}
	for _, w := range []string{"今年以来", "一年来", "今年", "当年", "本年度", "本年"} {
		if strings.HasPrefix(rest, w) {
			return end + len(w)
		}
	}
	for _, w := range []string{"去年", "上年"} {
		if strings.HasPrefix(rest, w) {
			r.setYear(r.year - 1)
			return end + len(w)
		}
	}
	return 0
}

// setYear goes over to the statements of another year.
func (r *claimReader) setYear(y int) {
	r.moment.year, r.moment.period = y, ""
	if y <= r.plan.ExecutedYear {
		r.moment.kind = ActualClaim
	} else {
		r.moment.kind = TargetClaim
	}
}

// promise tells a target among results: 年度目标为6%, 低于6%的年度目标.
func (r *claimReader) promise(words, after string) (string, bool) {
	if _, ok := cutAny(after, "的年度目标", "的目标", "的预期目标", "年度目标", "预期目标", "的计划目标"); ok {
		return cutWords(words, "与", "低于", "高于", "未达到"), true
	}
	for _, w := range []string{"目标为", "目标是", "目标", "目标值为", "目标分别为"} {
		if strings.HasSuffix(words, w) {
			return words, true
		}
	}
	return words, false
}

// subjects resolves the words that name what a value is said of.
func (r *claimReader) subjects(name string) []claimSubject {
	parent := ""
	if n := len(r.carried.subjects); n > 0 {
		parent = r.carried.subjects[n-1].name
	}
	if sub, ok := r.subject(name, parent); ok {
		return []claimSubject{sub}
	}
	if parts := namesIn(name); len(parts) > 1 {
		var out []claimSubject
		for i, p := range parts {
			sub, ok := r.subject(p, parent)
			if !ok {
				if full := completed(p, parts[i+1:]); full != "" {
					sub, ok = r.subject(full, "")
				}
			}
			if !ok {
				sub = generic(p)
			}
			out = append(out, sub)
		}
		return out
	}
	r.narrative = true
	if ofPart(name) { // 六县实现地区生产总值
		r.otherPlace = true
	}
	return []claimSubject{generic(name)}
}

// subject resolves one name: of the catalogue, of the report's own tables, or
// what completes the name before (城镇居民 behind 全体居民人均可支配收入).
func (r *claimReader) subject(name, parent string) (claimSubject, bool) {
	name = trimSuffixes(name, "指标")
	if catalogue.NamesPlace(name) {
		return claimSubject{}, false
	}
	for _, n := range []string{name, completed(name, []string{parent})} {
		if n == "" {
			continue
		}
		if e, ok := catalogue.Lookup(n); ok {
			key, measure, turned := rowKey(n, "%")
			if e.Measure == catalogue.Level {
				key, measure = e.ID, Level
			}
			return claimSubject{name: n, key: key, entry: e, measure: measure, known: true, turned: turned, sure: !spans(n)}, true
		}
		if key, measure, turned := plainKey(n); r.rows[key] {
			return claimSubject{name: n, key: key, measure: measure, known: true, turned: turned, sure: !spans(n)}, true
		}
	}
	return claimSubject{}, false
}

// ofPart reports a known name behind words that can only name a part of the
// place.
func ofPart(name string) bool {
	hits := catalogue.Find(name)
	if len(hits) == 0 || hits[len(hits)-1].End != len(name) {
		return false
	}
	before := trimSuffixes(name[:hits[len(hits)-1].Start], "实现", "完成")
	r, _ := lastRune(before)
	return strings.ContainsRune("县区市镇乡州旗盟园城团业", r)
}

// generic is a subject that no list of indicators has. It is sure when its words
// can be nothing but a name.
func generic(name string) claimSubject {
	const short = 5
	return claimSubject{
		name: name, key: "~" + squeeze(name), measure: Level,
		sure: runeLen(name) >= short && !strings.ContainsAny(name, "的由与以将在该其这约比等有被把对为累均从") && !spans(name) && indexAny(name, narrowing...) < 0 && indexAny(name, notNames...) < 0 && !elsewhere(name),
	}
}

// notNames are words of sums and changes; what has them is no subject.
var notNames = []string{"加上", "合计", "总计", "小计", "年初", "上年", "去年", "今年", "同期", "五"}

// headline reads a sentence that only names what the next one speaks of: 第一，
// 规上工业利润增速。
func (r *claimReader) headline(t string) []claimSubject {
	t = r.openings(strings.TrimSpace(t))
	lead, rest, _ := strings.Cut(t, "（")
	rest = strings.TrimSuffix(rest, "）")
	var out []claimSubject
	for _, name := range []string{lead, cutWords(rest, "含", "包括")} {
		if name == "" {
			continue
		}
		sub, ok := r.subject(name, "")
		if !ok {
			return nil
		}
		out = append(out, sub)
	}
	return out
}
