package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"gangmu/internal/layout"
)

// printer puts sheets into a file.
type printer struct {
	file   *excelize.File
	sheets int
	styles map[string]int // by number format, wrapping and alignment
}

// sheet adds a sheet with its heads in the first row.
func (p *printer) sheet(name string, columns []column, rows []row) error {
	if err := p.newSheet(name); err != nil {
		return err
	}
	head, err := p.file.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true, Family: font, Size: 11},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DCE6F1"}},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		Border:    border,
	})
	if err != nil {
		return err
	}
	if err := p.heights(name, columns, rows); err != nil {
		return err
	}
	for c, col := range columns {
		if err := p.column(name, c+1, col); err != nil {
			return err
		}
		at := ref(c+1, 1)
		if err := p.file.SetCellStr(name, at, col.head); err != nil {
			return err
		}
		if err := p.file.SetCellStyle(name, at, at, head); err != nil {
			return err
		}
		for r, row := range rows {
			if err := p.cell(name, ref(c+1, r+2), row[col.head], col); err != nil {
				return err
			}
		}
	}
	return p.layout(name, len(columns), len(rows)+1)
}

// newSheet adds an empty sheet; the first one is there already.
func (p *printer) newSheet(name string) error {
	p.sheets++
	if p.sheets == 1 {
		return p.file.SetSheetName("Sheet1", name)
	}
	_, err := p.file.NewSheet(name)
	return err
}

func (p *printer) column(sheet string, c int, col column) error {
	name, err := excelize.ColumnNumberToName(c)
	if err != nil {
		return err
	}
	return p.file.SetColWidth(sheet, name, name, col.width)
}

// Heights in points.
const (
	lineHeight  = 15
	highestRow  = 409
	headSpacing = 6
)

// heights makes rows as high as their longest cell, since not every program
// does so by itself.
func (p *printer) heights(sheet string, columns []column, rows []row) error {
	if err := p.file.SetRowHeight(sheet, 1, lineHeight+headSpacing); err != nil {
		return err
	}
	for i, r := range rows {
		lines := 1
		for _, c := range columns {
			if c.wrap {
				lines = max(lines, linesOf(r[c.head].text, int(c.width)))
			}
		}
		if lines == 1 {
			continue
		}
		if err := p.file.SetRowHeight(sheet, i+2, min(float64(lines*lineHeight), highestRow)); err != nil {
			return err
		}
	}
	return nil
}

// linesOf is how many lines s takes in a column that shows so many digits in a line;
// Chinese characters are twice as wide.
func linesOf(s string, width int) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += 1 + max(layout.Width(line)-1, 0)/width
	}
	return n
}

// cell sets a cell. Texts are stored as strings in a text format, so that
// nothing makes a formula or a date of them, neither now nor when they are edited.
func (p *printer) cell(sheet, at string, c cell, col column) error {
	style, err := p.style(c, col)
	if err != nil {
		return err
	}
	if err := p.file.SetCellStyle(sheet, at, at, style); err != nil || c.text == "" {
		return err
	}
	if !c.number {
		return p.file.SetCellStr(sheet, at, escape(c.text))
	}
	value, err := strconv.ParseFloat(c.text, 64)
	if err != nil {
		return err
	}
	return p.file.SetCellFloat(sheet, at, value, -1, 64)
}

// escape marks what would be read as the code of a character: _x0041_. The
// library means to do so, but does not for shared strings.
func escape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	const code = "_x0041_"
	var out strings.Builder
	for i := range len(s) {
		if at := s[i:]; len(at) >= len(code) && strings.HasPrefix(at, "_x") && at[len(code)-1] == '_' && isHex(at[2:len(code)-1]) {
			out.WriteString("_x005F")
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF") == "" }

const font = "宋体"

var border = []excelize.Border{
	{Type: "left", Color: "BFBFBF", Style: 1}, {Type: "right", Color: "BFBFBF", Style: 1},
	{Type: "top", Color: "BFBFBF", Style: 1}, {Type: "bottom", Color: "BFBFBF", Style: 1},
}

// style is the style of a cell: a number shows as many decimals as are
// printed.
func (p *printer) style(c cell, col column) (int, error) {
	format := "@"
	if c.number {
		format = "0"
		if c.places > 0 {
			format += "." + strings.Repeat("0", c.places)
		}
	}
	key := format + strconv.FormatBool(col.wrap) + col.align
	if id, known := p.styles[key]; known {
		return id, nil
	}
	id, err := p.file.NewStyle(&excelize.Style{
		Font:         &excelize.Font{Family: font, Size: 11},
		Alignment:    &excelize.Alignment{Horizontal: col.align, Vertical: "center", WrapText: col.wrap},
		Border:       border,
		CustomNumFmt: &format,
	})
	p.styles[key] = id
	return id, err
}

// layout freezes and repeats the heads, adds filters and fits the sheet to the
// width of a page.
func (p *printer) layout(sheet string, columns, rows int) error {
	yes, landscape, a4, one, any := true, "landscape", 9, 1, 0
	err := p.file.SetSheetDimension(sheet, "A1:"+ref(columns, rows))
	if err != nil {
		return err
	}
	err = p.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return err
	}
	if sheet != aboutSheet {
		if err := p.file.AutoFilter(sheet, "A1:"+ref(columns, rows), nil); err != nil {
			return err
		}
	}
	if err := p.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := p.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &any}); err != nil {
		return err
	}
	if err := p.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C" + sheet + "　&P / &N"}); err != nil {
		return err
	}
	return p.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet})
}

// properties say what made the file and, for one report, that it can be read
// back.
func (p *printer) properties(reports []Report) error {
	made := "2000-01-01T00:00:00Z" // the same plan gives the same bytes
	doc := &excelize.DocProperties{Creator: "gangmu", LastModifiedBy: "gangmu", Created: made, Modified: made}
	if len(reports) == 1 {
		doc.Title = clean(reports[0].Plan.Title)
		if err := p.file.SetCustomProps(excelize.CustomProperty{Name: Property, Value: Version}); err != nil {
			return err
		}
	}
	if err := p.file.SetAppProps(&excelize.AppProperties{Application: "gangmu"}); err != nil {
		return err
	}
	return p.file.SetDocProps(doc)
}

// ref is the name of a cell.
func ref(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row) // both are counted here
	return name
}
