package plant

import (
	"regexp"
	"strings"
)

// Part is the role of a stretch of a report.
type Part int

const (
	Review   Part = iota // what was done
	Outlook              // what is planned
	Glossary             // explanations of terms, to the end
)

// Line is a line of the text; its range is that of Text.
type Line struct {
	Range
	Text string
	Part Part
	Box  bool // of a box (专栏): a list, not prose
	Cell bool // of a stacked or piped table
}

// Report is a text with what the kinds look for in it.
type Report struct {
	Text       string
	Lines      []Line
	Statements []Statement
	Rows       []Row
}

// Read takes a text apart.
func Read(text string) *Report {
	r := &Report{Text: text, Lines: lines(text)}
	for _, l := range r.Lines {
		if l.Part != Glossary && !l.Cell {
			r.Statements = append(r.Statements, statements(l)...)
		}
	}
	r.Rows = rows(r.Lines)
	return r
}

var (
	chapterRE  = regexp.MustCompile(`^[一二三四五六七八九十]+、`)
	reviewRE   = regexp.MustCompile(`回顾|完成情况|执行情况|成绩|成效|工作总结`)
	outlookRE  = regexp.MustCompile(`目标|总体|考虑|要求|任务|安排|重点工作|主要工作|工作重点|打算|思路|部署|草案|今后`)
	glossaryRE = regexp.MustCompile(`^.{0,24}(名\s*词\s*解\s*释|名词注释|名词说明|注释)[：:）)》]?$`)
	countedRE  = regexp.MustCompile(`^[一二三四五]、.{0,6}\d+项`)
	annexRE    = regexp.MustCompile(`^(附件|表)\s*\d*`)
	boxRE      = regexp.MustCompile(`^专栏\s*\d+`)
)

// plain is a line without its marks of emphasis and blanks around.
func plain(s string) string { return strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "*#")) }

// lines splits a text and gives every line its part.
func lines(text string) []Line {
	var out []Line
	part, box, annex, blank := Review, false, false, 0
	at := 0
	for s := range strings.SplitAfterSeq(text, "\n") {
		body := strings.TrimRight(s, "\r\n")
		l := Line{Range: Range{at, at + len(body)}, Text: body}
		at += len(s)
		head := plain(body)
		short := len(head) < 180 && !strings.Contains(head, "。")
		switch {
		case head == "":
			blank++
		case short && glossaryRE.MatchString(head):
			part = Glossary
		case part == Glossary:
		case boxRE.MatchString(head):
			box = true
		case short && annex && (countedRE.MatchString(head) || reviewRE.MatchString(head)) && !box:
			part = Review // 一、26项指标能够完成年度目标任务
		case short && (chapterRE.MatchString(head) || annexRE.MatchString(head)) && !box:
			part, annex = partOf(head, part), annex || strings.HasPrefix(head, "附件")
		}
		if head != "" {
			// Two blank lines, or a heading of a section behind one, end a box.
			if box && !boxRE.MatchString(head) && blank > 1 {
				box = false
				if short && chapterRE.MatchString(head) {
					part = partOf(head, part)
				}
			}
			blank = 0
		}
		l.Part, l.Box = part, box
		l.Cell = strings.HasPrefix(body, "|") || strings.HasPrefix(body, "\t") && !box && !boxRE.MatchString(head)
		out = append(out, l)
	}
	return out
}

func partOf(head string, before Part) Part {
	switch {
	case reviewRE.MatchString(head):
		return Review
	case outlookRE.MatchString(head):
		return Outlook
	}
	return before
}

// part cuts a stretch of the line's text out, by byte offsets in the line.
func (l Line) part(start, end int) Range { return Range{l.Start + start, l.Start + end} }

// prose reports running text outside boxes, tables and the glossary.
func (l Line) prose() bool { return !l.Box && !l.Cell && l.Part != Glossary && l.Text != "" }

var sentenceRE = regexp.MustCompile(`[^。；！？]+[。；！？]?`)

// sentences are the line's sentences as lines of their own.
func (l Line) sentences() []Line {
	var out []Line
	for _, m := range sentenceRE.FindAllStringIndex(l.Text, -1) {
		s := l
		s.Range, s.Text = l.part(m[0], m[1]), l.Text[m[0]:m[1]]
		out = append(out, s)
	}
	return out
}
