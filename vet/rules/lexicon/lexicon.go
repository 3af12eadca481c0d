// Package lexicon finds words that are often written wrong and official names
// that are written otherwise.
//
// The words are data, words.tsv: what is wrong, what is meant, why. Only spellings
// that have no right use belong there; words that context decides (制定, 制订) do
// not.
package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"gangmu/extract"
	find "gangmu/internal/words"
	"gangmu/vet"
)

//go:embed words.tsv
var table string

// Rule looks up every word of the table.
var Rule = &vet.Rule{
	ID: "lexicon", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "易错词和规范表述", En: "Misspelt words and official names"},
		What: vet.Words{
			Zh: "常见的错别字、误用词（截止目前、台帐、布署、气侯）和中央文件有固定表述的名称（稳中求进工作总基调）。",
			En: "Words that are often misspelt, and names that central documents write in one way.",
		},
		Why: vet.Words{
			Zh: "这类错误通读时容易滑过去，印出来很显眼。",
			En: "They are easily overlooked in a draft and plain in print.",
		},
		Authority: "GB/T 15834—2011；《第一批异形词整理表》",
		Silent: vet.Words{
			Zh: "书名号里的文件名、名词解释引用的原文；两种写法都通行的词。",
			En: "Titles of documents; words with two accepted spellings.",
		},
		Wrong: "一、2030年计划执行情况\n截止目前，全区建立重点项目台帐，全面布署各项工作。\n",
		Right: "一、2030年计划执行情况\n截至目前，全区建立重点项目台账，全面部署各项工作。截止时间为月底。\n",
	},
	Run: run,
}

// word is a row of the table.
type word struct{ wrong, right, note string }

// words are the rows by the first character of what is wrong.
var words = sync.OnceValue(func() map[rune][]word {
	out := map[rune][]word{}
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 2 {
			continue
		}
		w := word{wrong: cells[0], right: cells[1]}
		if len(cells) > 2 {
			w.note = cells[2]
		}
		first, _ := utf8.DecodeRuneInString(w.wrong)
		out[first] = append(out[first], w)
	}
	return out
})

// anyWord finds what is wrong in any row.
var anyWord = sync.OnceValue(func() *find.Set {
	var wrong []string
	for _, ws := range words() {
		for _, w := range ws {
			wrong = append(wrong, w.wrong)
		}
	}
	return find.New(wrong...)
})

// run reports every word once, at its first place: one habit is one finding.
func run(p *vet.Pass) error {
	said := map[string]bool{}
	for _, l := range p.Lines {
		if !anyWord().In(l.Text.S) {
			continue
		}
		titles := 0
		for i, r := range l.Text.S {
			switch r {
			case '《':
				titles++
			case '》':
				titles--
			}
			for _, w := range words()[r] {
				if titles <= 0 && !said[w.wrong] && strings.HasPrefix(l.Text.S[i:], w.wrong) {
					said[w.wrong] = true
					report(p, l, i, w)
				}
			}
		}
	}
	return nil
}

func report(p *vet.Pass, l extract.Line, at int, w word) {
	note := ""
	if w.note != "" {
		note = "（" + w.note + "）"
	}
	f := vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("“%s”应写作“%s”%s。", w.wrong, w.right, note),
			En: fmt.Sprintf("%s is written %s.", w.wrong, w.right),
		},
		Marks: []vet.Mark{vet.At(l.Text, at, at+len(w.wrong), vet.Subject)},
		Fix:   w.right,
	}
	if w.note != "" {
		f.Severity = vet.Info // a wording, not a misspelling
	}
	p.Report(f)
}
