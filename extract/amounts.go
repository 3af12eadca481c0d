package extract

import (
	"iter"
	"strings"
	"unicode"

	"gangmu/quantity"
)

// amount is a quantity in a sentence with the words that say what it counts.
type amount struct {
	quantity.Mention
	clause  piece // between the stops around it
	subject string
}

// inName reports a count in Chinese numerals that belongs to a name (十项行动),
// and not to a verb (新建两所).
func (a amount) inName(s string) bool {
	dim := a.Quantity.Unit.Dim
	if dim != quantity.Count && dim != quantity.People || strings.ContainsAny(s[a.NumStart:a.NumEnd], "0123456789０１２３４５６７８９") {
		return false
	}
	if _, ok := cutAny(s[a.End:], "行动", "工程", "计划", "战略", "制度", "任务", "机制"); ok {
		return true
	}
	for _, v := range doingVerbs {
		if strings.HasSuffix(s[:a.Start], v) {
			return false
		}
	}
	return true
}

var doingVerbs = []string{"新建", "建成", "建设", "改造", "新增", "打造", "培育", "引进", "完成", "创建", "设立", "开工", "投用", "启动", "新改建", "建好", "组建", "举办"}

// stops end a clause.
const stops = "，。；！？：,;:\n"

// amountsIn lists the quantities of s[p], each with its clause and subject.
// Stops inside brackets and quotation marks end no clause.
func amountsIn(s string, p piece) []amount {
	var out []amount
	for m := range quantity.Scan(p.of(s)) {
		if m.Kind != quantity.Amount {
			continue
		}
		m.Start += p.start
		m.End += p.start
		m.NumStart += p.start
		m.NumEnd += p.start
		out = append(out, amount{Mention: m})
	}
	if len(out) == 0 {
		return nil
	}
	clauses := split(s, p, stops)
	c := 0
	for i := range out {
		a := &out[i]
		for c+1 < len(clauses) && clauses[c].end < a.NumEnd {
			c++
		}
		a.clause = clauses[c]
		if a.Start < a.clause.start { // 1，100万: a comma inside a number ends nothing
			a.clause.start = a.Start
		}
		if a.End > a.clause.end {
			a.clause.end = a.End
		}
		a.subject = subjectOf(s, out, i)
	}
	for i := 0; i < len(out); {
		n := 1
		for i+n < len(out) && out[i+n].clause == out[i].clause {
			n++
		}
		respectively(s, out[i:i+n])
		i += n
	}
	return out
}

// respectively gives the amounts of one clause with 分别 each its own subject, and
// all of them the bound that stands behind the last: A、B分别达到97%、95%以上.
func respectively(s string, group []amount) {
	last := group[len(group)-1]
	if len(group) < 2 || group[0].NumStart < last.clause.start {
		return
	}
	at := strings.Index(s[last.clause.start:group[0].NumStart], "分别")
	if at < 0 {
		return
	}
	names := namesIn(trimSubject(s[last.clause.start : last.clause.start+at]))
	for i := range group {
		if len(names) == len(group) {
			group[i].subject = names[i]
		}
		if last.End > last.NumEnd && group[i].Quantity.Op == quantity.Equal {
			group[i].Quantity.Op = last.Quantity.Op
		}
	}
}

// subjectOf is what the i-th amount counts: the words before it in its clause,
// or, where these are only verbs and prepositions (对6条支路补装路灯), those behind.
func subjectOf(s string, all []amount, i int) string {
	a := all[i]
	from, to := a.clause.start, a.clause.end
	if i > 0 && all[i-1].End > from {
		from = all[i-1].End
	}
	const near = 50 // a clause has fewer amounts
	for _, next := range all[i+1 : min(len(all), i+1+near)] {
		if next.Start >= to {
			break
		}
		if next.Start > a.End && !next.inName(s) {
			to = min(to, next.Start)
			break
		}
	}
	if from > a.Start {
		from = a.Start
	}
	before := trimLead(piece{from, a.Start}.trim(s, "、和及与并以").of(s))
	if before != "" {
		return before
	}
	if to < a.End {
		to = a.End
	}
	return piece{a.End, to}.trim(s, "、和及与的").of(s)
}

// Words that modify a promise or a result without saying what is counted.
var leads = []string{
	"力争", "确保", "争取", "努力", "实现", "推动", "全年", "完成", "达到", "累计", "预计", "有望", "分别", "保持", "稳定",
	"为全区", "为全市", "为全县", "全区", "全市", "全县", "年均", "今年", "将", "为", "对", "把", "使", "至", "达", "约", "共", "在", "的", "有", "等",
	"新建", "建成", "建设", "改造", "启动", "实施", "推进", "打造", "引进", "培育", "创建", "新增", "统筹", "开展", "每年",
}

// trimLead is the subject that s names, or empty when s is nothing but leads.
func trimLead(s string) string {
	rest := s
	for again := true; again; {
		again = false
		for _, w := range leads {
			if t, ok := strings.CutPrefix(rest, w); ok {
				rest, again = t, true
			}
		}
	}
	if rest == "" {
		return ""
	}
	return trimSubject(s)
}

// Words that say how sure a promise is, and the verbs that lead up to a number.
// The subject keeps its own verb (新增, 增长) without them.
var (
	modalities = []string{"——", "力争", "确保", "争取", "努力", "全年", "预计", "有望", "推动", "实现", "将", "的"}
	verbEnds   = []string{"达到", "达", "为", "至", "到", "在", "控制", "稳定", "保持", "提升", "提高", "增加", "增", "降", "力争", "预计", "不低于"}
	speakers   = []string{"明确", "提出", "期间", "预期目标"}
)

func trimSubject(s string) string {
	s = strings.Replace(s, "有望实现", "", 1)
	if rest, ok := strings.CutPrefix(s, "到"); ok { // 到2030年总量力争
		if y := years(rest); len(y) > 0 && y[0].at == len("2030") && y[0].at+len("年") < len(rest) {
			s = rest[y[0].at+len("年"):]
		}
	}
	for _, w := range speakers {
		if i := strings.LastIndex(s, w); i >= 0 && i+len(w) < len(s) {
			s = s[i+len(w):]
		}
	}
	for again := true; again; {
		again = false
		for _, w := range modalities {
			if t, ok := strings.CutPrefix(s, w); ok && t != "" {
				s, again = t, true
			}
		}
		for _, w := range verbEnds {
			if t, ok := strings.CutSuffix(s, w); ok && runeLen(t) > 1 {
				s, again = t, true
			}
		}
	}
	return s
}

// overlap counts the pairs of neighbouring Chinese characters that two texts
// share.
func overlap(a, b string) int {
	seen := map[[2]rune]bool{}
	for p := range hanPairs(a) {
		seen[p] = true
	}
	n := 0
	for p := range hanPairs(b) {
		if seen[p] {
			n++
		}
	}
	return n
}

func hanPairs(s string) iter.Seq[[2]rune] {
	return func(yield func([2]rune) bool) {
		var last rune
		for _, r := range s {
			if !unicode.Is(unicode.Han, r) {
				r = 0
			}
			if last != 0 && r != 0 && !yield([2]rune{last, r}) {
				return
			}
			last = r
		}
	}
}
