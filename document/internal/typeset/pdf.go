package typeset

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"gangmu/document/internal/page"
)

// CMap is the encoding of a font that is not embedded, by its name in PDF.
type CMap string

// The encodings that files of Chinese offices use.
const (
	GBK  CMap = "GBK-EUC-H"
	GB   CMap = "GB-EUC-H" // GB 2312 alone
	UCS2 CMap = "UniGB-UCS2-H"
)

func (c CMap) encode(text string) []byte {
	encoder := simplifiedchinese.GBK.NewEncoder()
	if c == UCS2 {
		encoder = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()
	}
	out, err := encoder.Bytes([]byte(text))
	if err != nil {
		return nil // a character that the encoding does not have is not drawn
	}
	return out
}

// PDF writes pages as a PDF file whose font is named and not embedded.
func PDF(pages []page.Page, font CMap) []byte {
	w := &pdfWriter{}
	kids := make([]string, len(pages))
	for i := range pages {
		kids[i] = fmt.Sprintf("%d 0 R", 6+2*i)
	}
	w.object(`<< /Type /Catalog /Pages 2 0 R >>`)
	w.object(`<< /Type /Pages /Count %d /Kids [%s] >>`, len(pages), strings.Join(kids, " "))
	w.object(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /%s /DescendantFonts [4 0 R] >>`, font)
	w.object(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ` +
		`/DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>`)
	w.object(`<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /Ascent 880 /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 93 >>`)
	for i, p := range pages {
		w.object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>`, p.Width, p.Height, 7+2*i)
		content := drawn(p, font)
		w.object("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
	}
	return w.end()
}

// drawn are the operators that draw a page.
func drawn(p page.Page, font CMap) string {
	var b strings.Builder
	b.WriteString("0.5 w\n")
	for _, r := range p.Rules {
		fmt.Fprintf(&b, "%.2f %.2f m %.2f %.2f l S\n", r.X0, p.Height-r.Y0, r.X1, p.Height-r.Y1)
	}
	b.WriteString("BT\n")
	for _, g := range p.Glyphs {
		fmt.Fprintf(&b, "/F1 %g Tf 1 0 0 1 %.2f %.2f Tm <%x> Tj\n", g.Size, g.X0, p.Height-(g.Y0+0.88*g.Size), font.encode(g.Text))
	}
	b.WriteString("ET")
	return b.String()
}

// pdfWriter writes numbered objects and where they begin.
type pdfWriter struct {
	bytes.Buffer
	starts []int
}

func (w *pdfWriter) object(format string, args ...any) {
	if w.Len() == 0 {
		w.WriteString("%PDF-1.4\n")
	}
	w.starts = append(w.starts, w.Len())
	fmt.Fprintf(w, "%d 0 obj\n", len(w.starts))
	fmt.Fprintf(w, format, args...)
	w.WriteString("\nendobj\n")
}

func (w *pdfWriter) end() []byte {
	at := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(w.starts)+1)
	for _, start := range w.starts {
		fmt.Fprintf(w, "%010d 00000 n \n", start)
	}
	fmt.Fprintf(w, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(w.starts)+1, at)
	return w.Bytes()
}
