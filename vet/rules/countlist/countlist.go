// Package countlist finds numbers of things that differ from the list of these
// things beside them: four names called 5条断头路.
package countlist

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Rule counts the entries of closed lists.
var Rule = &vet.Rule{
	ID: "count-list", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "写明的个数与列出的不符", En: "A number that differs from its list"},
		What: vet.Words{
			Zh: "“甲、乙、丙3条”“5项（甲、乙……）”“甲、乙等2个”一类写法，个数与列出的项数相同（用“等”收尾的，列出的不多于个数）。",
			En: "The number beside a list of names is the number of names; a list closed by 等 has no more names than its number.",
		},
		Why: vet.Words{
			Zh: "增删了名单而没有改个数，或者漏列、多列。",
			En: "A name was added or dropped and the number was not changed, or the reverse.",
		},
		Silent: vet.Words{
			Zh: "用“等”收尾而没有列全的；名称里有“和”“及”的，两种数法都算对；按类别列举而分别计数的（幼儿园、小学3所）。",
			En: "Open lists; names that hold 和 or 及 may count as one or two; kinds of things that are counted together.",
		},
		Wrong: "一、主要任务\n打通枫林路、学府路、澄江路、望云路5条断头路。\n",
		Right: "一、主要任务\n打通枫林路、学府路、澄江路、望云路4条断头路。\n",
	},
	Run: run,
}

// counted is a number with the list that it counts.
type counted struct {
	n      int
	number prose.Range // 5条
	list   prose.Range
	low    int  // the least number of entries that the list can be read as
	high   int  // the most
	open   bool // closed by 等: more than these
	points bool // 一是 … 二是
	sure   bool // the entries are certainly what the number counts
}

func run(p *vet.Pass) error {
	for i, l := range p.Lines {
		if l.Part == extract.Glossary || l.Level > 0 && l.Box == "" {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			for _, c := range lists(l.Text.S, s) {
				if !c.points || !goesOn(p.Lines[i+1:], c.low) {
					check(p, l.Text, c)
				}
			}
		}
	}
	totals(p)
	chapters(p)
	return nil
}

// goesOn reports that the next paragraph brings the points behind the nth.
func goesOn(rest []extract.Line, n int) bool {
	return len(rest) > 0 && strings.HasPrefix(rest[0].Text.S, prose.Chinese(n+1)+"是")
}

func check(p *vet.Pass, t document.Text, c counted) {
	switch {
	case c.open && c.low <= c.n, !c.open && c.low <= c.n && c.n <= c.high:
		return
	case !c.sure && !near(c):
		return // kinds of things counted together, not the things themselves
	}
	listed := fmt.Sprint(c.low)
	if c.high > c.low {
		listed += "—" + fmt.Sprint(c.high)
	}
	number := c.number.Of(t.S)
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("写的是“%s”，列出的有%s个：%s。", number, listed, prose.Short(c.list.Of(t.S), 60)),
			En: fmt.Sprintf("%s is announced, %s are listed: %s.", number, listed, prose.Short(c.list.Of(t.S), 60)),
		},
		Marks: []vet.Mark{
			vet.At(t, c.number.Start, c.number.End, vet.Subject),
			vet.At(t, c.list.Start, c.list.End, vet.Evidence),
		},
	})
}

// near reports a difference as slips make them.
func near(c counted) bool {
	if c.n > c.high {
		return c.n-c.high <= max(1, c.n/4)
	}
	return c.low-c.n <= max(1, c.low/3)
}
