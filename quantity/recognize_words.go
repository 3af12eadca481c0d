package quantity

import (
	"slices"
	"strings"
)

// The words of everyday text. Lists that official texts share are in words.go.

var (
	fromEnd    = []string{"倒数", "倒數"}
	vagueWords = []string{"余", "餘", "多", "几", "幾", "来"}
	betweens   = []string{"之间", "之間", "中间", "间", "間"}
	ands       = []string{"和", "与", "與", "跟", "同", "到", "至"}
	froms      = []string{"位于", "介于", "在", "从"}
)

// everydayWords begin with a numeral and a unit but count nothing.
var everydayWords = []string{
	"一切", "一些", "一样", "一般", "一直", "一起", "一定", "一旦", "一面", "一部分", "一次性", "一方面", "一带一路", "一体", "一线", "一路", "一手", "一道", "一口气", "一半",
	"两两", "二手", "二维", "三明治", "四处", "四面", "四周", "五行", "七夕", "十分", "百分", "千方", "万分",
}

// wordTails end a word with 一: 统一, 唯一, 之一.
const wordTails = "统唯惟之同专单任万不归划第"

// dayHeads stand before a numeral that names a day: 周三, 星期三, 礼拜三, 初三.
const dayHeads = "周期拜初"

// lonely are formal numerals that alone are other words (队伍, 大陆, 收拾).
const lonely = "伍陆陸肆拾參佰仟"

// followers are the function words that may stand behind a bare numeral; those
// behind 一 make words unless it is named as a number (不是一却是五).
const (
	followers = "的是那这這不而却卻和与與或并且比跟，"
	namers    = "是为為于於作叫"
)

// hitWords are the characters behind 打 with which it is a verb.
const hitWords = "开开击算造印破扫工架牌球交折包卡假猎捞听败断赢电完了下出入"

// everydayUnits are units that in official texts would more often be words.
var everydayUnits = []unitRow{
	{"美刀", Money, "美元", ""},
	{"美分", Money, "美元", "0.01"},
	{"泰铢", Money, "泰铢", ""},
	{"卢比", Money, "卢比", ""},
	{"比索", Money, "比索", ""},
	{"奈拉", Money, "奈拉", ""},
	{"比特币", Money, "比特币", ""},
	{"个比特币", Money, "比特币", ""},
	{"圆", Money, "元", ""},
	{"圓", Money, "元", ""},
	{"毛", Money, "元", "0.1"},
	{"分钱", Money, "元", "0.01"},
	{"两", Mass, "吨", "0.00005"},
	{"兩", Mass, "吨", "0.00005"},
	{"個", Count, "个", ""},
	{"對", Count, "对", ""},
	{"雙", Count, "双", ""},
	{"隻", Count, "只", ""},
	{"條", Count, "条", ""},
	{"張", Count, "张", ""},
	{"間", Count, "间", ""},
}

// unitAt is the unit at text[i], never one with 万 or 亿 in front; end is i
// when there is none.
func (r *recognizer) unitAt(i int) (u Unit, end int) {
	if u, end := blocks(r.text, i); end > i {
		return u, end
	}
	for _, row := range everydayUnits {
		if strings.HasPrefix(r.text[i:], row.text) && !r.guess(row.text, i+len(row.text)) {
			u = Unit{Text: row.text, Dim: row.dim, Base: row.base, Scale: Int(1)}
			if row.scale != "" {
				u.Scale = MustNumber(row.scale)
			}
			return u, i + len(row.text)
		}
	}
	u, end, ok := unitAt(r.text, i)
	if !ok || u.Dim == None || u.scaleExp() > 0 {
		return Unit{}, i
	}
	return u, end
}

// guess reports the 两 of 一两天, which is no weight.
func (r *recognizer) guess(unit string, end int) bool {
	if unit != "两" && unit != "兩" {
		return false
	}
	_, at := r.unitAt(end)
	return at > end
}

// blocks reads 块, which is money unless a thing is named behind it.
func blocks(text string, i int) (Unit, int) {
	w := prefixAt(text, i, []string{"块", "塊"})
	if w == "" || strings.HasPrefix(text[i+len(w):], "钱") {
		return Unit{}, i
	}
	end := i + len(w)
	u := Unit{Text: w, Dim: Count, Base: "块", Scale: Int(1)}
	next, _ := runeAt(text, end)
	if c := classOf(next); !hanAt(text, end) || c == numeral || c == formal || strings.ContainsRune("半又和", next) {
		u.Dim, u.Base = Money, "元"
	}
	return u, end
}

