package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what the scanner does when it meets a character.
type class uint8

const (
	other    class = iota
	digit          // 0-9, ０-９
	numeral        // 一 … 九, 两, 十, 百, 千, 万, 亿, 零, 〇
	formal         // 壹 … 玖, 拾, 佰, 仟: numerals only beside other numerals
	ordinal        // 第
	opening        // “ and its like
	circled        // ① …
	doubling       // 翻
)

var classes = func() *[1 << 16]class {
	var t [1 << 16]class
	set := func(chars string, c class) {
		for _, r := range chars {
			t[r] = c
		}
	}
	set("0123456789０１２３４５６７８９", digit)
	set("零〇○一二两三四五六七八九十百千万亿", numeral)
	set("壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸兩", formal)
	set("第", ordinal)
	set("“\"「『", opening)
	set("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", circled)
	set("翻", doubling)
	return &t
}()

// edge marks the characters at which words of a list begin or end, so that the
// lists are only searched where they can match.
type edge uint8

const (
	beforeEnd  edge = 1 << iota // ends a word of before
	leadEnd                     // ends a word of leads
	afterStart                  // begins a word of after
)

var edges = func() *[1 << 16]edge {
	var t [1 << 16]edge
	for _, w := range before {
		r, _ := runeBefore(w.text, len(w.text))
		t[r] |= beforeEnd
	}
	for _, w := range leads {
		r, _ := runeBefore(w, len(w))
		t[r] |= leadEnd
	}
	for _, w := range after {
		r, _ := runeAt(w.text, 0)
		t[r] |= afterStart
	}
	return &t
}()

func edgeOf(r rune, e edge) bool { return r < 1<<16 && edges[r]&e != 0 }

func classOf(r rune) class {
	if r < 1<<16 {
		return classes[r]
	}
	return other
}

// digitAt is the digit at text[i] and its width in bytes; the width is 0 when
// there is none.
func digitAt(text string, i int) (d, width int) {
	if i >= len(text) {
		return 0, 0
	}
	if c := text[i]; c >= '0' && c <= '9' {
		return int(c - '0'), 1
	}
	if strings.HasPrefix(text[i:], "\uff10"[:2]) && i+2 < len(text) {
		if c := text[i+2]; c >= 0x90 && c <= 0x99 {
			return int(c - 0x90), 3
		}
	}
	return 0, 0
}

func letterAt(text string, i int) bool {
	return i < len(text) && isLetter(text[i])
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isAlnum(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }

func runeAt(text string, i int) (rune, int) { return utf8.DecodeRuneInString(text[i:]) }

func runeBefore(text string, i int) (rune, int) { return utf8.DecodeLastRuneInString(text[:i]) }

func isHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff || r > 0x7f && unicode.Is(unicode.Han, r) }

// hanAt reports whether a Chinese character stands at text[i].
func hanAt(text string, i int) bool {
	r, _ := runeAt(text, i)
	return i < len(text) && isHan(r)
}

// prefixAt is the first of the words that text[i:] begins with, "" if none.
func prefixAt(text string, i int, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(text[i:], w) {
			return w
		}
	}
	return ""
}

// suffixAt is the first of the words that text[:i] ends with, "" if none.
func suffixAt(text string, i int, words []string) string {
	for _, w := range words {
		if strings.HasSuffix(text[:i], w) {
			return w
		}
	}
	return ""
}

// skipSpaces steps over blanks within a line.
func skipSpaces(text string, i int) int {
	for i < len(text) {
		switch {
		case text[i] == ' ' || text[i] == '\t':
			i++
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += 2
		case strings.HasPrefix(text[i:], "\u3000"):
			i += 3
		default:
			return i
		}
	}
	return i
}

// spacesBefore is where the blanks that end at i begin.
func spacesBefore(text string, i int) int {
	for i > 0 {
		switch {
		case text[i-1] == ' ' || text[i-1] == '\t':
			i--
		case strings.HasSuffix(text[:i], "\u00a0"):
			i -= 2
		case strings.HasSuffix(text[:i], "\u3000"):
			i -= 3
		default:
			return i
		}
	}
	return i
}
