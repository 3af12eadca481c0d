package verdicts

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// Name is the name of an indicator as a list of verdicts prints it.
type Name struct {
	Text  document.Text
	At    prose.Range
	Class Class
	Part  bool // in the bracket of another: （含制造业投资增速）
}

// Printed is the name itself.
func (n Name) Printed() string { return n.At.Of(n.Text.S) }

// Mark is where it stands.
func (n Name) Mark() vet.Mark { return vet.At(n.Text, n.At.Start, n.At.End, vet.Subject) }

// List is the names that one sentence or section gives one verdict.
type List struct {
	Class  Class
	N      int      // as stated: 以上9项指标, 指标21项，分别为; 0 where it is not
	Number vet.Mark // where N stands
	Names  []Name
}

// Lists are the statements of lists: 甲、乙、丙以上3项指标均超额完成年度目标任务. Names
// that mean no row for sure are left out.
func Lists(p *vet.Pass) []Said {
	table := rows.Printed(p.Reading, p.Plan.ExecutedYear)
	var out []Said
	for _, l := range Listed(p) {
		for _, n := range l.Names {
			if r, ok := table.Find(n.Printed()); ok {
				out = append(out, Said{Row: r, Class: n.Class, Listed: true, Mark: n.Mark()})
			}
		}
	}
	return out
}

// Listed are all lists of verdicts, in the order of the report.
func Listed(p *vet.Pass) []List { return vet.Shared(p.Reading, listed) }

// lists are those of a report.
type lists []List

func listed(p *vet.Reading) lists {
	if len(p.Plan.Year(p.Plan.ExecutedYear)) == 0 {
		return nil
	}
	var out lists
	var under section
	for _, l := range p.Lines {
		if l.Box != "" || l.Part == extract.Glossary || l.Part == extract.Tasks || under.enter(l) || l.Level > 0 {
			continue
		}
		if under.missed {
			out = append(out, List{Class: Missed, Names: Explained(l.Text)})
			continue
		}
		if !strings.Contains(l.Text.S, "指标") {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			if list, ok := listOf(l.Text, s); ok {
				out = append(out, list)
			}
		}
	}
	return out
}

// listOf reads a sentence whose names stand before their number and verdict, or
// behind both: 超额完成的指标3项，分别为：甲、乙、丙.
func listOf(t document.Text, s prose.Range) (List, bool) {
	text := s.Of(t.S)
	if start, ok := behind(text); ok {
		class, _, said := ClassOf(text[:start])
		l := List{Class: class, Names: entries(t, prose.Range{Start: s.Start + start, End: s.End}, class)}
		if n, at, ok := lastItems(text[:start]); ok && !strings.Contains(s.Of(t.S), "等") {
			l.N, l.Number = n, vet.At(t, s.Start+at.Start, s.Start+at.End, vet.Subject)
		}
		return l, said
	}
	i := strings.Index(text, "项指标")
	if i < 0 {
		i = strings.Index(text, "个指标")
	}
	if i < 0 {
		return List{}, false
	}
	class, _, ok := ClassOf(text[i:])
	if !ok {
		return List{}, false
	}
	names := strings.TrimRight(text[:i], prose.Digits+"一二三四五六七八九十两多余")
	number := prose.Range{Start: s.Start + len(names), End: s.Start + i + len("项")}
	names = strings.TrimRight(names, "，、 ")
	l := List{Class: class}
	for _, tail := range []string{"以上", "上述", "等", "，", "这"} {
		names = strings.TrimSuffix(names, tail)
	}
	if n, _, ok := lastItems(number.Of(t.S)); ok && strings.HasSuffix(text[:number.Start-s.Start], "以上") {
		l.N, l.Number = n, vet.At(t, number.Start, number.End, vet.Subject)
	}
	l.Names = entries(t, prose.Range{Start: s.Start, End: s.Start + len(names)}, class)
	return l, true
}

// lastItems is the last whole number of 项 in a text.
func lastItems(text string) (n int, at prose.Range, ok bool) {
	for m := range quantity.Scan(text) {
		if m.Kind == quantity.Amount && m.Quantity.Unit.Text == "项" && m.Quantity.Value.Places() <= 0 {
			n, ok = Int(m.Quantity.Value)
			at = prose.Range{Start: m.Start, End: m.End}
		}
	}
	return n, at, ok
}

// announced stand between a verdict and the names it holds for.
var announced = []string{"分别为：", "分别是：", "分别为", "分别是", "包括：", "即：", "指标有："}

// behind is where the names begin in a sentence that announces them.
func behind(text string) (start int, ok bool) {
	for _, w := range announced {
		if i := strings.Index(text, w); i >= 0 {
			return i + len(w), strings.Contains(text[:i+len(w)], "指标")
		}
	}
	return 0, false
}

// entries are the names of a list, each with what leads up to it cut off, and
// the parts in their brackets: 固定资产投资增速（含制造业投资增速、工业投资增速）.
func entries(t document.Text, list prose.Range, class Class) []Name {
	var out []Name
	for _, e := range prose.Entries(t.S, list) {
		if parts := prose.Split(t.S, e, "，：。"); len(parts) > 0 {
			e = parts[len(parts)-1]
		}
		out = append(out, Name{Text: t, At: e, Class: class})
		in, ok := prose.Bracket(t.S, e)
		if !ok || !strings.HasPrefix(in.Of(t.S), "含") {
			continue
		}
		in.Start += len("含")
		for _, part := range prose.Entries(t.S, in) {
			out = append(out, Name{Text: t, At: part, Class: class, Part: true})
		}
	}
	return out
}
