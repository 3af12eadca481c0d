package residue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// A paragraph of so many characters with a comma in it is a sentence.
const sentenceLength = 40

// paragraph reports a line of running text that has to end with a stop.
func paragraph(l extract.Line) bool {
	return l.Box == "" && (l.Level == 0 || strings.ContainsRune(l.Text.S, '。')) && l.Part != extract.Front && l.Part != extract.Glossary &&

		(len(l.Text.S) >= sentenceLength*utf8.UTFMax || utf8.RuneCountInString(l.Text.S) >= sentenceLength) && strings.Contains(l.Text.S, "，")
}

// entry reports an explained term.
func entry(l extract.Line) bool {
	head, rest, ok := strings.Cut(l.Text.S, "：")
	return l.Part == extract.Glossary && ok && utf8.RuneCountInString(head) <= 20 && utf8.RuneCountInString(rest) >= 10
}

// boxList reports a list in a box: 开工：甲、乙等项目。
func boxList(l extract.Line) bool {
	head, rest, ok := strings.Cut(l.Text.S, "：")
	return l.Box != "" && ok && utf8.RuneCountInString(head) <= 6 && strings.Contains(rest, "、")
}

func unended(l extract.Line, kind func(extract.Line) bool) bool {
	if !kind(l) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(l.Text.S, unicode.IsSpace))
	if r == '）' && signature(l.Text.S) {
		return false
	}
	return unicode.Is(unicode.Han, r) || unicode.IsDigit(r) || strings.ContainsRune("，、%％”）", r)
}

// signature reports a bracket behind the end of the last sentence: …！（本报）.
func signature(s string) bool {
	head := s[:max(strings.LastIndex(s, "（"), 0)]
	return strings.HasSuffix(head, "！") || strings.HasSuffix(head, "。") || strings.Contains(head, "——")
}

// fewLines are enough to see a habit in.
const fewLines = 8

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
	return without*20 <= all || without == 1 && all >= fewLines
}

func end(p *vet.Pass, l extract.Line, cut bool) {
	s := strings.TrimRightFunc(l.Text.S, unicode.IsSpace)
	tail := s
	if parts := prose.Split(s, prose.Whole(s), "，。；："); len(parts) > 0 {
		tail = parts[len(parts)-1].Of(s)
	}
	start := strings.LastIndex(s, tail)
	if strings.HasPrefix(tail, "“") {
		return // a caption
	}
	f := finding(l.Text, max(start, 0), len(s), vet.Words{
		Zh: "段落没有以句号结束，是否漏了标点或者后面的文字？",
		En: "the paragraph does not end with a stop: is a mark or some text missing?",
	})
	f.Severity = vet.Warning
	if cut {
		f.Severity = vet.Info
		f.Message = vet.Words{
			Zh: "一句话断成了两段，是否换行有误？",
			En: "a sentence is cut into two paragraphs: is the line break wrong?",
		}
	}
	p.Report(f)
}
