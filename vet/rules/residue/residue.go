// Package residue finds what editing left behind in a text: field codes printed
// as characters, doubled punctuation, brackets without a partner, paragraphs
// without an end.
package residue

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Rule reads every paragraph of the running text by itself.
var Rule = &vet.Rule{
	ID: "residue", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "排版和改稿残留", En: "Left over from editing"},
		What: vet.Words{
			Zh: "正文里没有书签、域代码等字样，没有连写、漏写的标点，括号、引号、书名号成对，段落以句号结束。",
			En: "No bookmarks or field codes in the text, no doubled punctuation, brackets and quotation marks in pairs, a stop at the end of a paragraph.",
		},
		Why: vet.Words{
			Zh: "这些残留说明定稿没有再通读，段末没有句号的往往丢了半句话。",
			En: "They show that the final text was not read again; a paragraph without an end has often lost one.",
		},
		Authority: "GB/T 15834—2011",
		Silent: vet.Words{
			Zh: "标题、署名、表格单元格、以冒号引出的清单；文件格式自身的域和书签；通篇都不写句末标点的文稿。",
			En: "Titles, signatures, table cells, heads of lists; real fields and bookmarks of the file; texts that end few paragraphs with a stop.",
		},
		Wrong: "一、2030年计划执行情况\n[bookmark: _GoBack]全年经济运行平稳，主要指标处在合理区间。\n",
		Right: "一、2030年计划执行情况\n全年经济运行平稳，主要指标处在合理区间。\n",
	},
	Run: run,
}

func run(p *vet.Pass) error {
	stops, boxStops := endsWithStops(p.Lines, paragraph), endsWithStops(p.Lines, boxList)
	for _, l := range p.Lines {
		codes(p, l)
		doubled(p, l)
		pairs(p, l)
		if stops && unended(l, paragraph) || boxStops && unended(l, boxList) {
			end(p, l)
		}
	}
	return nil
}

// leftovers are beginnings of what word processors print when a field or a
// bookmark became text; each goes to its end mark or to the next blank.
var leftovers = []struct{ begin, end string }{
	{"[bookmark:", "]"}, {"[Bookmark:", "]"}, {"HYPERLINK \"", "\""}, {"PAGEREF _", ""}, {"\\* MERGEFORMAT", ""}, {"_Toc", ""},
	{"错误!未找到", "。"}, {"错误！未找到", "。"}, {"Error! Reference", "."}, {"Error! Bookmark", "."}, {"[DATE]", ""},
}

func codes(p *vet.Pass, l extract.Line) {
	s := l.Text.S
	for _, x := range leftovers {
		i := strings.Index(s, x.begin)
		if i < 0 {
			continue
		}
		end := i + len(x.begin)
		if x.end != "" {
			if n := strings.Index(s[end:], x.end); n >= 0 {
				end += n + len(x.end)
			}
		} else if n := strings.IndexFunc(s[end:], func(r rune) bool { return r >= utf8.RuneSelf || r == ' ' }); n >= 0 {
			end += n
		}
		report(p, l, i, end, vet.Words{
			Zh: fmt.Sprintf("正文中有排版残留“%s”，应删去。", s[i:end]),
			En: fmt.Sprintf("%q is left over from the word processor.", s[i:end]),
		})
		return
	}
}

// never are marks that cannot follow each other.
var never = []string{"。。", "，，", "、、", "；；", "：：", "，。", "。，", "、，", "，、", "、。", "。、", "；。", "。；", "，；", "；，", "：，", "：。", "（）"}

func doubled(p *vet.Pass, l extract.Line) {
	for _, x := range never {
		i := strings.Index(l.Text.S, x)
		if i < 0 || x == "。。" && strings.Contains(l.Text.S, "。。。") {
			continue // three stops stand for an ellipsis
		}
		report(p, l, i, i+len(x), vet.Words{
			Zh: fmt.Sprintf("标点连写“%s”。", x),
			En: fmt.Sprintf("doubled punctuation %q.", x),
		})
		return
	}
}

