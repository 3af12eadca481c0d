package extract

import (
	"strconv"
	"strings"

	"gangmu/internal/words"
)

// moment is when and of what sort the statements at hand are.
type moment struct {
	year       int
	period     string // of a part of the year: H1; empty for all of it
	kind       ClaimKind
	otherTime  bool // there is doubt about the period
	otherPlace bool // and about the place
	narrative  bool // words that are no known figure stand before in the sentence
	told       bool // the sentence has named its year
}

// longTitle is the longest sentence that opens a paragraph as its title.
const longTitle = 25

// usual is the year and sort of the statements of a part.
func (r *claimReader) usual(l *Line) (moment, bool) {
	m := moment{otherTime: r.several}
	switch l.Part {
	case Execution:
		m.year, m.kind = r.plan.ExecutedYear, ActualClaim
	case Aims, Tasks:
		m.year, m.kind = r.plan.PlannedYear, TargetClaim
	case Annex:
		m.year, m.kind = r.annexYear, r.annexKind
	}
	return m, m.year != 0
}

var (
	thisYear = words.New("今年", "明年", "全年", "主要预期目标")
	farAhead = words.New("今后五年", "未来五年", "五年来", "“十三五”", "“十四五”", "“十五五”")
)

// looksFarAhead reports a paragraph about the goals of several years. What the
// chapter or an earlier paragraph says holds until the year itself is named.
func (r *claimReader) looksFarAhead(l *Line) bool {
	s := l.Text.S
	const opening = 60 * len("字")
	if len(s) > opening {
		s = strings.ToValidUTF8(s[:opening], "")
	}
	if first, _, ok := strings.Cut(s, "。"); ok && strings.ContainsAny(first, "%％") && strings.HasPrefix(s, "——") {
		s = first // ——甲增长6%。主要考虑：“十五五”时期年均增长6%
	}
	one := strings.Contains(s, strconv.Itoa(r.plan.PlannedYear)+"年") || thisYear.In(s)
	far := ofSeveralYears(s) || farAhead.In(s)
	if l.Level == 1 {
		r.farChapter = far && !one
	}
	switch {
	case r.farChapter:
		return !one
	case l.Level == 1 && (one || far):
		return far && !one
	case one:
		return false
	case l.Level == 1:
		return false
	}
	return far || r.several
}

// annex notes what the heading of an annex says of its year.
func (r *claimReader) annex(s string) {
	if runeLen(s) > 40 || strings.ContainsAny(s, "。；") {
		return
	}
	for _, y := range years(squeeze(s)) {
		switch {
		case y.year == r.plan.ExecutedYear:
			r.annexYear, r.annexKind = y.year, ActualClaim
		case y.year == r.plan.PlannedYear:
			r.annexYear, r.annexKind = y.year, TargetClaim
		default:
			r.annexYear = 0
		}
	}
}

// stretches reports a second, higher target of the subject before.
func stretches(words string) bool {
	_, ok := cutAny(words, "力争", "争取", "努力", "奋斗")
	return ok
}

// scope notes words that speak of a part of the place, of another one or of
// several years, until the sentence ends.
func (r *claimReader) scope(t string) {
	r.otherPlace = r.otherPlace || narrowing.In(t) || elsewhere(t) || peopleOfPart(t)
	r.otherTime = r.otherTime || spans(t)
	for _, y := range years(t) {
		r.otherTime = r.otherTime || y.year != r.year
	}
}

// Words that lead in what a value was before it changed.
var baseWords = words.New("由年初的", "由年初", "由上年的", "由上年", "由去年的", "由去年", "由原来的", "由", "从上年的", "从年初的", "从", "在上年", "将在上年")

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
var narrowing = words.New("其中", "全国", "我国", "全省", "各县", "县区", "区县", "镇街", "世界", "全球", "平均")

// ofSubPlace reports words about parts of the place.
func ofSubPlace(t string) bool { return subPlaceWords.In(t) }

var subPlaceWords = words.New(
	"园区", "开发区", "高新区", "经开区", "新区", "工业区", "科技城", "商务区", "县域", "各县", "片区", "组团", "兵团", "南疆", "北疆", "保税区", "自贸", "产业园", "功能区", "产业带", "集聚区", "试验区", "度假区",
	"旗县", "县（", "县区", "乡镇", "镇街", "区县",
)

// peopleOfPart reports the people of a part of the place: 山区群众, 片区农民. What
// follows in the sentence is about them.
func peopleOfPart(t string) bool {
	at := subPlaceWords.Index(t)
	return at >= 0 && partsPeople.In(t[at:])
}

var partsPeople = words.New("群众", "农牧民", "农民", "居民", "劳动力", "贫困人口")

// spans reports words that tell of several years, or of another time.
func spans(t string) bool {
	return ofSeveralYears(t) || otherTimes.In(t)
}

var otherTimes = words.New("累计", "年均", "十三五", "十四五", "十五五", "规划", "五年", "去年同期", "上年同期")

// openings takes off a clause the words that say when and of whom it speaks.
func (r *claimReader) openings(t string) string {
	for n := -1; n != 0 && t != ""; {
		n = r.openingWord(t)
		t = strings.TrimLeft(t[n:], "，、：: 　“”")
	}
	return t
}

// claimFillers open a clause and say nothing of the subject.
var claimFillers = words.New(
	"预计全年", "预计", "实现", "完成", "力争", "确保", "一是", "二是", "三是", "四是", "五是", "同时", "推动", "带动", "促进", "努力实现", "其中",
	"经初步核算", "初步核算", "初步统计", "即", "争取", "使", "——", "—", "和", "及", "或", "主要", "年度", "第一，", "第二，", "第三，", "第四，", "第五，", "实现了", "将", "含", "包括", "的基础上", "制定", "确定", "设定", "提出",
)

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
	if w := claimFillers.Begins(t[:len(t)-1]); w >= 0 { // and more than the word
		return len(claimFillers.Word(w))
	}
	return 0
}

// when reads the time that a clause opens with, and returns its length.
func (r *claimReader) when(t string) int {
	rest := cutWords(t, "截至", "截止", "到", "至")
	end := len(t) - len(rest)
	if y, n := yearAtStart(rest); n > 0 {
		r.setYear(y)
		r.moment.told = true
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
			if r.told && r.year == r.plan.ExecutedYear-1 { // 2029年增长3%，今年预计增长6%
				r.setYear(r.plan.ExecutedYear)
			}
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
