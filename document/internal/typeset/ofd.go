package typeset

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"

	"gangmu/document/internal/page"
)

// millimetre in points.
const millimetre = 72 / 25.4

// OFD writes pages as an OFD file, each run of characters as a text object.
func OFD(pages []page.Page) []byte {
	var list strings.Builder
	files := map[string]string{
		"OFD.xml": `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
	}
	for i, p := range pages {
		fmt.Fprintf(&list, `<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, i+1, i)
		files[fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i)] = OFDPage(Objects(p))
	}
	files["Doc_0/Document.xml"] = OFDDocument("", list.String())
	return Zip(files)
}

// OFDDocument is a Document.xml with what common and pages list.
func OFDDocument(common, pages string) string {
	return `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 209.9 297.04</ofd:PhysicalBox></ofd:PageArea>` +
		common + `</ofd:CommonData><ofd:Pages>` + pages + `</ofd:Pages></ofd:Document>`
}

// OFDPage is the content of a page.
func OFDPage(objects string) string {
	return `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="1">` + objects + `</ofd:Layer></ofd:Content></ofd:Page>`
}

// Objects are the text and path objects of a page.
func Objects(p page.Page) string {
	var b strings.Builder
	for start := 0; start < len(p.Glyphs); {
		end := start + 1
		for end < len(p.Glyphs) && follows(p.Glyphs[end-1], p.Glyphs[end]) {
			end++
		}
		textObject(&b, p.Glyphs[start:end])
		start = end
	}
	for _, r := range p.Rules {
		w, h := (r.X1-r.X0)/millimetre, (r.Y1-r.Y0)/millimetre
		fmt.Fprintf(&b, `<ofd:PathObject Boundary="%g %g %g %g" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L %g %g</ofd:AbbreviatedData></ofd:PathObject>`,
			r.X0/millimetre, r.Y0/millimetre, w, h, w, h)
	}
	return b.String()
}

// follows reports whether b is drawn right behind a.
func follows(a, b page.Glyph) bool {
	return a.Y0 == b.Y0 && a.Size == b.Size && b.X0 == a.X1
}

// textObject writes glyphs that follow each other. Distances that are repeated
// are written as such.
func textObject(b *strings.Builder, glyphs []page.Glyph) {
	first, last := glyphs[0], glyphs[len(glyphs)-1]
	size := first.Size / millimetre
	fmt.Fprintf(b, `<ofd:TextObject Boundary="%g %g %g %g" Font="2" Size="%g"><ofd:TextCode X="0" Y="%g"`,
		first.X0/millimetre, first.Y0/millimetre, (last.X1-first.X0)/millimetre, size, size, 0.88*size)
	var deltas, text strings.Builder
	for i := 0; i < len(glyphs); {
		w, n := glyphs[i].X1-glyphs[i].X0, 1
		for i+n < len(glyphs) && glyphs[i+n].X1-glyphs[i+n].X0 == w {
			n++
		}
		fmt.Fprintf(&deltas, "g %d %g ", n, w/millimetre)
		i += n
	}
	for _, g := range glyphs {
		text.WriteString(g.Text)
	}
	fmt.Fprintf(b, ` DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`, deltas.String(), html.EscapeString(text.String()))
}

// Zip packs files.
func Zip(files map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			panic(err) // writing to memory does not fail
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}
