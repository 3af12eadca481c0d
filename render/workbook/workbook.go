// Package workbook writes plans as a workbook that people can sort, filter,
// print and edit in WPS or Excel, and reads such a workbook back to the plan.
//
// A workbook has the sheets 说明 (what it is of), 指标, 重点项目, 民生实事, 承诺 and
// 名词解释, each with its heads in the first row. Numbers are numbers in the
// format of their printed digits; all else is text, also what begins like a formula.
// Rows with one 编号 belong to one item: an item has a row for each of its
// measures and results. Columns that would be empty are left out.
//
// Reading back goes by the heads and trusts the cells, so that a workbook can
// be edited: 目标 and 完成 are read again as they would be in a report, and
// columns that only repeat a part of others (目标值, 完成值) are not looked at.
// What cells cannot say of an item stands in the column 原始数据, which counts
// only as long as it agrees with the cells. Everything but the places in the
// source comes back, save texts beyond the 32,767 characters that a cell can
// hold, which are cut.
//
// The file carries the property gangmu-plan with the version of this shape. It
// is only there when the workbook holds one report: several have a column 文件
// and the sheet 历年, which sets promises beside results, and are not read back.
//
// The same plans give the same bytes.
package workbook

import (
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"gangmu/plan"
)

// Property is the name of the property that marks a workbook; Version its
// value, the version of the shape.
const (
	Property = "gangmu-plan"
	Version  = "1"
)

// Report is a plan with the name of the file that it was read from.
type Report struct {
	File string
	Plan *plan.Plan
}

// Write prints reports as one workbook.
func Write(w io.Writer, reports []Report) error {
	f := excelize.NewFile()
	defer f.Close()
	p := printer{file: f, styles: map[string]int{}}
	if err := p.about(reports); err != nil {
		return err
	}
	for _, l := range lists {
		if err := p.list(l, reports); err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
	}
	if len(reports) > 1 {
		if err := p.series(reports); err != nil {
			return fmt.Errorf("%s: %w", seriesSheet, err)
		}
	}
	if err := p.properties(reports); err != nil {
		return err
	}
	return f.Write(w)
}

// Names of the columns that all sheets share.
const (
	fileHead   = "文件"
	numberHead = "编号"
	exactHead  = "原始数据"
)

// list prints the items of all reports on a sheet.
func (p *printer) list(l list, reports []Report) error {
	var rows []row
	for _, r := range reports {
		for i, it := range l.items(r.Plan) {
			for _, row := range l.rows(it) {
				row[fileHead] = text(r.File)
				row[numberHead] = text(strconv.Itoa(i + 1))
				rows = append(rows, row)
			}
		}
	}
	columns := []column{{head: numberHead, width: 6, align: "center"}}
	if len(reports) > 1 {
		columns = append([]column{{head: fileHead, width: 24}}, columns...)
	}
	columns = append(columns, l.columns...)
	columns = append(columns, column{head: exactHead, width: 12, optional: true})
	return p.sheet(l.name, used(columns, rows), rows)
}

// used leaves out the optional columns in which nothing stands.
func used(columns []column, rows []row) []column {
	var out []column
	for _, c := range columns {
		keep := !c.optional
		for i := 0; i < len(rows) && !keep; i++ {
			keep = rows[i][c.head].text != ""
		}
		if keep {
			out = append(out, c)
		}
	}
	return out
}

const aboutSheet = "说明"

// What the first sheet says of a report.
const (
	titleKey    = "标题"
	regionKey   = "地区"
	executedKey = "执行年度"
	plannedKey  = "计划年度"
)

// about prints what the workbook is of, and how much of it there is.
func (p *printer) about(reports []Report) error {
	columns := []column{{head: "项目", width: 14}, {head: "内容", width: 80, wrap: true}}
	var rows []row
	add := func(key, value string) { rows = append(rows, row{"项目": text(key), "内容": text(value)}) }
	for _, r := range reports {
		if len(reports) > 1 {
			add(fileHead, r.File)
		}
		add(titleKey, r.Plan.Title)
		add(regionKey, r.Plan.Region)
		add(executedKey, year(r.Plan.ExecutedYear))
		add(plannedKey, year(r.Plan.PlannedYear))
		for _, l := range lists {
			add(l.name, strconv.Itoa(len(l.items(r.Plan)))+" 项")
		}
	}
	if len(reports) == 1 {
		add("用法", "各表可以修改，改后可用 gangmu 读回。编号相同的行是同一项；“目标值”“完成值”由“目标”“完成”得出，只供统计，读回时不看。")
	}
	return p.sheet(aboutSheet, columns, rows)
}

// year is a year as printed; none is empty.
func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}
