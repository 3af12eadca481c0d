package tally

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/internal/words"
	"gangmu/vet/rules/internal/prose"
)

// number is a count of things: 三大, 5条, “四个.
type number struct {
	prose.Range
	n       int
	measure string
	chinese bool // 三, not 3
	quoted  bool // “三大战役”: the number begins a quotation
	pair    bool // 两: often the last entry's own, 残疾人两项补贴
}

// coins reports the way in which reports coin a set of things: 三大工程.
func (n number) coins() bool { return n.measure == "大" && n.chinese && !n.quoted }

// near reports a difference as slips make them.
func (n number) near(d int) bool { return d <= max(1, n.n/4) }

// most things that a text lists one by one.
const most = 60

// measures are the measure words of things that have names, the longer first.
var measures = words.New(
	"大", "个", "项", "条", "类", "种", "方面", "家", "座", "件", "处", "所", "张", "道", "支", "批", "镇", "村", "只", "对", "位", "名", "场", "门", "片", "环节", "领域",
)

// notCounted are what makes a measure of time, degree or rank of the words that
// begin with it.
var notCounted = words.New("个月", "个百分", "个点", "个工作日", "个小时", "个季", "个星期", "个学期", "个多", "个交易日", "个五年", "大队", "位一体", "道巷", "道街", "道湾", "道岭", "道河", "项目", "类水", "类标准")

// numerals begin a number.
var numerals = words.New("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两")

// numbersOf are the counts of a sentence.
func numbersOf(s string, sentence prose.Range) []number {
	var out []number
	for i := sentence.Start; i < sentence.End; {
		if i, _ = numerals.Next(s[:sentence.End], i); i < 0 {
			break
		}
		n, size := numeral(s[i:sentence.End])
		if c, ok := counting(s, sentence, i, i+size, n); ok {
			out = append(out, c)
		}
		i += size
	}
	return out
}

// numeral reads a whole number at the beginning of s; n is 0 where it is none
// that a list could have.
func numeral(s string) (n, size int) {
	for size < len(s) && '0' <= s[size] && s[size] <= '9' {
		n = min(n*10+int(s[size]-'0'), most+1)
		size++
	}
	if size == 0 {
		if strings.HasPrefix(s, "两") {
			return 2, len("两")
		}
		n, size = prose.Ordinal(s)
	}
	if n > most {
		n = 0
	}
	return n, size
}

// counting reports that the numeral s[start:end] counts things.
func counting(s string, sentence prose.Range, start, end, n int) (number, bool) {
	rest := s[end:sentence.End]
	c := number{n: n, chinese: s[start] >= utf8.RuneSelf}
	if m := measures.Begins(rest); m >= 0 {
		c.measure = measures.Word(m)
	}
	prev, _ := utf8.DecodeLastRuneInString(s[sentence.Start:start])
	if n < 2 || c.measure == "" || strings.ContainsRune("第每前后这那该近超约达几数其各零百千万点十.．+-—~～:：/年月", prev) || prev < utf8.RuneSelf && unicode.IsLetter(prev) {
		return c, false
	}
	if notCounted.Begins(rest) >= 0 {
		return c, false
	}
	c.quoted, c.pair = prev == '“', strings.HasPrefix(s[start:], "两")
	c.Range = prose.Range{Start: start, End: end + len(c.measure)}
	behind := rest[len(c.measure):]
	for _, more := range []string{"以上", "以下", "以内", "左右", "多", "余", "月", "工作日"} {
		if strings.HasPrefix(behind, more) {
			return c, false
		}
	}
	return c, true
}
