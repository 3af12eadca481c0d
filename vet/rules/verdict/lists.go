package verdict

import (
	"fmt"
	"strings"

	"gangmu/plan"
	"gangmu/target"
	"gangmu/vet"
	"gangmu/vet/rules/internal/rows"
	"gangmu/vet/rules/internal/verdicts"
)

// sizes holds the number of a list against its names.
func sizes(p *vet.Pass, lists []verdicts.List) (found int) {
	for _, l := range lists {
		named := 0
		for _, n := range l.Names {
			if !n.Part {
				named++
			}
		}
		switch {
		case l.N == 0 || named < 2:
		case l.N == named:
			p.Agree(l.Number)
		default:
			// A lead before the first name may look like names of its own: 我区抓创新、抓项目
			if led := leading(p, l); named-led == l.N {
				p.Agree(l.Number)
				continue
			}
			found++
			last := l.Names[len(l.Names)-1]
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("写的是%d项指标，列出的有%d项。", l.N, named-leading(p, l)),
					En: fmt.Sprintf("%d indicators are announced, %d are listed.", l.N, named-leading(p, l)),
				},
				Marks: []vet.Mark{l.Number, vet.At(last.Text, l.Names[0].At.Start, last.At.End, vet.Evidence)},
			})
		}
	}
	return found
}

// leading is how many entries stand before the first that means a row.
func leading(p *vet.Pass, l verdicts.List) int {
	table := rows.Printed(p.Reading, p.Plan.ExecutedYear)
	for i, n := range l.Names {
		if _, ok := table.Find(n.Printed()); ok {
			return i
		}
	}
	return 0
}

// twice finds a row that two lists name, or one list two times.
func twice(p *vet.Pass, said []verdicts.Said) (found int) {
	first := map[string]verdicts.Said{}
	for _, s := range said {
		if !s.Listed {
			continue
		}
		row := verdicts.Place(s.Row.Item)
		before, ok := first[row]
		if !ok {
			first[row] = s
			continue
		}
		if before.Class != s.Class || before.Mark.Text == s.Mark.Text {
			found++
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("%s列了两次：一次在“%s”，一次在“%s”。", s.Row.Item.Name, classes[before.Class].Zh, classes[s.Class].Zh),
					En: fmt.Sprintf("%s is listed twice: once as %s, once as %s.", s.Row.Item.Name, classes[before.Class].En, classes[s.Class].En),
				},
				Marks: []vet.Mark{s.Mark, {Span: before.Mark.Span, Text: before.Mark.Text, Role: vet.Evidence}},
			})
		}
	}
	return found
}

// unlisted finds rows that no list names where the lists name nearly all others.
// A name that means no row may stand for one: then indicator-name speaks.
func unlisted(p *vet.Pass, lists []verdicts.List) (found int) {
	table := rows.Printed(p.Reading, p.Plan.ExecutedYear)
	listed := map[string]bool{}
	var strange []string
	for _, l := range lists {
		for _, n := range l.Names {
			if r, ok := table.Find(n.Printed()); ok {
				listed[verdicts.Place(r.Item)] = true
			} else {
				strange = append(strange, n.Printed())
			}
		}
	}
	decided := 0
	var left []plan.Item
	for _, a := range p.Assessment().Rows {
		if !a.Item.Top() || a.Result.Verdict == target.Undetermined {
			continue
		}
		decided++
		if !listed[verdicts.Place(a.Item)] && !meant(a.Item.Name, strange) {
			left = append(left, a.Item)
		}
	}
	if decided < fewest || len(left) == 0 || len(left) > decided/8 {
		return 0
	}
	var names []string
	var marks []vet.Mark
	for _, it := range left {
		names = append(names, it.Name)
		marks = append(marks, vet.Mark{Span: it.Span, Text: it.Name, Role: vet.Subject})
	}
	p.Report(vet.Finding{
		Severity: vet.Warning,
		Message: vet.Words{
			Zh: fmt.Sprintf("%s没有列入任何一类完成情况，其余有结果的%d项都列了。", strings.Join(names, "、"), decided-len(left)),
			En: fmt.Sprintf("%s: in no list of verdicts, though the other %d rows with a result are.", strings.Join(names, ", "), decided-len(left)),
		},
		Marks: marks,
	})
	return 1
}

// meant reports a name among strange ones that begins as a row's does.
func meant(name string, strange []string) bool {
	const same = 4 * len("字")
	for _, s := range strange {
		if len(name) >= same && strings.HasPrefix(s, name[:same]) {
			return true
		}
	}
	return false
}
