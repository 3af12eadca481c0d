package typeset

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Lengths are in twips, 1/20 pt: 1 mm is 56.7 of them.
const (
	typeAreaWidth = 8845 // 156 mm
	numberWidth   = 794  // 序号
	valueWidth    = 2098 // 目标, 完成情况
)

const documentStart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
`

// A4 with margins of 37, 26, 35 and 28 mm; the page number stands 7 mm below the type area.
const documentEnd = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>` +
	`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1587" w:header="851" w:footer="1247" w:gutter="0"/>` +
	`<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
</w:body></w:document>
`

// writer collects the XML of the document part.
type writer struct{ strings.Builder }

func documentXML(blocks []block) []byte {
	var w writer
	w.WriteString(documentStart)
	for _, b := range blocks {
		switch {
		case b.rows == nil:
			w.paragraph(b.role, b.lines)
		case b.box():
			w.box(b)
		default:
			w.table(b)
		}
	}
	w.WriteString(documentEnd)
	return []byte(w.String())
}

// paragraph writes one paragraph with its lines parted by line breaks. The term
// of a glossary entry stands out.
func (w *writer) paragraph(r role, lines []string) {
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, r)
	if term, text, ok := strings.Cut(lines[0], "："); ok && r == glossary {
		w.run(`<w:rPr><w:rStyle w:val="Term"/></w:rPr>`, term+"：")
		w.run("", text)
	} else {
		for i, line := range lines {
			if i > 0 {
				w.WriteString(`<w:r><w:br/></w:r>`)
			}
			w.run("", line)
		}
	}
	w.WriteString("</w:p>\n")
}

func (w *writer) run(properties, text string) {
	if text == "" {
		return
	}
	w.WriteString("<w:r>" + properties + `<w:t xml:space="preserve">`)
	xml.EscapeText(w, []byte(text)) // a strings.Builder never fails
	w.WriteString("</w:t></w:r>")
}

func (w *writer) openTable(style string, widths []int) {
	fmt.Fprintf(w, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, style, typeAreaWidth)
	for _, width := range widths {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, width)
	}
	w.WriteString("</w:tblGrid>\n")
}

// box writes a one-column table between two gaps: the title, repeated when the box
// goes over a page, and the content.
func (w *writer) box(b block) {
	w.paragraph("Gap", []string{""})
	w.openTable("Box", []int{typeAreaWidth})
	w.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	w.cell(typeAreaWidth, 1, []role{"BoxTitle"}, b.rows[0][0])
	w.WriteString("</w:tr>\n")
	for _, r := range b.rows[1:] {
		w.WriteString("<w:tr>")
		w.cell(typeAreaWidth, 1, boxRoles(r[0]), r[0])
		w.WriteString("</w:tr>\n")
	}
	w.WriteString("</w:tbl>\n")
	w.paragraph("Gap", []string{""})
}

func boxRoles(lines []string) []role {
	roles := make([]role, len(lines))
	for i, line := range lines {
		roles[i] = "BoxText"
		if headingOf(line) != body {
			roles[i] = "BoxHeading"
		}
	}
	return roles
}

// table writes an indicator table; its first row is repeated on every page and a
// row with fewer cells is a group that spans all columns.
func (w *writer) table(b block) {
	columns := len(b.rows[0])
	widths := make([]int, columns)
	for i := range widths {
		widths[i] = valueWidth
	}
	widths[0] = numberWidth
	widths[1] = typeAreaWidth - numberWidth - (columns-2)*valueWidth
	w.openTable("Indicators", widths)
	for i, r := range b.rows {
		w.tableRow(r, widths, i == 0)
	}
	w.WriteString("</w:tbl>\n")
}

func (w *writer) tableRow(r row, widths []int, header bool) {
	w.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if header {
		w.WriteString(`<w:tblHeader/>`)
	}
	w.WriteString(`</w:trPr>`)
	if r.group(len(widths)) {
		w.cell(typeAreaWidth, len(widths), []role{"CellGroup"}, r[0])
	} else {
		for i, lines := range r {
			w.cell(widths[i], 1, []role{cellRole(r, i, header)}, lines)
		}
	}
	w.WriteString("</w:tr>\n")
}

// cellRole sets names flush left and all else in the middle. A row without a number
// stands under 其中: it is indented, and the rows after the first to where its name begins.
func cellRole(r row, column int, header bool) role {
	switch {
	case header:
		return "CellHead"
	case column == 1 && strings.HasPrefix(r[1][0], "其中："):
		return "CellOf"
	case column == 1 && r[0][0] == "":
		return "CellOfMore"
	case column == 1:
		return "CellName"
	}
	return "CellValue"
}

// cell writes one cell with a paragraph for each line. roles is one for each
// line, or one for all.
func (w *writer) cell(width, span int, roles []role, lines []string) {
	fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if span > 1 {
		fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, span)
	}
	w.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
	for i, line := range lines {
		w.paragraph(roles[min(i, len(roles)-1)], []string{line})
	}
	w.WriteString("</w:tc>")
}
