package workbook

import (
	"gangmu/document"
	"gangmu/document/xlsx"
	"gangmu/plan"
)

// Plan reads the plan back from a workbook that Write has written, perhaps
// edited since. ok is false for any other document.
func Plan(doc *document.Document) (p *plan.Plan, ok bool) {
	if doc.Format != "xlsx" || doc.Meta[xlsx.Property+Property] != Version {
		return nil, false
	}
	p = &plan.Plan{}
	sheet := ""
	for i := range doc.Blocks {
		switch b := &doc.Blocks[i]; b.Kind {
		case document.Heading:
			sheet = b.Text.S
		case document.TableBlock:
			readSheet(p, sheet, b.Table)
		}
	}
	return p, true
}

// readSheet adds what a sheet holds to p.
func readSheet(p *plan.Plan, name string, t *document.Table) {
	rows := recordsOf(t)
	if name == aboutSheet {
		for _, r := range rows {
			readAbout(p, r.record["项目"], r.record["内容"])
		}
		return
	}
	for _, l := range lists {
		if l.name == name {
			l.set(p, l.read(rows))
		}
	}
}

func readAbout(p *plan.Plan, key, value string) {
	switch key {
	case titleKey:
		p.Title = value
	case regionKey:
		p.Region = value
	case executedKey:
		p.ExecutedYear = number(value)
	case plannedKey:
		p.PlannedYear = number(value)
	}
}

// placed is a record with the places of its cells.
type placed struct {
	record
	cells map[string]document.Text
}

// recordsOf reads the rows of a table by the heads in its first row.
func recordsOf(t *document.Table) (out []placed) {
	heads := map[int]string{}
	for i, row := range t.Rows {
		r := placed{record{}, map[string]document.Text{}}
		for _, c := range row.Cells {
			if i == 0 {
				heads[c.Col] = c.Text.S
			} else if head := heads[c.Col]; head != "" {
				r.record[head], r.cells[head] = c.Text.S, c.Text
			}
		}
		if i > 0 {
			out = append(out, r)
		}
	}
	return out
}

// read makes items of rows: those with one number are one item, wherever a
// sort has put them; a row without a number is an item of its own.
func (l list) read(rows []placed) (items []plan.Item) {
	groups := map[string]int{}
	var grouped [][]placed
	for _, r := range rows {
		n := r.record[numberHead]
		i, known := groups[n]
		if !known || n == "" {
			i = len(grouped)
			groups[n] = i
			grouped = append(grouped, nil)
		}
		grouped[i] = append(grouped[i], r)
	}
	for _, g := range grouped {
		var records []record
		for _, r := range g {
			records = append(records, r.record)
		}
		it := l.item(records)
		it.Span = l.nameOf(g[0]).Whole()
		items = append(items, it)
	}
	return items
}

// nameOf is the cell that names an item.
func (l list) nameOf(r placed) document.Text {
	for _, head := range []string{"指标", "项目名称", "事项", "原文", "名词", numberHead} {
		if t, ok := r.cells[head]; ok {
			return t
		}
	}
	return document.Text{}
}
