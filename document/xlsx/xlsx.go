// Package xlsx reads Excel and WPS workbooks (Office Open XML, both editions of
// the standard) into the document tree.
//
// What a reader of the sheets sees is the text: of every cell its value as its
// number format shows it, of a formula the result that was stored with it. A
// visible sheet is a heading with the sheet's name, unless the program made it
// up or the first row repeats it, then its contents. Rows with a single cell
// above a table (titles, units) and remarks below it are paragraphs, the rest is
// a table. Rows and columns without any value do not count. After an empty row a
// new table begins where a row of nothing but texts, the column heads, stands;
// otherwise the table goes on.
//
// A line is the ordinal of a paragraph, heading or table cell; the block of a
// cell names its place on the sheet: t2.r5.c3 is the cell C5 of the sheet that
// the second table stands on. Characters have no bytes in the source, since
// shared strings and formats stand elsewhere.
//
// Formulas are never computed and external links never followed. Left out, and
// said so, are hidden sheets, rows and columns, formulas without a stored
// result, drawings and chart sheets; left out silently are comments and
// headers. Text properties of the file (docProps/custom.xml) are in Meta, their
// names led by Property.
//
// Why not a library: with excelize, which the writer of workbooks uses, reading
// 100,000 cells with their merged areas took 0.7 s and 460 MB of allocations, it
// does not tell formulas without a result or hidden columns without loading the
// sheet a second time, and it cannot be bounded by cells or interrupted.
package xlsx

import (
	"context"
	"errors"
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/opc"
	"gangmu/document/internal/xmlwalk"
)

// Property leads the names of a file's own properties in Document.Meta.
const Property = "property:"

// Names of the parts where a package says nothing about them.
const (
	mainPart    = "xl/workbook.xml"
	stringsPart = "xl/sharedStrings.xml"
	stylesPart  = "xl/styles.xml"
)

// Read reads data, a whole xlsx file. A workbook without text is none the less
// a document; it carries a warning. Every error but ctx's is a
// *document.Error.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	budget := document.NewBudget(limits)
	files, err := archive.Open(data, budget)
	if err != nil {
		return nil, err
	}
	r := &reader{
		ctx:    ctx,
		files:  files,
		budget: budget,
		tree:   newTree(budget),
	}
	if err := r.read(); err != nil {
		return nil, err
	}
	doc := &document.Document{Format: "xlsx", Meta: r.meta, Blocks: r.tree.blocks, Warnings: r.left.warnings()}
	doc.WarnIfEmpty()
	return doc, nil
}

// reader turns the parts of one archive into a document.
type reader struct {
	ctx      context.Context
	files    *archive.Archive
	budget   *document.Budget
	date1904 bool
	strings  []string
	styles   styles
	tree     *tree
	meta     map[string]string
	left     left
}

// sheetRef is a sheet as the workbook lists it.
type sheetRef struct {
	name, id string
	hidden   bool
}

func (r *reader) read() error {
	top, err := r.relations("")
	if err != nil {
		return err
	}
	main := opc.First(top, "officeDocument", mainPart)
	near, err := r.relations(main)
	if err != nil {
		return err
	}
	sheets, err := r.readWorkbook(main)
	if err != nil {
		return err
	}
	if err := r.readStrings(opc.First(near, "sharedStrings", stringsPart)); err != nil {
		return err
	}
	if err := r.readStyles(opc.First(near, "styles", stylesPart)); err != nil {
		return err
	}
	if err := r.readProperties(opc.First(top, "custom-properties", "")); err != nil {
		return err
	}
	for _, s := range sheets {
		if err := r.readSheetRef(s, near); err != nil {
			return err
		}
	}
	return nil
}

// mostSheets is how many sheets a workbook may list.
const mostSheets = 10_000

func (r *reader) readWorkbook(name string) (sheets []sheetRef, err error) {
	x, err := r.part(name)
	if errors.Is(err, archive.ErrMissing) {
		return nil, document.Damaged(fmt.Errorf("%s: %w", name, err))
	}
	if err != nil {
		return nil, err
	}
	err = x.Document(func(e xmlwalk.Element) error {
		if e.Space != spreadsheet || e.Local != "workbook" {
			return document.Damaged(fmt.Errorf("%s: root element %s", name, e.Local))
		}
		return x.Children(func(e xmlwalk.Element) error {
			switch e.Local {
			case "workbookPr":
				r.date1904 = on(e, "date1904")
			case "sheets":
				return x.Children(func(e xmlwalk.Element) error {
					if sheets = append(sheets, newSheetRef(e)); len(sheets) > mostSheets {
						return document.Damaged(fmt.Errorf("%d sheets", len(sheets)))
					}
					return nil
				})
			}
			return nil
		})
	})
	return sheets, err
}

func newSheetRef(e xmlwalk.Element) sheetRef {
	s := sheetRef{name: e.Attr("name"), id: e.Attr("id")}
	state := e.Attr("state")
	s.hidden = state == "hidden" || state == "veryHidden"
	return s
}

// readSheetRef reads a sheet if it can be seen and holds cells.
func (r *reader) readSheetRef(ref sheetRef, near []opc.Relation) error {
	if ref.hidden {
		r.left.sheets++
		return nil
	}
	for _, rel := range near {
		if rel.ID != ref.id {
			continue
		}
		if rel.Kind != "worksheet" {
			r.left.charts++
			return nil
		}
		s, err := r.readSheet(rel.Target)
		if err != nil {
			return err
		}
		return r.tree.sheet(ref.name, s)
	}
	return document.Damaged(fmt.Errorf("sheet %q: %w", ref.name, archive.ErrMissing))
}

// left counts what was not read.
type left struct {
	sheets, charts, drawings int
	rows, columns            int // hidden ones that hold something
	formulas                 int // without a stored result
}

func (l left) warnings() (out []document.Warning) {
	for _, w := range []struct {
		n      int
		zh, en string
	}{
		{l.sheets, "有 %d 张隐藏的工作表没有读取；需要时请先取消隐藏。", "%d hidden sheets were not read; unhide them if they are needed."},
		{l.rows, "有 %d 行被隐藏或筛掉，没有读取；需要时请先取消隐藏或清除筛选。", "%d hidden or filtered rows were not read; unhide them if they are needed."},
		{l.columns, "有 %d 列被隐藏，没有读取；需要时请先取消隐藏。", "%d hidden columns were not read; unhide them if they are needed."},
		{l.formulas, "有 %d 个公式没有保存计算结果，按空白处理；请用 Excel 或 WPS 打开并保存一次再试。", "%d formulas have no stored result and count as empty; open and save the file in Excel or WPS and try again."},
		{l.drawings, "有 %d 张工作表里有图片、图形或文本框，其中的内容没有读取。", "%d sheets hold pictures, shapes or text boxes, which were not read."},
		{l.charts, "有 %d 张图表或宏工作表没有读取。", "%d chart or macro sheets were not read."},
	} {
		if w.n > 0 {
			out = append(out, document.Warning{Zh: fmt.Sprintf(w.zh, w.n), En: fmt.Sprintf(w.en, w.n)})
		}
	}
	return out
}
