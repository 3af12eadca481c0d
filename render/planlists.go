package render

import (
	"strconv"
	"strings"

	"gangmu/internal/layout"
	"gangmu/plan"
	"gangmu/quantity"
)

// projects prints the boxes, their categories and stages, and the names in as
// many columns as fit.
func (t *text) projects(items []plan.Item) {
	if len(items) == 0 {
		return
	}
	t.title(t.lang.pick("重点项目（%d 个）", "Key projects (%d)"), len(items))
	groups(items, func(it plan.Item) string { return it.Box }, func(box string, items []plan.Item) {
		if box != "" {
			t.line(t.lang.pick("专栏%s（%d 个）", "Box %s (%d)"), box, len(items))
		}
		groups(items, func(it plan.Item) string { return it.Section }, func(category string, items []plan.Item) {
			if category != "" {
				t.line("  %s", layout.Clean(category))
			}
			groups(items, func(it plan.Item) string { return it.Stage }, func(stage string, items []plan.Item) {
				t.line("    %s %d", stageWord(stage, t.lang), len(items))
				t.names(items)
			})
		})
	})
}

// names lists numbered names in two columns when all are short, else in one.
func (t *text) names(items []plan.Item) {
	const indent, columns = "      ", 2
	width := (textWidth - len(indent)) / columns
	cells := make([]string, len(items))
	fits := true
	for i, it := range items {
		cells[i] = layout.Pad(strconv.Itoa(i+1), 2, true) + "  " + layout.Clean(it.Name)
		fits = fits && layout.Width(cells[i]) <= width-2
	}
	if !fits {
		for i, it := range items {
			t.wrapped(indent+layout.Pad(strconv.Itoa(i+1), 2, true)+"  ", it.Name)
		}
		return
	}
	for i := 0; i < len(cells); i += columns {
		line := indent
		for _, c := range cells[i:min(i+columns, len(cells))] {
			line += layout.Pad(c, width, false)
		}
		t.line("%s", line)
	}
}

// stageWords are the English words for the stages that reports print.
var stageWords = map[string]string{
	"前期": "preparing", "开工": "starting", "续建": "continuing", "完工": "completed", "竣工": "completed",
	"建成": "completed", "投产": "in production", "投用": "in use",
}

func stageWord(stage string, l Lang) string {
	switch en := stageWords[stage]; {
	case stage == "":
		return l.pick("（未分阶段）", "(no stage)")
	case l == En && en != "":
		return layout.Clean(stage) + " (" + en + ")"
	}
	return layout.Clean(stage)
}

// livelihood prints each item with its text and what each measure reached.
func (t *text) livelihood(items []plan.Item) {
	if len(items) == 0 {
		return
	}
	t.title(t.lang.pick("民生实事（%d 件）", "Livelihood items (%d)"), len(items))
	groups(items, func(it plan.Item) string { return it.Section }, func(category string, items []plan.Item) {
		if category != "" {
			t.line("%s", layout.Clean(category))
		}
		for _, it := range items {
			status := it.Status
			if status == "" {
				status = t.lang.pick("未写明结果", "no result given")
			}
			t.wrapped("  "+layout.Pad(it.No, 3, true)+"  ", it.Text+t.lang.pick("【", " [")+status+t.lang.pick("】", "]"))
			for _, m := range it.Measures {
				t.measure(m)
			}
		}
	})
}

func (t *text) measure(m plan.Measure) {
	promise := ""
	if m.HasPromise {
		promise = promised(m, t.lang)
	}
	var results []string
	for _, f := range m.Facts {
		if f.HasValue {
			results = append(results, digits(f.Quantity)+f.Unit)
		} else if f.Text != "" {
			results = append(results, f.Text)
		}
	}
	text := m.Subject
	if promise != "" {
		text += t.lang.pick("：承诺 ", ": promised ") + promise
	}
	if len(results) > 0 {
		text += t.lang.pick("，结果 ", ", result ") + strings.Join(results, t.lang.pick("、", ", "))
	}
	t.wrapped("         - ", text)
}

// promised is a promise's amount with what bounds it: 200亿元以上.
func promised(m plan.Measure, l Lang) string {
	amount := digits(m.Promise) + unit(m)
	if l == En {
		if op := comparator(m); op != "=" {
			return op + amount
		}
		return amount
	}
	switch m.Promise.Op {
	case quantity.AtLeast:
		return amount + "以上"
	case quantity.AtMost:
		return amount + "以内"
	case quantity.More:
		return "超" + amount
	case quantity.Less:
		return "不到" + amount
	case quantity.About:
		return amount + "左右"
	}
	return amount
}

// commitments prints a table by section.
func (t *text) commitments(items []plan.Item) {
	if len(items) == 0 {
		return
	}
	t.title(t.lang.pick("承诺事项（%d 条）", "Commitments (%d)"), len(items))
	table := &layout.Table{Width: textWidth, Indent: 2, Columns: []layout.Column{
		{Title: t.lang.pick("期限", "By"), Max: 9},
		{Title: t.lang.pick("事项", "Subject"), Max: 58},
		{Title: t.lang.pick("要求", "Amount"), Right: true, Max: 18},
		{Title: t.lang.pick("位置", "Place"), Right: true, Max: 10},
	}}
	groups(items, func(it plan.Item) string { return it.Section }, func(section string, items []plan.Item) {
		if section != "" {
			table.Section(section)
		}
		for _, it := range items {
			t.commitment(table, it)
		}
	})
	t.table(table)
}

func (t *text) commitment(table *layout.Table, it plan.Item) {
	where := place(it.Span, t.lang)
	if len(it.Measures) == 0 {
		table.Row(it.Horizon, it.Name, "", where)
		return
	}
	for _, m := range it.Measures {
		subject, amount := m.Subject, ""
		if subject == "" {
			subject = it.Name
		}
		if m.HasPromise {
			amount = promised(m, t.lang)
		}
		table.Row(it.Horizon, subject, amount, where)
	}
}

func (t *text) glossary(terms []plan.Term) {
	if len(terms) == 0 {
		return
	}
	t.title(t.lang.pick("名词解释（%d 条）", "Glossary (%d)"), len(terms))
	for _, term := range terms {
		t.wrapped("  - ", term.Term+t.lang.pick("：", ": ")+term.Text)
	}
}
