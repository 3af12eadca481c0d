package residue

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/internal/words"
	"gangmu/vet"
)

// stops are marks of which no two stand beside each other.
var stops = words.New("，", "。", "；", "：", "、")

// astray are other marks in places where none stands.
var (
	astray    = []string{"（）", "（，", "（。", "（、", "（；", "“，", "“。", "“、", "“；", "《，", "，）", "、）", "；）", "，”", "、”", "，》", "？。", "！。", "？，", "！，"}
	anyAstray = words.New(astray...)
)

func doubled(p *vet.Pass, t document.Text) {
	start, end := besides(t.S)
	if start < 0 {
		return
	}
	p.Report(finding(t, start, end, vet.Words{
		Zh: fmt.Sprintf("标点连写“%s”。", t.S[start:end]),
		En: fmt.Sprintf("doubled punctuation %q.", t.S[start:end]),
	}))
}

// besides is the first place where marks stand together that cannot.
func besides(s string) (start, end int) {
	for from := 0; ; {
		at, stop := stops.Next(s, from)
		if at < 0 {
			break
		}
		from = at + len(stops.Word(stop))
		if next := stops.Begins(s[from:]); next >= 0 && !strings.Contains(s, "。。。") { // three stops stand for an ellipsis
			return at, from + len(stops.Word(next))
		}
	}
	if !anyAstray.In(s) {
		return -1, -1
	}
	for _, x := range astray {
		if i := strings.Index(s, x); i >= 0 {
			return i, i + len(x)
		}
	}
	return -1, -1
}

var (
	brackets = words.New("（", "(", "“", "《", "）", ")", "”", "》")
	partners = map[rune]rune{'）': '（', '”': '“', '》': '《'}
)

// pairs reports the first bracket or quotation mark of a paragraph without its
// partner. A half-width bracket may go with a full-width one.
func pairs(p *vet.Pass, t document.Text, lists style) {
	type opened struct {
		r  rune
		at int
	}
	var open []opened
	for i, b := brackets.Next(t.S, 0); i >= 0; i, b = brackets.Next(t.S, i+len(brackets.Word(b))) {
		r, _ := utf8.DecodeRuneInString(t.S[i:])
		full := r
		switch r {
		case '(':
			full = '（'
		case ')':
			full = '）'
		}
		if want, closes := partners[full]; closes {
			n := len(open)
			switch {
			case n > 0 && open[n-1].r == want:
				open = open[:n-1]
				continue
			case want == '（' && lists.single(t.S[:i]):
				continue
			}
			if n > 0 {
				unpaired(p, t, open[n-1].at)
			} else {
				unpaired(p, t, i)
			}
			return
		}
		open = append(open, opened{full, i})
	}
	if len(open) > 0 {
		unpaired(p, t, open[0].at)
	}
}

// style is how a report brackets the numbers of its lists: （一） or 一）.
type style struct{ chinese, digits bool } // with a single bracket

func listStyle(lines []extract.Line) style {
	var pairs, singles [2]int
	for _, l := range lines {
		s := strings.TrimLeft(l.Text.S, " \u3000")
		rest, pair := strings.CutPrefix(s, "（")
		if !pair {
			rest, pair = strings.CutPrefix(s, "(")
		}
		r, size := utf8.DecodeRuneInString(rest)
		kind := 0
		switch {
		case unicode.IsDigit(r):
			kind = 1
		case size == 0 || !strings.ContainsRune(numerals, r):
			continue
		}
		number := strings.TrimLeft(rest, numerals+"0123456789")
		if !strings.HasPrefix(number, "）") && !strings.HasPrefix(number, ")") {
			continue
		}
		if pair {
			pairs[kind]++
		} else {
			singles[kind]++
		}
	}
	return style{chinese: pairs[0] == 0 || singles[0]*2 > pairs[0], digits: pairs[1] == 0 || singles[1]*2 > pairs[1]}
}

const numerals = "一二三四五六七八九十"

// single reports what may stand before a single bracket: 1）, a）, and 一） where
// the report does not write （一）.
func (st style) single(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case before == "":
		return true
	case strings.ContainsRune(numerals, r):
		return st.chinese
	case unicode.IsDigit(r):
		lead, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(before, unicode.IsDigit))
		return st.digits && (len(strings.TrimLeftFunc(before, unicode.IsDigit)) == 0 || unicode.IsSpace(lead) || strings.ContainsRune("。；：，、", lead))
	}
	return r < utf8.RuneSelf && unicode.IsLetter(r)
}

func unpaired(p *vet.Pass, t document.Text, at int) {
	_, size := utf8.DecodeRuneInString(t.S[at:])
	mark := t.S[at : at+size]
	report(p, t, at, at+size, vet.Words{
		Zh: fmt.Sprintf("“%s”不成对。", mark),
		En: fmt.Sprintf("%q has no partner.", mark),
	})
}
