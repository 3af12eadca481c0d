// Package residue finds what editing left behind in a text: field codes printed
// as characters, doubled punctuation, brackets without a partner, paragraphs
// without an end.
package residue

import (
	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
)

// Rule reads every paragraph of the running text by itself.
var Rule = &vet.Rule{
	ID: "residue", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "排版和改稿残留", En: "Left over from editing"},
		What: vet.Words{
			Zh: "正文里没有书签、域代码等字样，没有连写、漏写的标点（数量后面直接另起一句的，多半漏了逗号），括号、引号、书名号成对，段落以句号结束。",
			En: "No bookmarks or field codes in the text, no doubled or missing punctuation (a new clause right behind an amount), brackets and quotation marks in pairs, a stop at the end of a paragraph.",
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
	var ended []func(extract.Line) bool // kinds of lines that end with a stop here
	for _, kind := range []func(extract.Line) bool{paragraph, boxList, entry} {
		if endsWithStops(p.Lines, kind) {
			ended = append(ended, kind)
		}
	}
	lists := listStyle(p.Lines)
	for i, l := range p.Lines {
		codes(p, l)
		doubled(p, l.Text)
		pairs(p, l.Text, lists)
		amounts(p, l)
		for _, kind := range ended {
			if unended(l, kind) {
				end(p, l, cutInTwo(p.Lines, i))
			}
		}
	}
	for t := range p.Document.Tables() {
		for _, row := range t.Rows {
			for _, c := range row.Cells {
				for _, b := range c.Blocks {
					if len(c.Blocks) == 1 { // a cell cut into lines may open in one and close in another
						pairs(p, b.Text, lists)
					}
				}
			}
		}
	}
	return nil
}

func report(p *vet.Pass, t document.Text, start, end int, w vet.Words) {
	p.Report(finding(t, start, end, w))
}

func finding(t document.Text, start, end int, w vet.Words) vet.Finding {
	return vet.Finding{Message: w, Marks: []vet.Mark{vet.At(t, start, end, vet.Subject)}}
}
