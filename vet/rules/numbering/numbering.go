// Package numbering finds numbers of one level that do not run in order: 一是,
// 二是, then 四是.
package numbering

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
)

// Rule follows every kind of number through the text. A number may go on or
// begin again at one; which of the two a new section does is its own choice.
var Rule = &vet.Rule{
	ID: "numbering", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "编号不连续", En: "Numbers out of order"},
		What: vet.Words{
			Zh: "同一层次的编号（一、，（一），1.，（1），①，一是、二是，第一、第二，专栏1、专栏2，表1、表2）依次递增，不缺号、不重号、不混用。",
			En: "Numbers of one level run in order: none is missing, doubled or of another kind.",
		},
		Why: vet.Words{
			Zh: "缺号往往是删漏或者少了一段，重号往往是改稿没有改完。",
			En: "A missing number often means lost text, a doubled one an unfinished edit.",
		},
		Authority: "GB/T 9704—2012 7.3.3",
		Silent: vet.Words{
			Zh: "新的章节重新从一开始编号，或接着上一节编号；小数（1.5万）；没有开头、只见后半截的编号。",
			En: "A new section may begin at one again or go on; decimals; a list whose beginning is not in the text.",
		},
		Wrong: "一、主要任务\n重点抓好三件事。一是扩大投资。二是促进消费。四是稳定外贸。\n",
		Right: "一、主要任务\n重点抓好三件事。一是扩大投资。二是促进消费。三是稳定外贸。\n",
	},
	Run: run,
}

// kind is a way of numbering. The higher a kind, the larger the part that it
// numbers; a number begins new runs of all kinds below it.
type kind int

const (
	circled   kind = iota // ①
	paren                 // （1）
	arabic                // 1.
	firstly               // 第一，
	item                  // 一是
	bracketed             // （一）
	chapter               // 一、
	kinds
)

// number is one printed number.
type number struct {
	kind       kind
	n          int
	text       document.Text
	start, end int
	unsure     bool // 11.41条: counts only where it goes on in order
	wanted     int  // of a number out of order: what should stand here
}

func (n number) printed() string { return n.text.S[n.start:n.end] }

func run(p *vet.Pass) error {
	f := follower{pass: p}
	for i, l := range p.Lines {
		if i > 0 && separate(p.Lines[i-1], l) {
			f.last = [kinds]*number{}
		}
		for _, n := range numbersOf(l) {
			f.follow(n)
		}
	}
	captions(p)
	return nil
}

// separate reports lines of different documents or boxes, whose numbers have
// nothing to do with each other.
func separate(a, b extract.Line) bool {
	return body(a) != body(b) || !body(a) && a.Part != b.Part || a.Box != b.Box || strings.HasPrefix(strings.TrimSpace(b.Text.S), "附件")
}

// body reports the report proper, whose chapters are numbered through.
func body(l extract.Line) bool {
	switch l.Part {
	case extract.Annex, extract.Glossary, extract.InBox:
		return false
	}
	return true
}

// follower remembers the last number of each kind.
type follower struct {
	pass *vet.Pass
	last [kinds]*number
}

func (f *follower) follow(n number) {
	last := f.last[n.kind]
	if last != nil && n.kind == item && !last.reaches(n) {
		last = nil
	}
	switch other := f.mixed(n); {
	case last != nil && (n.n == last.n+1 || last.wanted > 0 && n.n == last.wanted+1):
	case n.unsure:
		if n.n == 1 { // 1.5万亿元, or a new list: 1.8个区县
			f.last[n.kind] = nil
		}
		return
	case n.n == 1:
	case other != nil:
		f.report(n, *other, vet.Words{
			Zh: fmt.Sprintf("编号混用：前面是“%s”，这里接着写成“%s”。", mark(*other), mark(n)),
			En: fmt.Sprintf("kinds of numbers are mixed: %s goes on as %s.", mark(*other), mark(n)),
		})
		f.begin(n.kind)
		return // the kind's own run goes on behind it
	case last != nil:
		f.report(n, *last, wordsOf(*last, n))
		n.wanted = last.n + 1
	}
	f.last[n.kind] = &n
	f.begin(n.kind)
}

// reaches reports that n can belong to the run of an 一是: both stand in one
// paragraph, or each begins its own.
func (last number) reaches(n number) bool {
	return last.text.Whole() == n.text.Whole() || last.leads() && n.leads()
}

// leads reports a number that begins its paragraph.
func (n number) leads() bool { return strings.TrimLeft(n.text.S[:n.start], " \u3000") == "" }

// mixed is the last number of the other kind in running text when n goes on
// where it stopped: 第一 … 第四，五是.
func (f *follower) mixed(n number) *number {
	if n.kind != firstly && n.kind != item {
		return nil
	}
	other := f.last[firstly+item-n.kind]
	if other == nil || other.n < 2 || other.n+1 != n.n {
		return nil
	}
	return other
}

// begin lets the kinds below k begin again.
func (f *follower) begin(k kind) {
	for lower := firstly; lower < k; lower++ {
		f.last[lower] = nil
	}
	if k >= arabic {
		f.last[circled], f.last[paren] = nil, nil
	}
}

func wordsOf(last, n number) vet.Words {
	switch {
	case n.n == last.n:
		return vet.Words{
			Zh: fmt.Sprintf("编号重复：前面已有“%s”，这里又是“%s”。", mark(last), mark(n)),
			En: fmt.Sprintf("the number %s appears twice.", mark(n)),
		}
	case n.n == last.n+2:
		return vet.Words{
			Zh: fmt.Sprintf("编号不连续：“%s”之后是“%s”，缺第%d个。", mark(last), mark(n), n.n-1),
			En: fmt.Sprintf("%s follows %s: number %d is missing.", mark(n), mark(last), n.n-1),
		}
	}
	return vet.Words{
		Zh: fmt.Sprintf("编号不连续：“%s”之后是“%s”。", mark(last), mark(n)),
		En: fmt.Sprintf("%s follows %s.", mark(n), mark(last)),
	}
}

func mark(n number) string { return strings.TrimRight(n.printed(), "，、.．") }

func (f *follower) report(n, last number, words vet.Words) {
	f.pass.Report(vet.Finding{Message: words, Marks: []vet.Mark{
		vet.At(n.text, n.start, n.end, vet.Subject),
		vet.At(last.text, last.start, last.end, vet.Evidence),
	}})
}
