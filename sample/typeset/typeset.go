// Package typeset turns the flat text of the sample report into a Word file.
//
// It decides which line is a title, a heading, a caption or a table, and nothing
// about plans; package word says how they look. It knows the forms of the sample
// only; it is no general converter. The same text always gives the same bytes:
// parts are stored uncompressed and dated by the report, so that no toolchain can
// change them.
package typeset

import (
	"strings"
	"time"

	"gangmu/render/word"
)

// Docx sets text as a Word file. It fails if a table's rows do not fit each other.
func Docx(text string) ([]byte, error) {
	var blocks []word.Block
	for _, b := range parse(text) {
		if err := b.check(); err != nil {
			return nil, err
		}
		blocks = append(blocks, b.set())
	}
	return word.Set(blocks, word.Options{
		Title: "计划报告（示例）", Creator: "示例", Description: "区县、企业、项目和数据均为虚构",
		Written: time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC), Stored: true,
	})
}

// Widths of columns in twips.
const (
	numberWidth = 794  // 序号
	valueWidth  = 2098 // 目标, 完成情况
)

// set is the block with the roles of its cells.
func (b block) set() word.Block {
	switch {
	case b.rows == nil:
		return word.Block{Role: b.role, Lines: b.lines}
	case b.box():
		return b.setBox()
	}
	return b.setTable()
}

// setBox is a one-column table: the title, repeated when the box goes over a page,
// and the content.
func (b block) setBox() word.Block {
	t := &word.Table{Style: word.BoxStyle, Widths: []int{word.TypeArea}}
	t.Rows = append(t.Rows, word.Row{Header: true, Whole: true, Cells: []word.Cell{paragraphs(b.rows[0][0], word.BoxTitle)}})
	for _, r := range b.rows[1:] {
		t.Rows = append(t.Rows, word.Row{Cells: []word.Cell{paragraphs(r[0], boxRoles(r[0])...)}})
	}
	return word.Block{Table: t}
}

func boxRoles(lines []string) []role {
	roles := make([]role, len(lines))
	for i, line := range lines {
		roles[i] = word.BoxText
		if headingOf(line) != body {
			roles[i] = word.BoxHeading
		}
	}
	return roles
}

// setTable is an indicator table; its first row is repeated on every page and a
// row with fewer cells is a group that spans all columns.
func (b block) setTable() word.Block {
	columns := len(b.rows[0])
	t := &word.Table{Style: word.TableStyle, Widths: make([]int, columns)}
	for i := range t.Widths {
		t.Widths[i] = valueWidth
	}
	t.Widths[0] = numberWidth
	t.Widths[1] = word.TypeArea - numberWidth - (columns-2)*valueWidth
	for i, r := range b.rows {
		row := word.Row{Header: i == 0, Whole: true}
		if r.group(columns) {
			group := paragraphs(r[0], word.CellGroup)
			group.Span = columns
			row.Cells = []word.Cell{group}
		} else {
			for c, lines := range r {
				row.Cells = append(row.Cells, paragraphs(lines, cellRole(r, c, i == 0)))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return word.Block{Table: t}
}

// cellRole sets names flush left and all else in the middle. A row without a number
// stands under 其中: it is indented, and the rows after the first to where its name begins.
func cellRole(r row, column int, header bool) role {
	switch {
	case header:
		return word.CellHead
	case column == 1 && strings.HasPrefix(r[1][0], "其中："):
		return word.CellOf
	case column == 1 && r[0][0] == "":
		return word.CellOfMore
	case column == 1:
		return word.CellName
	}
	return word.CellValue
}

// paragraphs is a cell with a paragraph for each line. roles is one for each line,
// or one for all.
func paragraphs(lines []string, roles ...role) word.Cell {
	var c word.Cell
	for i, line := range lines {
		c.Blocks = append(c.Blocks, word.Block{Role: roles[min(i, len(roles)-1)], Lines: []string{line}})
	}
	return c
}
