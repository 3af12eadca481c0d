package style

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gangmu/internal/words"
)

// kind is a thing with two forms. Where usual is nil the rare form is worth a
// hint by itself.
type kind struct {
	zh, en      string
	rare, usual *regexp.Regexp
	times       int  // how often usual must stand for one rare
	either      bool // whichever is rarer
	signs       sign // a line without these has no rare form
}

var kinds = []kind{
	{"百分号全角、半角混用", "full-width and half-width percent signs", re(`[0-9.]+％`), re(`[0-9.]+%`), 3, true, percent},
	{"数字全角、半角混用", "full-width and half-width digits", re(`[０-９]+`), re(`[0-9]+`), 3, false, digit},
	{"括号全角、半角混用", "full-width and half-width brackets", re(`\p{Han}\([^)]{0,20}\)`), re(`\p{Han}（[^）]{0,20}）`), 3, true, bracket},
	{"逗号、分号用了半角", "half-width stops", re(`\p{Han}[,;]\p{Han}`), re(`\p{Han}[，；]\p{Han}`), 20, false, stop},
	{"罗马数字写法不一", "two forms of Roman numerals", re(`\b(?:II|III|IV|VI)类`), re(`[ⅡⅢⅣⅥ]类`), 1, true, roman},
	{"千伏的符号应作kV", "the sign of kilovolt is kV", re(`[0-9](?:KV|Kv|kv)`), nil, 0, false, volt},
	{"千伏、kV混用", "kV and 千伏", re(`[0-9]+[kK][vV]`), re(`[0-9]+千伏`), 1, true, volt},
	{"句中有多余的空格", "blanks inside a sentence", re(`\p{Han}[ 　]+[0-9][0-9.]*\p{Han}|[0-9] +\.[0-9]|\p{Han}[0-9]+\. +[0-9]+[%％\p{Han}]|，[ 　]+\p{Han}`), re(`\p{Han}[0-9][0-9.]*\p{Han}`), 20, false, blank},
	{"上亿的金额写作“万元”，与“亿元”混用", "amounts above a hundred million in 万元", re(`\b[0-9]{5,}(?:\.[0-9]+)?万元`), re(`[0-9]亿元`), 3, false, money},
	{"界限词重复", "two words for one bound", re(`(?:约|大约|大概)[0-9][0-9.]*[^，。；、（）0-9]{0,6}(?:左右|上下)|近[0-9][0-9.]*[百千万]?余|(?:超|超过|突破|不低于|不少于|至少)[0-9][0-9.]*[^，。；、（）0-9的]{0,6}以上|(?:不超过|不高于)[0-9][0-9.]*[^，。；、（）0-9的]{0,6}(?:以内|以下)`), nil, 0, false, bound},
}

// sign is a set of characters that a line holds.
type sign uint16

const (
	percent sign = 1 << iota
	digit
	bracket
	stop
	roman
	volt
	blank
	money
	bound
)

// signsOf are the signs of a line: most lines have none, and are not searched.
func signsOf(s string) sign {
	var out sign
	bounded := false // a word for a bound stands in the clause
	for at, m := marks.Next(s, 0); at >= 0; at, m = marks.Next(s, at+len(marks.Word(m))) {
		switch r, _ := utf8.DecodeRuneInString(s[at:]); {
		case r == '％':
			out |= percent
		case '０' <= r && r <= '９':
			out |= digit
		case r == '(':
			out |= bracket
		case r == ',' || r == ';':
			out |= stop
		case r == '，' || r == '。' || r == '；' || r == '、':
			bounded = false
		case r == 'I':
			out |= roman
		case r == 'V' || r == 'v':
			out |= volt | roman
		case r == ' ' || r == '\u3000':
			out |= blank
		case r == '万':
			if number := s[:at]; len(number)-len(strings.TrimRight(number, "0123456789.")) >= 5 {
				out |= money
			}
		case r == '左' || r == '上' || r == '余' || r == '以':
			if bounded {
				out |= bound
			}
		default:
			bounded = true
		}
	}
	return out
}

// marks are the characters that signsOf tells apart; those of the last line are
// words for a bound.
var marks = words.New(
	"％", "０", "１", "２", "３", "４", "５", "６", "７", "８", "９", "(", ",", ";", "，", "。", "；", "、", "I", "V", "v", " ", "\u3000",
	"万", "左", "上", "余", "以",
	"约", "概", "近", "超", "破", "低", "少", "至", "过", "高",
)

func re(s string) *regexp.Regexp { return regexp.MustCompile(s) }
