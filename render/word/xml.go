package word

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// TypeArea is the width of the type area, 156 mm, in twips: 1/20 pt, 1 mm is 56.7
// of them.
const TypeArea = 8845

const documentStart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
`

// A4 with margins of 37, 26, 35 and 28 mm; the page number stands 7 mm below the type area.
const documentEnd = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>` +
	`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1587" w:header="851" w:footer="1247" w:gutter="0"/>` +
	`<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
</w:body></w:document>
`

// writer collects the XML of a part.
type writer struct {
	strings.Builder
	controls int // content controls so far; each has a number of its own
}

func documentXML(blocks []Block) []byte {
	var w writer
	w.WriteString(documentStart)
	w.blocks(blocks)
	w.WriteString(documentEnd)
	return []byte(w.String())
}

func (w *writer) blocks(blocks []Block) {
	for _, b := range blocks {
		switch {
		case b.Table != nil:
			w.table(b.Table)
		case b.Runs != nil:
			w.runs(b.Role, b.Runs)
		default:
			w.paragraph(b.Role, b.Lines)
		}
	}
}

// paragraph writes one paragraph with its lines parted by line breaks. The term
// of a glossary entry stands out.
func (w *writer) paragraph(r Role, lines []string) {
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, r)
	if term, text, ok := strings.Cut(strings.Join(lines, ""), "："); ok && r == Glossary {
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

// runs writes a paragraph of runs, those with a tag as content controls of plain
// text.
func (w *writer) runs(r Role, runs []Run) {
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, r)
	for _, run := range runs {
		if run.Tag == "" {
			w.run("", run.Text)
			continue
		}
		w.controls++
		w.WriteString(`<w:sdt><w:sdtPr><w:alias w:val="`)
		w.escape(run.Title)
		w.WriteString(`"/><w:tag w:val="`)
		w.escape(run.Tag)
		fmt.Fprintf(w, `"/><w:id w:val="%d"/><w:text/></w:sdtPr><w:sdtContent>`, w.controls)
		w.run("", run.Text)
		w.WriteString(`</w:sdtContent></w:sdt>`)
	}
	w.WriteString("</w:p>\n")
}

func (w *writer) run(properties, text string) {
	if text == "" {
		return
	}
	w.WriteString("<w:r>" + properties)
	for i, piece := range strings.Split(text, "\t") {
		if i > 0 {
			w.WriteString("<w:tab/>")
		}
		if piece != "" {
			w.WriteString(`<w:t xml:space="preserve">`)
			w.escape(piece)
			w.WriteString("</w:t>")
		}
	}
	w.WriteString("</w:r>")
}

func (w *writer) escape(s string) {
	_ = xml.EscapeText(w, []byte(s)) // a strings.Builder never fails
}

// table writes a table; a box stands between two gaps.
func (w *writer) table(t *Table) {
	if t.Style == BoxStyle {
		w.paragraph(Gap, nil)
		defer w.paragraph(Gap, nil)
	}
	total := 0
	for _, width := range t.Widths {
		total += width
	}
	fmt.Fprintf(w, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, t.Style, total)
	for _, width := range t.Widths {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, width)
	}
	w.WriteString("</w:tblGrid>\n")
	for _, r := range t.Rows {
		w.row(t, r)
	}
	w.WriteString("</w:tbl>\n")
}

func (w *writer) row(t *Table, r Row) {
	w.WriteString("<w:tr>")
	if r.Whole || r.Header {
		w.WriteString("<w:trPr>")
		if r.Whole {
			w.WriteString("<w:cantSplit/>")
		}
		if r.Header {
			w.WriteString("<w:tblHeader/>")
		}
		w.WriteString("</w:trPr>")
	}
	column := 0
	for _, c := range r.Cells {
		span := max(c.Span, 1)
		width := 0
		for _, n := range t.Widths[min(column, len(t.Widths)):min(column+span, len(t.Widths))] {
			width += n
		}
		column += span
		w.cell(t, c, width, span)
	}
	w.WriteString("</w:tr>\n")
}

// cell writes one cell. It ends with a paragraph, as the standard asks.
func (w *writer) cell(t *Table, c Cell, width, span int) {
	fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if span > 1 {
		fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, span)
	}
	switch c.Down {
	case Begins:
		w.WriteString(`<w:vMerge w:val="restart"/>`)
	case GoesOn:
		w.WriteString(`<w:vMerge/>`)
	}
	w.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
	w.blocks(c.Blocks)
	if n := len(c.Blocks); n == 0 || c.Blocks[n-1].Table != nil && c.Blocks[n-1].Table.Style != BoxStyle {
		w.paragraph(CellValue, nil)
	}
	w.WriteString("</w:tc>")
}
