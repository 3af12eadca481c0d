package main

import (
	"fmt"
	"io"
	"strings"

	"gangmu/accuracy/plant"
	"gangmu/internal/layout"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// tally counts the trials of a kind in a group.
type tally struct{ planted, found, info, alarms int }

func (t *tally) add(tr *trial) {
	t.planted++
	switch tr.hit {
	case vet.Error, vet.Warning:
		t.found++
	case vet.Info:
		t.info++
	}
	if tr.alarm {
		t.alarms++
	}
}

func (t tally) recall() string {
	if t.planted == 0 {
		return ""
	}
	s := fmt.Sprintf("%d/%d", t.found, t.planted)
	if t.info > 0 {
		s += fmt.Sprintf(" +%d", t.info)
	}
	return s
}

// tallies counts by kind and group; the group "" is all of them.
func tallies(trials []*trial) map[[2]string]*tally {
	out := map[[2]string]*tally{}
	for _, t := range trials {
		for _, g := range []string{t.group.name, ""} {
			key := [2]string{t.kind.Name, g}
			if out[key] == nil {
				out[key] = &tally{}
			}
			out[key].add(t)
		}
	}
	return out
}

// printRecall prints found/planted of each kind, with what was only an info
// behind a plus, and the false alarms of the benign kinds.
func printRecall(w io.Writer, groups []*group, trials []*trial) {
	counts := tallies(trials)
	for _, benign := range []bool{false, true} {
		title, last := "kind", "found"
		if benign {
			title, last = "benign edit", "false alarms"
		}
		t := layout.Table{Columns: []layout.Column{{Title: title}}}
		for _, g := range groups {
			t.Columns = append(t.Columns, layout.Column{Title: g.name, Right: true})
		}
		t.Columns = append(t.Columns, layout.Column{Title: last, Right: true})
		var all tally
		for _, k := range plant.Kinds {
			if k.Benign != benign || counts[[2]string{k.Name, ""}] == nil {
				continue
			}
			cells := []string{k.Name}
			for _, g := range groups {
				c := counts[[2]string{k.Name, g.name}]
				cells = append(cells, cellOf(c, benign))
			}
			sum := counts[[2]string{k.Name, ""}]
			all.planted += sum.planted
			all.found += sum.found
			all.alarms += sum.alarms
			t.Row(append(cells, percent(sum, benign))...)
		}
		if !t.Empty() {
			cells := append([]string{"all"}, make([]string, len(groups))...)
			t.Row(append(cells, percent(&all, benign))...)
			t.WriteTo(w)
			fmt.Fprintln(w)
		}
	}
}

func cellOf(c *tally, benign bool) string {
	switch {
	case c == nil:
		return ""
	case benign:
		return fmt.Sprintf("%d/%d", c.alarms, c.planted)
	}
	return c.recall()
}

func percent(c *tally, benign bool) string {
	n := c.found
	if benign {
		n = c.alarms
	}
	return fmt.Sprintf("%.1f%%", 100*float64(n)/float64(max(c.planted, 1)))
}

// printUnedited prints what vet says of the real reports as they are.
func printUnedited(w io.Writer, groups []*group) {
	count := map[string]map[vet.Severity]int{}
	runes := 0
	for _, g := range groups {
		if !g.real {
			continue
		}
		for _, r := range g.reports {
			runes += r.runes
			for _, f := range r.before {
				for _, id := range []string{f.Rule, "all"} {
					if count[id] == nil {
						count[id] = map[vet.Severity]int{}
					}
					count[id][f.Severity]++
				}
			}
		}
	}
	if runes == 0 {
		return
	}
	t := layout.Table{Columns: []layout.Column{{Title: "findings on unedited real reports"}, {Title: "errors", Right: true},
		{Title: "warnings", Right: true}, {Title: "infos", Right: true}, {Title: "errors and warnings per 10,000 characters", Right: true}}}
	row := func(id string) {
		if c := count[id]; c != nil {
			t.Row(id, fmt.Sprint(c[vet.Error]), fmt.Sprint(c[vet.Warning]), fmt.Sprint(c[vet.Info]),
				fmt.Sprintf("%.3f", float64(c[vet.Error]+c[vet.Warning])*10000/float64(runes)))
		}
	}
	for _, r := range rules.All {
		row(r.ID)
	}
	row("all")
	t.WriteTo(w)
	fmt.Fprintln(w)
}

// printTrials lists what went wrong, or with o.found everything, of a kind.
func printTrials(w io.Writer, trials []*trial, o options) {
	for _, t := range trials {
		if o.list != "all" && o.list != t.kind.Name {
			continue
		}
		wrong := t.hit == "" || t.hit == vet.Info
		if t.kind.Benign {
			wrong = t.alarm
		}
		if !wrong && !o.found {
			continue
		}
		edited := t.plant.Apply(t.report.text)
		at := spanOf(edited, t.plant.Edited())
		word := "found"
		if wrong {
			word = "MISSED"
			if t.kind.Benign {
				word = "FALSE ALARM"
			}
		}
		fmt.Fprintf(w, "%s %s %s:%d:%d  %s (%s)\n", word, t.kind.Name, t.report.name, at.Line, at.Column, t.plant.Why, strings.Join(t.kind.Rules, ", "))
		fmt.Fprintf(w, "  - %s\n  + %s\n", around(t.report.text, t.plant.At), around(edited, t.plant.Edited()))
		for i, r := range t.plant.Against {
			if i == 3 {
				break
			}
			fmt.Fprintf(w, "  ~ %s\n", around(edited, t.plant.Moved(r)))
		}
		for i, f := range t.new {
			place := "elsewhere"
			if t.fresh[i] {
				place = "here"
			}
			fmt.Fprintf(w, "  > %s %s %s: %s\n", place, f.Severity, f.Rule, f.Message.Zh)
		}
	}
}

// around is a stretch of a text, marked, with some characters beside it.
func around(text string, r plant.Range) string {
	const beside = 36
	left, right := []rune(text[:r.Start]), []rune(text[r.End:])
	left, right = left[max(0, len(left)-beside):], right[:min(len(right), beside)]
	mid := []rune(text[r.Start:r.End])
	if len(mid) > 80 {
		mid = append(append(mid[:60:60], '…'), mid[len(mid)-15:]...)
	}
	s := string(left) + "⟦" + string(mid) + "⟧" + string(right)
	return strings.NewReplacer("\n", "↵", "\t", " ", "\r", "").Replace(s)
}

// showFindings prints the errors and warnings on unedited reports for reading.
func showFindings(w io.Writer, groups []*group) {
	for _, g := range groups {
		for _, r := range g.reports {
			for _, f := range r.before {
				if f.Severity == vet.Info {
					continue
				}
				fmt.Fprintf(w, "%s %s %s: %s\n", r.name, f.Severity, f.Rule, f.Message.Zh)
				for _, m := range f.Marks {
					fmt.Fprintf(w, "  %s %d:%d %s\n", m.Role, m.Span.Line, m.Span.Column, inLine(r.text, m.Span.Line, m.Span.Column, m.Text))
				}
			}
		}
	}
}

// inLine is a mark with the line around it.
func inLine(text string, line, column int, mark string) string {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) {
		return mark
	}
	rs := []rune(lines[line-1])
	from, to := max(0, column-1-50), min(len(rs), column-1+len([]rune(mark))+50)
	if from > to {
		return mark
	}
	return strings.TrimSpace(string(rs[from:to]))
}
