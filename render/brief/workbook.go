package brief

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"gangmu/monitor"
)

// Names of the sheets.
const (
	tableSheet  = "主要指标完成情况表"
	sourceSheet = "依据"
)

const font = "宋体"

// heads of the table with their widths in characters.
var heads = []struct {
	name  string
	width float64
}{{"序号", 6}, {"指标", 34}, {"单位", 8}, {"性质", 8}, {"上年", 10}, {"全年目标", 12}, {"完成情况", 12}, {"数据月份", 10}, {"完成全年%", 10}, {"亮灯", 9}, {"说明", 60}, {"责任单位", 16}}

// firstRow is the first row of an indicator, under title, remark and heads.
const firstRow = 4

// Workbook writes the table of all indicators.
func Workbook(w io.Writer, m Month) error {
	if err := m.check(); err != nil {
		return err
	}
	f := excelize.NewFile()
	defer f.Close()
	s := &sheets{file: f, styles: map[string]int{}}
	s.table(m)
	s.sources(m)
	made := m.Date.UTC().Format("2006-01-02T15:04:05Z")
	s.do(f.SetDocProps(&excelize.DocProperties{Creator: m.Office, LastModifiedBy: m.Office, Title: m.tableTitle(), Description: m.mark(), Created: made, Modified: made}))
	if s.err != nil {
		return s.err
	}
	return f.Write(w)
}

// sheets fills a file and keeps the first error.
type sheets struct {
	file   *excelize.File
	styles map[string]int
	bound  [][]string // cell, what stands there, fact, sequence
	err    error
}

func (s *sheets) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *sheets) table(m Month) {
	s.do(s.file.SetSheetName("Sheet1", tableSheet))
	last, _ := excelize.ColumnNumberToName(len(heads))
	for row, text := range []string{m.tableTitle(), "编制：" + m.Office + "　" + m.day() + "　带*的为约束性指标"} {
		at := "A" + strconv.Itoa(row+1)
		s.do(s.file.MergeCell(tableSheet, at, last+strconv.Itoa(row+1)))
		s.text(tableSheet, at, text, []string{"title", "remark"}[row])
	}
	for c, h := range heads {
		name, _ := excelize.ColumnNumberToName(c + 1)
		s.do(s.file.SetColWidth(tableSheet, name, name, h.width))
		s.text(tableSheet, name+strconv.Itoa(firstRow-1), h.name, "head")
	}
	for i, r := range m.Rows {
		s.row(firstRow+i, r)
	}
	end := firstRow + len(m.Rows)
	s.do(s.file.MergeCell(tableSheet, "A"+strconv.Itoa(end), last+strconv.Itoa(end)))
	s.text(tableSheet, "A"+strconv.Itoa(end), m.mark(), "remark")
	s.print(last, end)
}

func (s *sheets) row(n int, r Row) {
	at := func(column string) string { return column + strconv.Itoa(n) }
	name, nature := r.Name, "预期性"
	if r.Part {
		name = "其中：" + name
	}
	if r.Binding {
		name, nature = name+"*", "约束性"
	}
	l := r.Judgement.Light
	period := ""
	if r.Period.Year != 0 {
		period = r.Period.Zh()
	}
	for column, text := range map[string]string{"A": r.No, "C": r.Unit, "D": nature, "H": period, "L": r.Owner} {
		s.text(tableSheet, at(column), text, "middle")
	}
	s.text(tableSheet, at("B"), name, "left")
	s.text(tableSheet, at("K"), r.Judgement.Zh, "left")
	s.text(tableSheet, at("J"), strings.TrimSpace(l.Mark()+" "+l.Zh()), string(l))
	s.figure(at("E"), r.LastYear)
	s.figure(at("F"), r.Target)
	s.figure(at("G"), r.Value)
	done := Figure{Ref: r.Value.Ref}
	if d := r.Judgement.Done; d != nil {
		done.Text = d.String()
	}
	s.figure(at("I"), done)
	if r.Value.Ref != (Ref{}) && r.Judgement.Zh != "" {
		s.bind(at("K"), r.Judgement.Zh, r.Value.Ref)
	}
	lines := 1 + len([]rune(r.Judgement.Zh))*2/int(heads[10].width)
	s.do(s.file.SetRowHeight(tableSheet, n, float64(max(18, 15*lines))))
}

