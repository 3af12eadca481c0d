package book

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gangmu/fault"
	"gangmu/office/internal/form"
)

// record is a row that was filled in, by the heads; at is where it stands.
type record struct {
	texts map[string]string
	id    string // of the series
	at    int    // its row in the sheet
}

func (r record) changed(texts ...string) bool { return r.texts[wasHead] != joined(texts...) }

var errUnreadable = &fault.Error{
	Kind: fault.Invalid, Code: "bad-workbook",
	Zh: "这个文件读不出来，没有保存。请用从本页下载的模板（.xlsx）填写后再上传。",
	En: "The file cannot be read; nothing was saved. Fill in the template (.xlsx) that this page offers, and upload that.",
}

// read reads the rows of a workbook that was written for id.
func read(data []byte, id string, heads ...string) ([]record, error) {
	if len(data) > Largest {
		return nil, &fault.Error{Kind: fault.TooLarge, Code: "too-large", Zh: "文件超过4 MB，不像是填好的模板，没有保存。", En: "The file has more than 4 MB: it cannot be the template. Nothing was saved."}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostInflated, UnzipXMLSizeLimit: mostInflated})
	if err != nil {
		return nil, errUnreadable.Because(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, errUnreadable.Because(err)
	}
	defer rows.Close()
	var out []record
	var columns []string
	for y := 1; rows.Next(); y++ {
		if y > mostRows {
			return nil, form.Invalid("too-many-rows", fmt.Sprintf("表格超过%d行，没有保存。", mostRows), fmt.Sprintf("The sheet has more than %d rows; nothing was saved.", mostRows))
		}
		texts, err := rows.Columns()
		if err != nil {
			return nil, errUnreadable.Because(err)
		}
		switch {
		case y == headRow:
			if columns, err = headsOf(texts, id, heads); err != nil {
				return nil, err
			}
		case y > headRow:
			r := record{texts: map[string]string{}, at: y}
			if err := r.fill(f, sheet, columns, texts, id); err != nil {
				return nil, err
			}
			if len(r.texts) > 0 {
				out = append(out, r)
			}
		}
	}
	if columns == nil {
		return nil, errUnreadable
	}
	return out, errorOf(rows.Error())
}

func errorOf(err error) error {
	if err == nil {
		return nil
	}
	return errUnreadable.Because(err)
}

// headsOf checks that the workbook is the one for id, with all its columns.
func headsOf(texts []string, id string, heads []string) ([]string, error) {
	columns := make([]string, len(texts))
	other := ""
	for i, t := range texts {
		columns[i] = form.Tidy(t)
		if kind, _, _ := strings.Cut(id, "/"); strings.HasPrefix(columns[i], kind+"/") {
			other = columns[i]
		}
	}
	for _, h := range append(slices.Clone(heads), wasHead, baseHead) {
		if !slices.Contains(columns, h) {
			return nil, form.Invalid("bad-workbook", "表格第3行没有“"+h+"”一列，没有保存。请用从本页下载的模板，不要删改表头。", "Row 3 has no column "+h+"; nothing was saved. Use the template of this page and leave its heads.")
		}
	}
	if other != id {
		return nil, form.Invalid("other-workbook", "这是另一张表的模板（"+other+"），没有保存。请核对单位和期次。", "This is the template of another table ("+other+"); nothing was saved. Check unit and period.")
	}
	return columns, nil
}

// fill reads a row; a formula in a column that counts is refused.
func (r *record) fill(f *excelize.File, sheet string, columns, texts []string, id string) error {
	for x, head := range columns {
		if head == "" {
			continue
		}
		at := cellName(x, r.at)
		if formula, err := f.GetCellFormula(sheet, at); err != nil || formula != "" {
			return form.Invalid("formula", at+"格是公式，没有保存。请复制后“粘贴为数值”，再上传。", at+" is a formula; nothing was saved. Paste it as a value, then upload again.")
		}
		if x >= len(texts) {
			continue
		}
		s := form.Tidy(texts[x])
		switch {
		case head == wasHead:
			r.texts[head] = texts[x]
		case head == id:
			r.id = s
		case s != "":
			r.texts[head] = s
		}
	}
	return nil
}