var partners = map[rune]rune{'）': '（', '”': '“', '》': '《'}

// pairs reports the first bracket or quotation mark of a paragraph without its
// partner. A half-width bracket may go with a full-width one.
func pairs(p *vet.Pass, l extract.Line) {
	type opened struct {
		r  rune
		at int
	}
	var open []opened
	for i, r := range l.Text.S {
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
			case want == '（' && listMark(l.Text.S[:i]):
				continue
			}
			if n > 0 {
				unpaired(p, l, open[n-1].at)
			} else {
				unpaired(p, l, i)
			}
			return
		}
		if full == '（' || full == '“' || full == '《' {
			open = append(open, opened{full, i})
		}
	}
	if len(open) > 0 {
		unpaired(p, l, open[0].at)
	}
}

// listMark reports what may stand before a single bracket: 1）, a）.
func listMark(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || r < utf8.RuneSelf && (unicode.IsDigit(r) || unicode.IsLetter(r)) || strings.ContainsRune("一二三四五六七八九十", r)
}

func unpaired(p *vet.Pass, l extract.Line, at int) {
	_, size := utf8.DecodeRuneInString(l.Text.S[at:])
	mark := l.Text.S[at : at+size]
	report(p, l, at, at+size, vet.Words{
		Zh: fmt.Sprintf("“%s”不成对。", mark),
		En: fmt.Sprintf("%q has no partner.", mark),
	})
}

// A paragraph of so many characters with a comma in it is a sentence.
const sentenceLength = 40

// paragraph reports a line of running text that has to end with a stop.
func paragraph(l extract.Line) bool {
	return l.Box == "" && l.Level == 0 && l.Part != extract.Front && l.Part != extract.Glossary &&
		utf8.RuneCountInString(l.Text.S) >= sentenceLength && strings.ContainsRune(l.Text.S, '，')
}

// boxList reports a list in a box: 开工：甲、乙等项目。
func boxList(l extract.Line) bool {
	head, rest, ok := strings.Cut(l.Text.S, "：")
	return l.Box != "" && ok && utf8.RuneCountInString(head) <= 6 && strings.Contains(rest, "、")
}

func unended(l extract.Line, kind func(extract.Line) bool) bool {
	if !kind(l) || l.Box == "" && !strings.ContainsRune(l.Text.S, '。') {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(l.Text.S, unicode.IsSpace))
	return unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || r == '，' || r == '、'
}

// endsWithStops reports a text in which nearly every line of a kind has its stop.
func endsWithStops(lines []extract.Line, kind func(extract.Line) bool) bool {
	all, without := 0, 0
	for _, l := range lines {
		if kind(l) {
			all++
			if unended(l, kind) {
				without++
			}
		}
	}
	return without*20 <= all
}

func end(p *vet.Pass, l extract.Line) {
	s := strings.TrimRightFunc(l.Text.S, unicode.IsSpace)
	tail := s
	if parts := prose.Split(s, prose.Whole(s), "，。；："); len(parts) > 0 {
		tail = parts[len(parts)-1].Of(s)
	}
	start := strings.LastIndex(s, tail)
	f := finding(l, max(start, 0), len(s), vet.Words{
		Zh: "段落没有以句号结束，是否漏了标点或者后面的文字？",
		En: "the paragraph does not end with a stop: is a mark or some text missing?",
	})
	f.Severity = vet.Warning
	p.Report(f)
}

func report(p *vet.Pass, l extract.Line, start, end int, w vet.Words) {
	p.Report(finding(l, start, end, w))
}

func finding(l extract.Line, start, end int, w vet.Words) vet.Finding {
	return vet.Finding{Message: w, Marks: []vet.Mark{vet.At(l.Text, start, end, vet.Subject)}}
}
