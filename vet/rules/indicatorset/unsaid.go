package indicatorset

import (
	"fmt"
	"strings"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/named"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
	"gangmu/vet/rules/internal/verdicts"
)

// large is how many rows a table has when it is the whole set of indicators.
const large = 10

// unsaid sums up the changes between the tables that no statement names. Where a
// statement is wrong already, its other half may be what is missing here.
func (c comparison) unsaid(stated []named.Change, wrong int) {
	if wrong > 0 || len(c.old.Tops()) < large || len(c.new.Tops()) < large {
		return
	}
	var zh, en []string
	var marks []vet.Mark
	for _, kind := range []struct {
		plan.ChangeKind
		zh, en string
	}{{plan.Added, "新增", "added"}, {plan.Removed, "删去", "removed"}, {plan.Rebased, "改了口径", "re-based"}} {
		var names []string
		for _, ch := range c.changes {
			r, ok := c.row(ch)
			if ch.Kind != kind.ChangeKind || !ok || said(stated, r.Item.Name) {
				continue
			}
			names = append(names, r.Item.Name)
			marks = append(marks, vet.Mark{Span: r.Item.Span, Text: r.Item.Name, Role: vet.Evidence})
		}
		if len(names) > 0 {
			zh = append(zh, fmt.Sprintf("%s%s", kind.zh, strings.Join(names, "、")))
			en = append(en, fmt.Sprintf("%s: %s", kind.en, strings.Join(names, ", ")))
		}
	}
	if len(marks) == 0 {
		return
	}
	marks[0].Role = vet.Subject
	severity := vet.Info // nothing at all is said of the changes
	if len(stated) > 0 {
		severity = vet.Warning
	}
	c.Report(vet.Finding{
		Severity: severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("与%d年相比，%d年的指标表有文中没有说明的变化：%s。", c.Plan.ExecutedYear, c.Plan.PlannedYear, strings.Join(zh, "；")),
			En: fmt.Sprintf("Changes from the table of %d to that of %d that the text does not state: %s.", c.Plan.ExecutedYear, c.Plan.PlannedYear, strings.Join(en, "; ")),
		},
		Marks: marks,
	})
}

// row is the row of a change: the new one, of a removed indicator the old one.
func (c comparison) row(ch plan.Change) (rows.Row, bool) {
	table := c.new
	if ch.Kind == plan.Removed {
		table = c.old
	}
	for _, r := range table {
		if r.Item.Name == ch.Name {
			return r, true
		}
	}
	return rows.Row{}, false
}

// said reports that a statement names the row.
func said(stated []named.Change, row string) bool {
	for _, s := range stated {
		for _, n := range s.Names {
			if rows.InOrder(n.Printed(), row) || rows.Likeness(n.Printed(), row) >= 0.7 {
				return true
			}
		}
	}
	return false
}

// rest holds 其余35项指标, behind a paragraph on the one main target, against the
// table.
func (c comparison) rest() {
	all := len(c.new.Tops())
	mains := 0
	for _, l := range c.Lines {
		switch {
		case l.Level > 0:
			mains = 0
		case strings.HasPrefix(l.Text.S, fmt.Sprintf("%d年", c.Plan.PlannedYear)) && strings.Contains(l.Text.S, "预期目标"):
			mains++
		}
		clause, ok := strings.CutPrefix(l.Text.S, "其余")
		if !ok || mains != 1 || all < large {
			continue
		}
		for m := range quantity.Scan(clause) {
			n, whole := verdicts.Int(m.Quantity.Value)
			if m.Start > 0 || !whole || m.Quantity.Unit.Text != "项" || !strings.HasPrefix(clause[m.End:], "指标") {
				break
			}
			at := prose.Range{Start: len("其余") + m.Start, End: len("其余") + m.End}
			mark := vet.At(l.Text, at.Start, at.End, vet.Subject)
			if n == all-1 {
				c.Agree(mark)
				break
			}
			c.report(mark, nil, vet.Words{
				Zh: fmt.Sprintf("%d年指标表共%d项，除前面说的1项外，其余应为%d项，这里写%d项。", c.Plan.PlannedYear, all, all-1, n),
				En: fmt.Sprintf("The table of %d has %d rows: besides the one spoken of, %d are left, not %d.", c.Plan.PlannedYear, all, all-1, n),
			})
			break
		}
	}
}
