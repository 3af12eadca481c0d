package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths in characters up to which a numbered line can be a heading.
const (
	longHeading  = 60
	shortHeading = 30
)

// HeadingLevel tells a heading by its numbering, for sources that do not mark
// their headings: 一、 and 附件1 are 1, （一） is 2, a short 1. is 3, and
// 专栏1 is a heading of unknown level 0. What reads like a sentence is none, nor
// is a line of a table of contents.
func HeadingLevel(s string) (level int, ok bool) {
	if len(s) > longHeading*utf8.UTFMax {
		return 0, false
	}
	s = strings.TrimSpace(s)
	if listed(s) {
		return 0, false
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case numeral(first):
		return 1, after(s, numeral, "、．") && titled(s)
	case first == '（' || first == '(':
		return 2, bracketed(s) && titled(s)
	case first >= '0' && first <= '9' || first >= '０' && first <= '９':
		return 3, after(s, digit, "、.．") && short(s)
	case first == '第':
		return division(s)
	case first == '附':
		return 1, annex(s) && titled(s)
	case first == '名':
		return 1, squeeze(s) == "名词解释"
	case first == '专':
		rest, found := strings.CutPrefix(s, "专栏")
		n, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
		return 0, found && (digit(n) || numeral(n)) && titled(s)
	}
	return 0, false
}

// listed reports whether s ends in a leader and a page number.
func listed(s string) bool {
	title := strings.TrimRightFunc(s, digit)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(title, " "))
	return len(title) < len(s) && (last == '\t' || last == '…' || last == '·' || strings.HasSuffix(title, "..."))
}

func numeral(r rune) bool {
	return strings.ContainsRune("一二三四五六七八九十百〇零", r) && r != 0
}

func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// after reports whether s is a number, one of the marks and more.
func after(s string, number func(rune) bool, marks string) bool {
	rest := strings.TrimLeftFunc(s, number)
	mark, n := utf8.DecodeRuneInString(rest)
	if n == 0 || !strings.ContainsRune(marks, mark) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[n:])
	return n < len(rest) && !(mark == '.' && digit(next)) // 1.5 is a number
}

func bracketed(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	rest := strings.TrimLeftFunc(s[n:], numeral)
	closing, m := utf8.DecodeRuneInString(rest)
	return len(rest) < len(s)-n && (closing == '）' || closing == ')') && m < len(rest)
}

// division knows 第一篇, 第二部分, 第三章 and 第四节.
func division(s string) (level int, ok bool) {
	s = strings.TrimPrefix(s, "第")
	rest := strings.TrimLeftFunc(s, func(r rune) bool { return numeral(r) || digit(r) })
	if len(rest) == len(s) || !titled(s) {
		return 0, false
	}
	for i, words := range [][]string{{"篇", "部分"}, {"章"}, {"节"}} {
		for _, w := range words {
			if title, found := strings.CutPrefix(rest, w); found {
				next, _ := utf8.DecodeRuneInString(title)
				return i + 1, title == "" || unicode.IsSpace(next) || next == '：'
			}
		}
	}
	return 0, false
}

// annex knows 附件, 附件1, 附录二：, 附表1 with or without a title, but not the
// list 附件：1.… at the end of a text.
func annex(s string) bool {
	for _, w := range []string{"附件", "附录", "附表"} {
		rest, found := strings.CutPrefix(s, w)
		if !found {
			continue
		}
		rest = strings.TrimSpace(rest)
		next, _ := utf8.DecodeRuneInString(rest)
		if next == '：' || next == ':' {
			_, ok := HeadingLevel(strings.TrimLeft(rest, "：: "))
			return !ok && !after(strings.TrimLeft(rest, "：: "), digit, "、.．")
		}
		return rest == "" || digit(next) || numeral(next)
	}
	return false
}

// titled reports whether s is short enough for a title and not a sentence: a
// full stop may only end it.
func titled(s string) bool {
	end := strings.IndexAny(s, "。；！")
	return utf8.RuneCountInString(s) <= longHeading && (end < 0 || strings.HasSuffix(s, "。") && end == len(s)-len("。"))
}

func short(s string) bool {
	return utf8.RuneCountInString(s) <= shortHeading && !strings.ContainsAny(s, "。；，：！？;,")
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
