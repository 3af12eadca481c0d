// Package deixis finds years, anniversaries and sessions that do not fit the
// report's own date.
package deixis

import (
	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
)

// Rule sets the years of titles, 今年 and 去年, anniversaries, five-year plans and
// the sessions of the congress against each other.
var Rule = &vet.Rule{
	ID: "deixis", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "年份、周年、会议次数与报告的时间不符", En: "Years, anniversaries and sessions that do not fit the report's date"},
		What: vet.Words{
			Zh: "各级标题、附件、表、专栏的年份一致；“新中国成立75周年”“‘十四五’收官之年”算得出来；批准上年计划的会议在本次会议之前；讲上年情况不说“今年”。",
			En: "Titles of parts, annexes, tables and boxes name the same years; anniversaries and years of five-year plans compute; the session that adopted last year's plan came before this one; 今年 is not last year.",
		},
		Why: vet.Words{
			Zh: "报告从上年的稿子改来，年份最容易漏改；附件往往年底前写成，“今年”到开会时已是去年。",
			En: "Reports grow out of last year's, and annexes are written before the year's end.",
		},
		Silent: vet.Words{
			Zh: "没有写日期的；几个说法一样多、分不出哪个错的；半年报告。",
			En: "Reports without a date; titles that differ one against one; half-year reports.",
		},
		Wrong: frame("2030年是新中国成立80周年"),
		Right: frame("2030年是新中国成立81周年"),
	},
	Run: run,
}

// frame is a report around a sentence.
func frame(sentence string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n——2031年1月16日在临江区第九届人民代表大会第五次会议上\n" +
		"一、2030年计划执行情况\n" + sentence + "，运行平稳。\n"
}

func run(p *vet.Pass) error {
	now := dated(p)
	now.check(p)
	titles(p)
	captions(p)
	sessions(p)
	var said []vet.Mark
	for _, l := range p.Lines {
		if l.Part == extract.Glossary {
			continue
		}
		anniversaries(p, l.Text, now)
		fiveYears(p, l.Text, now)
		if l.Box == "" && (l.Part == extract.Execution || l.Part == extract.Annex) {
			said = append(said, thisYear(l.Text)...)
		}
	}
	now.thisYear(p, said)
	return nil
}

// text is short for what is marked.
type text = document.Text
