// Package indicatorset finds statements about indicators added, removed and
// re-based that the two years' tables do not bear out.
package indicatorset

import (
	"fmt"
	"strings"

	"gangmu/plan"
	"gangmu/vet"
	"gangmu/vet/rules/internal/named"
	"gangmu/vet/rules/internal/rows"
)

// Rule holds 新增甲、删减乙、将丙由总量调整为增速 against the tables of the executed and
// the planned year, and sums up what changed unsaid.
var Rule = &vet.Rule{
	ID: "indicator-set", Since: "0.3", Requires: vet.Indicators,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "指标增减的说明与前后两年的指标表不符", En: "Stated changes of the set of indicators that the tables do not show"},
		What: vet.Words{
			Zh: "文中说新增、删减、调整口径的指标，与两年指标表的差别一致；表中增减而文中没有说的，汇总列出。",
			En: "Indicators said to be added, removed or re-based are so in the tables; what changed unsaid is summed up.",
		},
		Why: vet.Words{
			Zh: "指标悄悄换掉，代表们就无法前后比较。",
			En: "A set that changes silently cannot be compared from year to year.",
		},
		Silent: vet.Words{
			Zh: "只有一年指标表的；改了名称的同一指标。",
			En: "Reports with one year's table; one indicator under another name.",
		},
		Wrong: frame("新增高新技术企业数量1项指标，删减粮食产量1项指标"),
		Right: frame("新增亩均税收增速1项指标，删减城镇新增就业1项指标"),
	},
	Run: run,
}

// frame is a report whose second annex states a change.
func frame(change string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n附件1\n2030年计划主要指标完成情况\n" +
		"表1：2030年国民经济和社会发展计划指标完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n" +
		"\t1\n\t粮食产量（万吨）\n\t18\n\t18\n\n\t2\n\t高新技术企业数量（家）\n\t160\n\t160\n\n\t3\n\t城镇新增就业（人）\n\t900\n\t900\n\n" +
		"附件2\n2031年国民经济和社会发展计划草案\n一、指标调整情况\n" + change + "。\n" +
		"表2：2031年国民经济和社会发展计划草案\n\t序号\n\t指标名称\n\t2031年目标\n\n" +
		"\t1\n\t粮食产量（万吨）\n\t18\n\n\t2\n\t高新技术企业数量（家）\n\t170\n\n\t3\n\t亩均税收增速（%）\n\t4\n\n"
}

// comparison is the two tables and how they differ.
type comparison struct {
	*vet.Pass
	old, new rows.Table
	changes  []plan.Change
}

func run(p *vet.Pass) error {
	c := comparison{Pass: p, old: rows.Printed(p.Reading, p.Plan.ExecutedYear), new: rows.Printed(p.Reading, p.Plan.PlannedYear)}
	if len(c.old) == 0 || len(c.new) == 0 {
		return nil
	}
	c.changes = p.Plan.DiffYears()
	stated := named.Changes(p)
	for i := range stated {
		c.joined(&stated[i])
	}
	wrong := 0
	for _, s := range stated {
		wrong += c.check(s)
	}
	c.unsaid(stated, wrong)
	c.rest()
	return nil
}

// joined puts a name together again that was cut at its own 和.
func (c comparison) joined(s *named.Change) {
	n := len(s.Names)
	if n < 2 || s.Names[n-1].At.Start-s.Names[n-2].At.End == len("、") {
		return
	}
	whole := named.Name{Text: s.Names[n-1].Text, At: s.Names[n-2].At}
	whole.At.End = s.Names[n-1].At.End
	table := c.new
	if s.Kind == named.Removed {
		table = c.old
	}
	if _, link := table.Resolve(whole.Printed()); link >= rows.Same {
		s.Names = append(s.Names[:n-2], whole)
	}
}

// check holds one statement against the tables.
func (c comparison) check(s named.Change) (wrong int) {
	if s.N > 0 && s.N != len(s.Names) {
		wrong++
		c.report(s.Number, nil, vet.Words{
			Zh: fmt.Sprintf("写的是%d项，列出的有%d项。", s.N, len(s.Names)),
			En: fmt.Sprintf("%d are announced, %d are listed.", s.N, len(s.Names)),
		})
	}
	for _, n := range s.Names {
		before, was := c.old.Resolve(n.Printed())
		after, is := c.new.Resolve(n.Printed())
		switch {
		case s.Kind == named.Added && was >= rows.Same && is >= rows.Same:
			wrong++
			c.report(n.Mark(), &before, vet.Words{
				Zh: fmt.Sprintf("说是新增的“%s”，%d年的指标表中已经有。", n.Printed(), c.Plan.ExecutedYear),
				En: fmt.Sprintf("%s is called new, but stands in the table of %d.", n.Printed(), c.Plan.ExecutedYear),
			})
		case s.Kind == named.Added && is == rows.None && !near(c.new, n):
			wrong++
			c.report(n.Mark(), nil, vet.Words{
				Zh: fmt.Sprintf("说是新增的“%s”，%d年的指标表中没有。", n.Printed(), c.Plan.PlannedYear),
				En: fmt.Sprintf("%s is called new, but the table of %d does not hold it.", n.Printed(), c.Plan.PlannedYear),
			})
		case s.Kind == named.Removed && is >= rows.Same:
			wrong++
			c.report(n.Mark(), &after, vet.Words{
				Zh: fmt.Sprintf("说是删减的“%s”，%d年的指标表中还有。", n.Printed(), c.Plan.PlannedYear),
				En: fmt.Sprintf("%s is called removed, but stands in the table of %d.", n.Printed(), c.Plan.PlannedYear),
			})
		case s.Kind == named.Removed && was == rows.None && !near(c.old, n):
			wrong++
			c.report(n.Mark(), nil, vet.Words{
				Zh: fmt.Sprintf("说是删减的“%s”，%d年的指标表中本来没有。", n.Printed(), c.Plan.ExecutedYear),
				En: fmt.Sprintf("%s is called removed, but the table of %d did not hold it.", n.Printed(), c.Plan.ExecutedYear),
			})
		case s.Kind == named.Rebased && was >= rows.Related && is >= rows.Related && printed(before) == printed(after):
			wrong++
			c.report(n.Mark(), &after, vet.Words{
				Zh: fmt.Sprintf("说是调整了口径的“%s”，前后两年的指标表中相同。", n.Printed()),
				En: fmt.Sprintf("%s is called re-based, but both tables give it alike.", n.Printed()),
			})
		default:
			c.Agree(n.Mark())
		}
	}
	return wrong
}

// near reports a name that is nearly a row: then indicator-name speaks.
func near(t rows.Table, n named.Name) bool {
	_, likeness := t.Nearest(n.Printed())
	return likeness >= 0.5
}

func (c comparison) report(subject vet.Mark, r *rows.Row, message vet.Words) {
	marks := []vet.Mark{subject}
	if r != nil {
		marks = append(marks, vet.Mark{Span: r.Item.Span, Text: r.Item.Name, Role: vet.Evidence})
	}
	c.Report(vet.Finding{Message: message, Marks: marks})
}

func printed(r rows.Row) string {
	return strings.Join([]string{r.Item.Name, r.Item.Measure().Unit}, "/")
}
