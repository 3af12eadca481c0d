package plant

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// meeting is a table's cell and a statement of the text that print one value.
type meeting struct {
	row  Row
	cell Cell
	text Statement
}

// meetings lists them for one column; results are stated in the review, targets
// in the part of the table or beside the result.
func (r *Report) meetings(column func(Row) Cell, parts func(Row, Statement) bool) []meeting {
	var out []meeting
	for _, row := range r.Rows {
		for _, s := range r.Statements {
			if !s.Line.Box && s.Single && parts(row, s) && row.says(column(row), s) {
				out = append(out, meeting{row, column(row), s})
			}
		}
	}
	return append(out, r.listed(column)...)
}

func actualMeetings(r *Report) []meeting {
	return r.meetings(func(w Row) Cell { return w.Actual }, func(w Row, s Statement) bool { return s.Part == Review && w.Part == Review })
}

func targetMeetings(r *Report) []meeting {
	return r.meetings(func(w Row) Cell { return w.Target }, func(w Row, s Statement) bool { return s.Part == Outlook && w.Part == Outlook })
}

// listed finds 规上工业企业利润增速。年度目标为6%，预计完成2.1%: a row's name, then
// the two numbers.
func (r *Report) listed(column func(Row) Cell) []meeting {
	var out []meeting
	for _, l := range r.Lines {
		if !l.prose() {
			continue
		}
		for _, row := range r.Rows {
			c := column(row)
			at := strings.Index(l.Text, row.Name+"。")
			if at < 0 || row.Part != Review || c.Number.Text == "" {
				continue
			}
			word := "预计完成"
			if c.Range == row.Target.Range {
				word = "目标为"
			}
			tail := l.Text[at+len(row.Name)+len("。"):]
			stop := strings.IndexAny(tail, "。")
			w := strings.Index(tail, word)
			if w < 0 || stop >= 0 && w > stop {
				continue
			}
			from := at + len(row.Name) + len("。") + w + len(word)
			for _, n := range numbers(l) {
				if n.Start == l.Start+from && n.Text == c.Number.Text && !c.negative() {
					out = append(out, meeting{row, c, Statement{Number: n, Clause: n.Range, Name: row.Name, Verb: word, Part: Review, Line: l}})
				}
			}
		}
	}
	return out
}

// disturb misprints either the cell or the statement.
func disturb(rng *rand.Rand, ms []meeting) []Plant {
	var out []Plant
	for _, m := range ms {
		n, other := m.text.Number, m.cell.Number
		against := m.cell.Range
		if rng.IntN(2) == 0 {
			n, other, against = other, n, m.text.Clause
		}
		if bad, ok := misprintUntil(rng, n, func(b Number) bool { return disagree(b, other) }); ok {
			out = append(out, Plant{At: n.Digits, With: bad.Text, Against: []Range{against},
				Why: fmt.Sprintf("%s: table and text no longer agree", m.row.Name)})
		}
	}
	return out
}

func tableActuals(r *Report, rng *rand.Rand) []Plant { return disturb(rng, actualMeetings(r)) }
func tableTargets(r *Report, rng *rand.Rand) []Plant { return disturb(rng, targetMeetings(r)) }
