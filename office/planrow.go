package office

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"gangmu/fault"
	"gangmu/plan"
	"gangmu/vet"
)

// PlanRow is an indicator of a plan as somebody types it or fills it into a
// workbook: this year's target beside last year's target and result, all as a
// report prints them.
type PlanRow struct {
	No                             string // empty: a part (其中) of the row above that has one
	Name, Unit, Section            string
	Nature                         string // 约束性, 预期性, or empty
	Target, LastTarget, LastActual string
	Owner                          string
}

// PlanColumn is a field of such rows.
type PlanColumn struct {
	Key  string
	Name vet.Words
	Of   func(*PlanRow) *string
}

// PlanColumns are all fields, in the order of pages and workbooks.
var PlanColumns = []PlanColumn{
	{"no", vet.Words{Zh: "序号", En: "No"}, func(r *PlanRow) *string { return &r.No }},
	{"name", vet.Words{Zh: "指标", En: "Indicator"}, func(r *PlanRow) *string { return &r.Name }},
	{"unit", vet.Words{Zh: "单位", En: "Unit"}, func(r *PlanRow) *string { return &r.Unit }},
	{"nature", vet.Words{Zh: "性质", En: "Nature"}, func(r *PlanRow) *string { return &r.Nature }},
	{"target", vet.Words{Zh: "目标", En: "Target"}, func(r *PlanRow) *string { return &r.Target }},
	{"lasttarget", vet.Words{Zh: "上年目标", En: "Last year's target"}, func(r *PlanRow) *string { return &r.LastTarget }},
	{"lastactual", vet.Words{Zh: "上年完成", En: "Last year's result"}, func(r *PlanRow) *string { return &r.LastActual }},
	{"owner", vet.Words{Zh: "责任单位", En: "Owner"}, func(r *PlanRow) *string { return &r.Owner }},
	{"section", vet.Words{Zh: "分组", En: "Section"}, func(r *PlanRow) *string { return &r.Section }},
}

// MaxPlanRows bounds the rows that are typed or filled in at once.
const MaxPlanRows = 200

const (
	binding      = "约束性"
	anticipatory = "预期性"
)

// Items are the rows of both years, as reading them from a report would give them.
func Items(year int, rows []PlanRow) (out []plan.Item) {
	no, section := "", ""
	for _, r := range rows {
		part := r.No == ""
		if !part {
			no, section = r.No, r.Section
		}
		t := TypedRow{
			Year: year, No: r.No, Name: r.Name, Unit: r.Unit, Section: section, Binding: r.Nature == binding, Target: r.Target, Owner: r.Owner,
		}
		if part {
			t.Of = no
		}
		out = append(out, t.Item())
		if r.LastTarget != "" || r.LastActual != "" {
			t.Year, t.Target, t.Actual = year-1, r.LastTarget, r.LastActual
			out = append(out, t.Item())
		}
	}
	return out
}

// scannedRows bounds the lines of a workbook that are looked at.
const scannedRows = 5000

// PlanWorkbook reads the rows of a filled-in template: what stands under a head that
// names at least indicator and target, its columns in any order, on the first sheet
// that has one.
func PlanWorkbook(data []byte) ([]PlanRow, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 64 << 20, UnzipXMLSizeLimit: 16 << 20})
	if err != nil {
		return nil, errWorkbook.Because(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, found, err := planSheet(f, sheet)
		if found || err != nil {
			return rows, err
		}
	}
	return nil, invalid("no-head", "工作簿里没有找到表头（至少要有“指标”和“目标”两列）。请下载模板，填好后再导入。",
		"No head was found in the workbook (at least the columns 指标 and 目标). Download the template and fill it in.")
}

var errWorkbook = &fault.Error{
	Kind: fault.Invalid, Code: "no-workbook",
	Zh: "这个文件读不成 Excel 工作簿（xlsx），没有导入。请用下载的模板填写，存为 xlsx 再导入。",
	En: "The file cannot be read as a workbook (xlsx); nothing was taken. Fill in the template and save it as xlsx.",
}

func planSheet(f *excelize.File, sheet string) (out []PlanRow, found bool, err error) {
	lines, err := f.Rows(sheet)
	if err != nil {
		return nil, false, errWorkbook.Because(err)
	}
	defer lines.Close()
	var columns []*PlanColumn
	for n := 0; n < scannedRows && lines.Next(); n++ {
		line, err := lines.Columns()
		if err != nil {
			return nil, false, errWorkbook.Because(err)
		}
		if columns == nil {
			columns = headed(line)
			continue
		}
		if r := filled(columns, line); r != (PlanRow{}) {
			out = append(out, r)
		}
		if len(out) > MaxPlanRows {
			return nil, false, tooManyRows()
		}
	}
	return out, columns != nil, nil
}

// headed is for each cell of a head the column that it names, nil where the line is
// no head.
func headed(line []string) []*PlanColumn {
	out, found := make([]*PlanColumn, len(line)), map[string]bool{}
	for i, text := range line {
		for j, col := range PlanColumns {
			if s := tidy(text); (s == col.Name.Zh || s == col.Name.En) && !found[col.Key] {
				out[i], found[col.Key] = &PlanColumns[j], true
			}
		}
	}
	if !found["name"] || !found["target"] {
		return nil
	}
	return out
}

func filled(columns []*PlanColumn, line []string) (r PlanRow) {
	for i, text := range line {
		if i < len(columns) && columns[i] != nil {
			*columns[i].Of(&r) = cut(tidy(text), maxValue)
		}
	}
	return r
}

func tooManyRows() error {
	return invalid("too-many-rows", fmt.Sprintf("指标超过%d行，没有读入。更长的计划请作为文稿上传，读出后确定。", MaxPlanRows),
		fmt.Sprintf("More than %d rows: nothing was read. Upload a longer plan as a report and adopt what is read.", MaxPlanRows))
}
