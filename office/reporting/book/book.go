// Package book writes a sheet, and the assignments of a plan, as a workbook that
// people fill in with WPS or Excel, and reads it back.
//
// # What is decided here
//
//   - A workbook belongs to what it was written for: a hidden column has its name
//     as its head, and for every row the series, what stood in it and the event
//     that this came from. So a row that nobody touched is left alone, and one that
//     somebody else changed meanwhile is a conflict of that cell, not a lost update.
//   - Cells go by the heads: columns may be moved, rows sorted or deleted.
//   - A formula is never taken, nor what a program once computed of it: it may show
//     something else tomorrow, and it may come from anybody. It is refused by cell.
//   - What is read is the text that a cell shows, with its printed digits.
//
// # What is left out
//
// Whether a value can be taken (package reporting), who may do it (package office).
package book

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// column is a column of a table.
type column struct {
	head   string
	width  float64
	edit   bool     // is filled in
	choice []string // what is offered in it
}

// table is what a workbook holds: one sheet, heads in its third row.
type table struct {
	id, title, hint string
	columns         []column
	rows            [][]string // as many texts as columns, then the three that are hidden
}

// The hidden columns behind the others. The first one's head is the table's id.
const (
	wasHead  = "原内容"
	baseHead = "原序号"
	headRow  = 3
	name     = "填报"
	// mostRows bounds what is read of a workbook, mostInflated its inflated parts in
	// bytes.
	mostRows     = 5000
	mostInflated = 64 << 20
)

// Largest is the largest workbook that is read, in bytes.
const Largest = 4 << 20

// write writes the table as a workbook.
func (t table) write(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	for _, step := range []func(*excelize.File) error{t.head, t.body, t.frame} {
		if err := step(f); err != nil {
			return err
		}
	}
	return f.Write(w)
}

func (t table) head(f *excelize.File) error {
	bold, err := f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Horizontal: "center", WrapText: true},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DCE6F1"}},
	})
	if err != nil {
		return err
	}
	heads := []string{t.id, wasHead, baseHead}
	for i, c := range t.columns {
		letters := columnName(i)
		if err := f.SetColWidth(name, letters, letters, c.width); err != nil {
			return err
		}
		heads = append(heads[:i], append([]string{c.head}, heads[i:]...)...)
	}
	for i, h := range heads {
		if err := f.SetCellStr(name, cellName(i, headRow), h); err != nil {
			return err
		}
	}
	if err := f.SetCellStyle(name, cellName(0, headRow), cellName(len(t.columns)-1, headRow), bold); err != nil {
		return err
	}
	if err := f.SetCellStr(name, "A1", t.title); err != nil {
		return err
	}
	return f.SetCellStr(name, "A2", t.hint)
}

// body writes all cells as text: what somebody types keeps its digits, and nothing
// becomes a formula or a date.
func (t table) body(f *excelize.File) error {
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49})
	if err != nil {
		return err
	}
	open, err := f.NewStyle(&excelize.Style{NumFmt: 49, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF9E5"}}, Protection: &excelize.Protection{}})
	if err != nil {
		return err
	}
	for y, row := range t.rows {
		for x, s := range row {
			at := cellName(x, headRow+1+y)
			if err := f.SetCellStr(name, at, s); err != nil {
				return err
			}
			style := text
			if x < len(t.columns) && t.columns[x].edit {
				style = open
			}
			if err := f.SetCellStyle(name, at, at, style); err != nil {
				return err
			}
		}
	}
	return nil
}

// frame hides what is not for people, freezes the heads and offers choices.
func (t table) frame(f *excelize.File) error {
	n := len(t.columns)
	if err := f.SetColVisible(name, columnName(n)+":"+columnName(n+2), false); err != nil {
		return err
	}
	for i, c := range t.columns {
		if len(c.choice) == 0 || len(t.rows) == 0 {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = cellName(i, headRow+1) + ":" + cellName(i, headRow+len(t.rows))
		if err := v.SetDropList(c.choice); err != nil {
			return err
		}
		if err := f.AddDataValidation(name, v); err != nil {
			return err
		}
	}
	return f.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: headRow, TopLeftCell: cellName(1, headRow+1), ActivePane: "bottomRight"})
}

func columnName(i int) string {
	s, _ := excelize.ColumnNumberToName(i + 1) // columns are few
	return s
}

func cellName(x, y int) string {
	s, _ := excelize.CoordinatesToCellName(x+1, y) // rows are few
	return s
}

// joined is what stood in the cells of a row that are filled in, to be compared
// with what stands there when it comes back.
func joined(texts ...string) string { return strings.Join(texts, "｜") }