// figure sets a number as a number, anything else as text, and notes what it rests
// on.
func (s *sheets) figure(at string, f Figure) {
	value, err := strconv.ParseFloat(f.Text, 64)
	if err != nil || strings.ContainsAny(f.Text, "eExXnN_") {
		s.text(tableSheet, at, f.Text, "middle")
	} else {
		_, decimals, _ := strings.Cut(f.Text, ".")
		s.do(s.file.SetCellFloat(tableSheet, at, value, -1, 64))
		s.style(tableSheet, at, "number"+strconv.Itoa(len(decimals)))
	}
	if f.Text != "" && f.Ref != (Ref{}) {
		s.bind(at, f.Text, f.Ref)
	}
}

func (s *sheets) bind(at, text string, r Ref) {
	s.bound = append(s.bound, []string{at, text, r.Fact, strconv.FormatInt(r.Seq, 10)})
}

// sources lists what every figure rests on.
func (s *sheets) sources(m Month) {
	_, err := s.file.NewSheet(sourceSheet)
	s.do(err)
	rows := append([][]string{{"单元格", "内容", "数据编号", "事件序号"}}, s.bound...)
	for i, row := range rows {
		for c, text := range row {
			name, _ := excelize.ColumnNumberToName(c + 1)
			style := "left"
			if i == 0 {
				style = "head"
			}
			s.text(sourceSheet, name+strconv.Itoa(i+1), text, style)
		}
	}
	for column, width := range map[string]float64{"A": 10, "B": 60, "C": 40, "D": 12} {
		s.do(s.file.SetColWidth(sourceSheet, column, column, width))
	}
	s.text(sourceSheet, "A"+strconv.Itoa(len(rows)+1), m.mark(), "remark")
}

func (s *sheets) text(sheet, at, text, style string) {
	s.do(s.file.SetCellStr(sheet, at, text))
	s.style(sheet, at, style)
}

func (s *sheets) style(sheet, at, name string) {
	id, known := s.styles[name]
	if !known {
		var err error
		id, err = s.file.NewStyle(styleOf(name))
		s.do(err)
		s.styles[name] = id
	}
	s.do(s.file.SetCellStyle(sheet, at, at, id))
}

// colours of lights on white, dark enough to be read; the mark and the word say
// the same.
var colours = map[monitor.Light]string{monitor.Green: "1B6B3A", monitor.Yellow: "8A5A00", monitor.Red: "B00020", monitor.Missing: "555555", monitor.None: "555555"}

func styleOf(name string) *excelize.Style {
	style := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 11},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		style.Border = append(style.Border, excelize.Border{Type: side, Color: "8C8C8C", Style: 1})
	}
	text := "@"
	style.CustomNumFmt = &text
	switch colour := colours[monitor.Light(name)]; {
	case colour != "":
		style.Font.Color, style.Font.Bold = colour, true
	case name == "title":
		style.Font = &excelize.Font{Family: "方正小标宋简体", Size: 18}
		style.Border = nil
	case name == "remark":
		style.Border, style.Alignment.Horizontal = nil, "left"
	case name == "head":
		style.Font.Bold = true
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6EFEF"}}
	case name == "left":
		style.Alignment.Horizontal = "left"
	case strings.HasPrefix(name, "number"):
		style.Alignment.Horizontal = "right"
		format := "0"
		if n, _ := strconv.Atoi(strings.TrimPrefix(name, "number")); n > 0 {
			format += "." + strings.Repeat("0", n)
		}
		style.CustomNumFmt = &format
	}
	return style
}

// print freezes and repeats the heads and fits the table to the width of A4.
func (s *sheets) print(last string, end int) {
	yes, landscape, a4, one, any := true, "landscape", 9, 1, 0
	f := s.file
	s.do(f.SetRowHeight(tableSheet, 1, 30))
	s.do(f.SetPanes(tableSheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: firstRow - 1, TopLeftCell: "C" + strconv.Itoa(firstRow), ActivePane: "bottomRight"}))
	s.do(f.SetSheetProps(tableSheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	s.do(f.SetPageLayout(tableSheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &any}))
	s.do(f.SetHeaderFooter(tableSheet, &excelize.HeaderFooterOptions{OddFooter: "&C— &P —"}))
	s.do(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$%d", tableSheet, firstRow-1), Scope: tableSheet}))
	if end > firstRow {
		s.do(f.AutoFilter(tableSheet, fmt.Sprintf("A%d:%s%d", firstRow-1, last, end-1), nil))
	}
}