// unit is the unit of the figure and its end; blanks may stand behind digits.
func (r *recognizer) unit(f figure) (Unit, int) {
	at := f.end
	if !f.spoken {
		at = skipSpaces(r.text, at)
	}
	if u, end := r.unitAt(at); end > at {
		return u, end
	}
	return Unit{}, f.end
}

// moneySigns stand in front of an amount of money.
var moneySigns = []struct{ text, base string }{
	{"US$", "美元"}, {"$", "美元"}, {"＄", "美元"}, {"USD", "美元"}, {"￥", "元"}, {"¥", "元"}, {"RMB", "元"}, {"CNY", "元"}, {"€", "欧元"}, {"£", "英镑"},
}

// moneySign is the currency whose sign ends at text[:i], and where it begins.
func moneySign(text string, i int) (u Unit, start int, ok bool) {
	for _, s := range moneySigns {
		if strings.HasSuffix(text[:i], s.text) {
			return Unit{Text: s.base, Dim: Money, Base: s.base, Scale: Int(1)}, i - len(s.text), true
		}
	}
	return Unit{}, i, false
}

// moneyPart is a smaller unit of a currency: how much of the large one it is.
type moneyPart struct{ text, scale string }

var moneyParts = map[string][]moneyPart{
	"元":  {{"角", "0.1"}, {"毛", "0.1"}, {"分", "0.01"}},
	"美元": {{"美分", "0.01"}, {"分", "0.01"}},
}

// smallMoney is the smaller unit of u at text[i].
func smallMoney(text string, i int, u Unit) (moneyPart, bool) {
	if !u.Scale.Equal(Int(1)) {
		return moneyPart{}, false
	}
	for _, p := range moneyParts[u.Base] {
		if strings.HasPrefix(text[i:], p.text) && prefixAt(text, i, []string{"分之", "分钟"}) == "" {
			return p, true
		}
	}
	return moneyPart{}, false
}

// decimals reports the 五 of 三块五 and the 七五 of 一米七五: digits of the unit
// before them, with no unit of their own.
func (r *recognizer) decimals(p figure, u Unit) bool {
	if !p.bare && p.size != 1 || p.size > 2 || hanAt(r.text, p.end) {
		return false
	}
	return slices.Contains([]string{"块", "塊", "毛", "米"}, u.Text)
}

// indefinite reports 数十, 几百: the numeral at text[i] has no value.
func (r *recognizer) indefinite(i int) bool {
	prev, _ := runeBefore(r.text, i)
	_, _, ok := magnitudeAt(r.text, i)
	return ok && strings.ContainsRune("数數几幾", prev)
}

// counts reports whether numerals are a number and not part of a word.
func (r *recognizer) counts(f figure, e Entity) bool {
	word := r.text[f.start:f.end]
	switch {
	case f.bare && f.size == 2:
		return strings.ContainsAny(word, "零〇○") // 九九, 三五 name or guess
	case f.size > 1 || f.parts != nil:
		return true
	case strings.Contains(lonely, word):
		return false
	}
	prev, _ := runeBefore(r.text, f.start)
	next, _ := runeAt(r.text, f.end)
	one := word == "一"
	switch {
	case one && strings.ContainsRune(wordTails, prev), strings.ContainsRune(dayHeads, prev):
		return false
	case !hanAt(r.text, f.end), e.Quantity.Op != Equal, e.Start < e.NumStart, r.joined(f.end):
		return true
	case word == "零":
		return strings.ContainsRune(followers, next)
	case e.End > f.end:
		return true
	}
	return strings.ContainsRune(followers, next) && (!one || strings.ContainsRune(namers, prev))
}

// joined reports that a range goes on at text[i]: 一到五个.
func (r *recognizer) joined(i int) bool {
	sep := prefixAt(r.text, i, dashes)
	if sep == "" {
		return false
	}
	c := classOf(runeOf(r.text, i+len(sep)))
	return c == digit || c == numeral
}
