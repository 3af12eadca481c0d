package catalogue

import (
	"strings"

	"gangmu/internal/words"
)

// spellings are the readings of a printed name, the fullest first: with what
// stands in brackets, for a coverage can stand there (不含农户), and without,
// for mostly it is a unit or an abbreviation.
func spellings(name string) []string {
	plain := cutLead(clean(name))
	if !strings.ContainsAny(plain, "()") {
		return []string{canonical(plain)}
	}
	full := canonical(withoutBracketSigns.Replace(plain))
	if bare := canonical(dropBrackets(plain)); bare != full && bare != "" {
		return []string{full, bare}
	}
	return []string{full}
}

var withoutBracketSigns = strings.NewReplacer("(", "", ")", "")

// clean folds full-width letters, drops blanks, marks and quotation marks.
func clean(name string) string {
	if isClean(name) {
		return name
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case r == '〔' || r == '[':
			return '('
		case r == '〕' || r == ']':
			return ')'
		}
		switch r {
		case ' ', '\t', '\n', '\r', '\u00a0', '\u3000', '*', '★', '☆', '▲', '△', '“', '”', '‘', '’', '"', '\'':
			return -1
		}
		return r
	}, name)
}

// isClean reports a name that clean leaves as it is: none of its bytes begins one
// of the characters that change.
func isClean(name string) bool {
	for i := 0; i < len(name); i++ {
		if unclean[name[i]] {
			return false
		}
	}
	return true
}

var unclean = func() (t [256]bool) {
	for _, r := range "！〔[]〕 \t\n\r\u00a0\u3000*★☆▲△“”‘’\"'" {
		t[string(r)[0]] = true
	}
	return t
}()

// cutLead takes off what stands before a name in a table: 其中：, dashes, #.
func cutLead(name string) string {
	name = strings.TrimLeft(name, "-—–#·•")
	if rest, ok := strings.CutPrefix(name, "其中"); ok && rest != "" {
		name = strings.TrimLeft(rest, ":、,")
	}
	return strings.TrimSuffix(name, "指标")
}

func dropBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(depth-1, 0)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fold maps spellings that never tell two indicators apart onto one.
var fold = strings.NewReplacer(
	"国内生产总值", "GDP", "地区生产总值", "GDP", "地方生产总值", "GDP", "生产总值", "GDP", "地区GDP", "GDP",
	"规模以上", "规上", "的比重", "比重", "的比例", "比例", "(", "", ")", "")

// foldable stand in all that fold maps, and in few names.
var foldable = words.New("生产总值", "地区GDP", "规模以上", "的比", "(", ")")

// canonical is the form in which names are compared.
func canonical(name string) string {
	name = upper(clean(name))
	if foldable.In(name) {
		return fold.Replace(name)
	}
	return name
}

// upper spares names without small letters, which are most, the slow way.
func upper(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'a' && c <= 'z' || c >= 0xC3 && c <= 0xDF {
			return strings.ToUpper(s)
		}
	}
	return s
}

// variants are the spellings of an alias to look for in running text.
func variants(name string) []string {
	out := []string{name}
	alternate := func(from string, to ...string) {
		for _, n := range out {
			if !strings.Contains(n, from) {
				continue
			}
			for _, t := range to {
				out = append(out, strings.Replace(n, from, t, 1))
			}
		}
	}
	if gdpInside(name) {
		alternate("地区生产总值", "GDP", "生产总值", "国内生产总值")
	}
	if !strings.Contains(name, "的比") {
		alternate("比重", "的比重")
		alternate("比例", "的比例")
	}
	alternate("规模以上", "规上")
	if strings.Contains(name, "（") {
		alternate("（", "(")
		for i, n := range out {
			if strings.Contains(n, "(") {
				out[i] = strings.Replace(n, "）", ")", 1)
			}
		}
	}
	if strings.Contains(name, "“") {
		out = append(out, strings.NewReplacer("“", "", "”", "").Replace(name))
	}
	return out
}

// gdpInside reports a name in which GDP is the denominator.
func gdpInside(name string) bool {
	return strings.Contains(name, "地区生产总值") && !strings.HasPrefix(name, "地区生产总值")
}

var places = words.New("全市", "全区", "全县", "全省", "全州", "全国", "全盟", "全旗", "全自治区", "全兵团", "我市", "我区", "我县", "我省", "区域")

// NamesPlace reports a name with a place in front: 全省生产总值增速.
func NamesPlace(name string) bool {
	_, ok := cutPlace(canonical(name))
	return ok
}

func cutPlace(name string) (string, bool) {
	if rest, ok := places.CutPrefix(name); ok && rest != "" {
		return rest, true
	}
	return name, false
}

// measure is what a word at the end of a name says.
type measure struct {
	Measure
	word   string
	amount bool // in the unit of the subject: 减排量
	rate   bool // in percent even of a share: 增速
	noun   bool // belongs to the name in running text (增长 is the verb of the claim)
}

// measures in the order they are tried: the longer before its own ending.
var measures = []measure{
	{Growth, "增长速度", false, true, true}, {Growth, "增长幅度", false, true, true}, {Growth, "增长率", false, true, true},
	{Growth, "增速", false, true, true}, {Growth, "增幅", false, true, true}, {Growth, "涨幅", false, true, true},
	{Growth, "上涨幅度", false, true, true}, {Growth, "上涨", false, true, false}, {Growth, "增长", false, true, false},
	{Growth, "提高", false, false, false}, {Growth, "提升", false, false, false},
	{Decline, "重点工程减排量", true, false, true}, {Decline, "减排量", true, false, true}, {Decline, "削减量", true, false, true},
	{Decline, "排放量下降", false, false, false}, {Decline, "下降幅度", false, false, true}, {Decline, "降低幅度", false, false, true},
	{Decline, "减排比例", false, false, true}, {Decline, "削减率", false, false, true}, {Decline, "削减", false, false, false},
	{Decline, "下降率", false, false, true}, {Decline, "降低率", false, false, true}, {Decline, "下降", false, false, false},
	{Decline, "降低", false, false, false}, {Decline, "降幅", false, false, true}, {Decline, "减少", false, false, false},
	{Level, "总量", false, false, false}, {Level, "总额", false, false, false}, {Level, "数量", false, false, false},
	{Level, "数", false, false, false}, {Level, "额", false, false, false}, {Level, "量", false, false, false},
}

// modifiers stand between a subject and its measure.
var modifiers = words.New("同比", "名义", "实际", "可比价", "可比", "同口径", "年均", "累计", "预期", "比上年", "较上年")

var anyMeasure = func() *words.Set {
	var all []string
	for _, m := range measures {
		all = append(all, m.word)
	}
	return words.New(all...)
}()

// cutMeasure splits a name into its subject and what is said of it.
func cutMeasure(name string) (subject string, m measure, ok bool) {
	if anyMeasure.Ends(name) < 0 {
		return name, measure{}, false
	}
	for _, m := range measures {
		rest, found := strings.CutSuffix(name, m.word)
		if !found || rest == "" {
			continue
		}
		for {
			r, cut := modifiers.CutSuffix(rest)
			if !cut || r == "" {
				return rest, m, true
			}
			rest = r
		}
	}
	return name, measure{}, false
}

// unitDecides reads a level as growth when the printed unit says so:
// “地区生产总值（%）” can only be its growth.
func unitDecides(e Entry, printed string) Entry {
	if e.Measure != Level || e.Unit == "%" || e.Unit == "‰" || e.Unit == "" {
		return e
	}
	if c := clean(printed); strings.Contains(c, "(%)") {
		return e.as(measure{Measure: Growth, rate: true})
	}
	return e
}
