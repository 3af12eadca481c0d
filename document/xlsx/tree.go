package xlsx

import (
	"strconv"
	"strings"

	"gangmu/document"
)

// tree makes the blocks of a document out of sheets.
type tree struct {
	budget  *document.Budget
	build   *document.Builder
	blocks  []document.Block
	ordinal int
	tables  int
}

func newTree(budget *document.Budget) *tree {
	return &tree{budget: budget, build: &document.Builder{Budget: budget}}
}

// sheet adds a sheet: its name, then its paragraphs and tables.
func (t *tree) sheet(name string, s *sheet) error {
	rows := make([]row, 0, len(s.rows))
	for _, r := range s.rows {
		if r = r.uncovered(); len(r.cells) > 0 {
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if name = strings.TrimSpace(name); named(name, rows[0]) {
		if err := t.paragraph(name, document.Heading, 1); err != nil {
			return err
		}
	}
	for len(rows) > 0 {
		n := lines(rows)
		if err := t.lines(rows[:n]); err != nil {
			return err
		}
		rows = rows[n:]
		n = tableEnd(rows)
		below := n
		for below > 0 && isNote(rows[below-1]) {
			below--
		}
		if err := t.table(rows[:below]); err != nil {
			return err
		}
		if err := t.lines(rows[below:n]); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// named reports a sheet whose name says something: one that the program did not
// make up, and that the title in the first row does not repeat.
func named(name string, first row) bool {
	for _, made := range []string{"Sheet", "sheet", "工作表", "表格"} {
		if rest, ok := strings.CutPrefix(name, made); ok && strings.Trim(rest, "0123456789") == "" {
			return false
		}
	}
	return name != "" && !(len(first.cells) == 1 && strings.Contains(first.cells[0].text, name))
}

// lines is how many rows at the beginning are lines of text rather than of a
// table: a single cell, or cells that each say what they are (单位：亿元).
func lines(rows []row) (n int) {
	for n < len(rows) && isLine(rows[n]) {
		n++
	}
	return n
}

func isLine(r row) bool {
	if len(r.cells) == 1 {
		return true
	}
	for _, c := range r.cells {
		if !strings.ContainsAny(c.text, "：:") || strings.HasSuffix(c.text, "：") || c.numeric {
			return false
		}
	}
	return true
}

// isNote reports a row that, at the end of a table, is a remark on it: a single
// cell that is set off, goes over several columns or says so.
func isNote(r row) bool {
	c := r.cells[0]
	if len(r.cells) != 1 {
		return false
	}
	for _, word := range []string{"注", "备注", "附注", "说明", "资料来源", "数据来源", "填表", "制表", "审核", "*", "※"} {
		if strings.HasPrefix(strings.TrimLeft(c.text, "（("), word) {
			return true
		}
	}
	return r.gap || c.toColumn > c.column
}

// tableEnd is where the table ends that rows begin with: before an empty row
// after which, perhaps after some lines, other column heads stand.
func tableEnd(rows []row) int {
	for i := 1; i < len(rows); i++ {
		if !rows[i].gap || rows[i].number <= rows[i-1].bottom()+1 {
			continue
		}
		heads := i + lines(rows[i:])
		if heads == len(rows) || isHeads(rows[heads]) {
			return i
		}
		i = heads // the lines before it belong to the table as well
	}
	return len(rows)
}

// bottom is the last row that a cell of r reaches.
func (r row) bottom() int {
	n := r.number
	for _, c := range r.cells {
		n = max(n, c.toRow)
	}
	return n
}

// isHeads reports a row of nothing but words.
func isHeads(r row) bool {
	for _, c := range r.cells {
		if c.numeric || strings.Trim(c.text, "0123456789.,%-+ ") == "" {
			return false
		}
	}
	return true
}

// lines adds the cells of rows as paragraphs.
func (t *tree) lines(rows []row) error {
	for _, r := range rows {
		for _, c := range r.cells {
			kind := document.Paragraph
			level, ok := document.HeadingLevel(c.text)
			if ok {
				kind = document.Heading
			}
			if err := t.paragraph(c.text, kind, level); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tree) paragraph(s string, kind document.Kind, level int) error {
	text, err := t.text(s, "p"+strconv.Itoa(t.ordinal+1))
	if err != nil {
		return err
	}
	t.blocks = append(t.blocks, document.Block{Kind: kind, Level: level, ID: text.Lines[0].Block, Text: text})
	return nil
}

// text is s with its place, counted against the limits: many cells can refer to
// one long string.
func (t *tree) text(s, block string) (document.Text, error) {
	t.ordinal++
	if err := t.budget.Block(); err != nil {
		return document.Text{}, err
	}
	if err := t.budget.Expand(int64(len(s))); err != nil {
		return document.Text{}, err
	}
	if err := t.budget.Place(1 + len(s)/512); err != nil {
		return document.Text{}, err
	}
	t.build.Place(t.ordinal, 1, block)
	t.build.Mapped(s)
	return t.build.Text(), nil
}

// table adds a table, without the columns that hold no value.
func (t *tree) table(rows []row) error {
	if len(rows) == 0 {
		return nil
	}
	g := gridOf(rows)
	if err := t.budget.Cell(len(rows) * g.width()); err != nil {
		return err
	}
	t.tables++
	table := &document.Table{ID: "t" + strconv.Itoa(t.tables), Columns: g.width(), Rows: make([]document.Row, len(rows))}
	taken := make([]bool, len(rows)*g.width()) // places that merged cells hold
	for i, r := range rows {
		cells := make([]document.Cell, 0, g.width())
		next := 0 // of the row's own cells
		for col, column := range g.columns {
			block := table.ID + ".r" + strconv.Itoa(r.number) + ".c" + strconv.Itoa(column)
			switch {
			case next < len(r.cells) && r.cells[next].column == column:
				c, err := t.cell(r.cells[next].text, block)
				if err != nil {
					return err
				}
				g.place(&c, i, r.cells[next])
				g.take(taken, i, c)
				cells = append(cells, c)
				next++
			case !taken[i*g.width()+col]:
				cells = append(cells, t.empty(col, block))
			}
		}
		table.Rows[i].Cells = cells
	}
	t.blocks = append(t.blocks, document.Block{Kind: document.TableBlock, ID: table.ID, Table: table})
	return nil
}

// cell is a cell with a text.
func (t *tree) cell(s, block string) (c document.Cell, err error) {
	c.Text, err = t.text(s, block)
	c.Blocks = []document.Block{{ID: "p" + strconv.Itoa(t.ordinal), Text: c.Text}}
	return c, err
}

// empty is a cell without a value.
func (t *tree) empty(col int, block string) document.Cell {
	t.ordinal++
	return document.Cell{Col: col, ColSpan: 1, RowSpan: 1, Text: document.Text{Lines: []document.LineMark{{Line: t.ordinal, Column: 1, Block: block}}}}
}
