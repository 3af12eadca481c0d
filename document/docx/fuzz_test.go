package docx

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gangmu/document"
)

// tight keeps what a fuzzed file can ask for small.
var tight = document.Limits{Expanded: 1 << 20, Depth: 64, Blocks: 5_000, Cells: 5_000}

// FuzzDocx holds that any content of the main part, its styles and its
// numbering is read, or refused with an error for people.
func FuzzDocx(f *testing.F) {
	box := `<w:drawing><wps:txbx><w:txbxContent>` + p("专栏") + `</w:txbxContent></wps:txbx></w:drawing>`
	seeds := []string{
		main(p("一、甲&amp;乙")),
		main(tbl(tr(tc(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, p("a")), tc("", p("b"))), tr(tc(`<w:vMerge/>`, "<w:p/>")))),
		main(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>` + item(1, 0, "乙") + item(1, 1, "丙")),
		main(`<w:p><w:r><mc:AlternateContent><mc:Choice>` + box + `</mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent></w:r></w:p>`),
		main(`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p>`),
		`<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>`,
	}
	styles := side("styles", `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="2"/></w:style>`)
	numbering := side("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl(0, "chineseCounting", "%1、", "")+lvl(1, "decimal", "%1.%2", "")+
		`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>`)
	for _, s := range seeds {
		f.Add([]byte(s), []byte(styles), []byte(numbering))
	}
	f.Fuzz(func(t *testing.T, document, styles, numbering []byte) {
		check(t, packed(parts{mainPart: string(document), stylesPart: string(styles), numbersPart: string(numbering)}))
	})
}

// FuzzArchive holds the same for any bytes.
func FuzzArchive(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join("testdata", "*.docx"))
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(packed(body(p("甲"))))
	f.Add(packed(parts{"_rels/.rels": rels("officeDocument", "a.xml"), "a.xml": main(p("甲")), "_rels/a.xml.rels": rels("styles", "a.xml")}))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}

func check(t *testing.T, data []byte) {
	doc, err := Read(context.Background(), data, tight)
	if err != nil {
		if codeOf(err) == "" {
			t.Fatalf("not an error for people: %v", err)
		}
		return
	}
	checkSource(t, data, doc)
	for table := range doc.Tables() {
		table.Grid()
	}
}
