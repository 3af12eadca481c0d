// Package binding finds numbers and lists of binding indicators that differ from
// the rows marked with * in the table.
package binding

import (
	"fmt"
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
	"gangmu/vet/rules/internal/verdicts"
)

// Rule holds 约束性指标5项 and its names against the rows marked *.
var Rule = &vet.Rule{
	ID: "binding", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "约束性指标的项数、名单与表中“*”号不符", En: "Binding indicators that differ from the marked rows"},
		What: vet.Words{
			Zh: "文中、备注中的约束性指标项数和名单，与指标表中带“*”号的行一致；约束性加预期性等于总项数。",
			En: "The stated number and names of binding indicators are those of the rows marked *; binding and expected indicators make the whole set.",
		},
		Why: vet.Words{
			Zh: "约束性指标是政府必须完成的，哪几项算约束性不能含糊。",
			En: "Binding indicators must be met; which they are cannot be vague.",
		},
		Silent: vet.Words{
			Zh: "表中没有用“*”号标注的；没有写项数和名单的；项数与另一年的表相符的。",
			En: "Tables without marks; reports that give no number and no names; a number that fits the other year's table.",
		},
		Wrong: frame("备注：3项带“*”号为约束性指标，其余2项为预期性指标。"),
		Right: frame("备注：2项带“*”号为约束性指标，其余3项为预期性指标。"),
	},
	Run: run,
}

func frame(note string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"附件1\n表1：2030年国民经济和社会发展计划指标完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n" +
		"\t1\n\t粮食产量（万吨）\n\t18\n\t19\n\n\t2\n\t空气质量优良天数（天）*\n\t300\n\t310\n\n\t3\n\t单位地区生产总值能耗下降（%）*\n\t3\n\t3.1\n\n" +
		"\t4\n\t高新技术企业（家）\n\t160\n\t176\n\n\t5\n\t城镇新增就业（人）\n\t800\n\t810\n\n" + note + "\n"
}

// set is the binding rows of one year's table.
type set struct {
	year    int
	table   rows.Table
	binding rows.Table
	all     int
}

func sets(p *vet.Pass) []set {
	var out []set
	for _, year := range []int{p.Plan.ExecutedYear, p.Plan.PlannedYear} {
		s := set{year: year, table: rows.Printed(p.Reading, year)}
		s.all = len(s.table.Tops())
		for _, r := range s.table.Tops() {
			if r.Item.Binding {
				s.binding = append(s.binding, r)
			}
		}
		if len(s.binding) > 0 {
			out = append(out, s)
		}
	}
	return out
}

func run(p *vet.Pass) error {
	years := sets(p)
	if len(years) == 0 {
		return nil
	}
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Glossary || !strings.Contains(l.Text.S, "约束性") {
			continue
		}
		for _, s := range prose.Split(l.Text.S, prose.Whole(l.Text.S), "。；") {
			if st, ok := read(l.Text, s); ok {
				check(p, st, meant(l.Text.S, s, years))
			}
		}
	}
	return nil
}

// meant are the tables that a sentence can speak of: that of the year which it,
// or else its paragraph, names first; of either where the first is only the basis
// of another (在2030年基础上), or where none is named.
func meant(line string, s prose.Range, years []set) []set {
	for _, text := range []string{s.Of(line), line[:s.End]} {
		first, at := -1, len(text)
		for i, y := range years {
			if k := strings.Index(text, fmt.Sprintf("%d年", y.year)); k >= 0 && k < at {
				first, at = i, k
			}
		}
		if first >= 0 && !strings.HasSuffix(text[:at], "在") {
			return years[first : first+1]
		}
	}
	return years
}

// statement is 指标36项，其中约束性指标5项（甲、乙），预期性指标31项.
type statement struct {
	text     document.Text
	binding  int
	at       prose.Range
	expected int // 0 when not given
	names    []prose.Range
}

// read takes the number of 项 nearest to 约束性 and, from the clause with 预期性,
// its own.
func read(t document.Text, s prose.Range) (statement, bool) {
	st := statement{text: t}
	found := false
	for _, c := range prose.Split(t.S, s, "，、") {
		clause := c.Of(t.S)
		bare := prose.WithoutBrackets(clause)
		n, at, ok := items(clause)
		switch {
		case !ok:
		case strings.Contains(bare, "约束性") && !found:
			st.binding, st.at, found = n, prose.Range{Start: c.Start + at.Start, End: c.Start + at.End}, true
			if in, ok := prose.Bracket(t.S, prose.Range{Start: st.at.End, End: c.End}); ok && !strings.Contains(in.Of(t.S), "等") {
				st.names = prose.Entries(t.S, in)
			}
		case strings.Contains(bare, "预期性") && found:
			st.expected = n
		}
	}
	return st, found
}

// items is the last number of 项 in a clause outside brackets.
func items(clause string) (n int, at prose.Range, ok bool) {
	depth := 0
	for m := range quantity.Scan(clause) {
		depth = strings.Count(clause[:m.Start], "（") - strings.Count(clause[:m.Start], "）")
		if depth > 0 || m.Kind != quantity.Amount || m.Quantity.Unit.Text != "项" {
			continue
		}
		if v, isWhole := verdicts.Int(m.Quantity.Value); isWhole {
			n, at, ok = v, prose.Range{Start: m.Start, End: m.End}, true
		}
	}
	return n, at, ok
}

func check(p *vet.Pass, st statement, years []set) {
	for _, s := range years {
		if st.binding == len(s.binding) && (st.expected == 0 || st.expected == s.all-len(s.binding)) {
			names(p, st, s)
			return
		}
	}
	s := years[len(years)-1]
	given := fmt.Sprintf("%d项", st.binding)
	givenEn := fmt.Sprintf("%d binding indicators", st.binding)
	if st.expected > 0 {
		given += fmt.Sprintf("约束性、%d项预期性", st.expected)
		givenEn += fmt.Sprintf(" and %d expected ones", st.expected)
	} else {
		given += "约束性"
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("文中说%s指标，%d年指标表带“*”号的有%d项、其余%d项。", given, s.year, len(s.binding), s.all-len(s.binding)),
			En: fmt.Sprintf("%s are stated; the %d table marks %d rows with * and %d others.", givenEn, s.year, len(s.binding), s.all-len(s.binding)),
		},
		Marks: append([]vet.Mark{vet.At(st.text, st.at.Start, st.at.End, vet.Subject)}, marks(s.binding)...),
	})
}

// names holds the named list against the rows: only a name that surely is a row
// without a mark is wrong.
func names(p *vet.Pass, st statement, s set) {
	for _, n := range st.names {
		r, ok := s.table.Find(n.Of(st.text.S))
		if !ok || r.Item.Binding {
			continue
		}
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("“%s”列为约束性指标，%d年指标表中没有带“*”号。", n.Of(st.text.S), s.year),
				En: fmt.Sprintf("%s is named as binding, but the %d table does not mark it with *.", n.Of(st.text.S), s.year),
			},
			Marks: append([]vet.Mark{vet.At(st.text, n.Start, n.End, vet.Subject)}, marks(rows.Table{r})...),
		})
	}
}

func marks(t rows.Table) []vet.Mark {
	var out []vet.Mark
	for _, r := range t {
		out = append(out, vet.Mark{Span: r.Item.Span, Text: r.Item.Name, Role: vet.Evidence})
	}
	return out
}
