package odt

import (
	"context"
	"testing"

	"gangmu/document"
)

// tight keeps what a fuzzed file can ask for small.
var tight = document.Limits{Expanded: 1 << 20, Depth: 64, Blocks: 5_000, Cells: 5_000, Places: 100_000}

// FuzzODT holds that any content and styles are read, or refused with an error
// for people.
func FuzzODT(f *testing.F) {
	box := `<draw:frame><draw:text-box>` + p("框") + `</draw:text-box></draw:frame>`
	for _, xml := range []string{
		p("一、甲&amp;乙<text:s text:c='3'/><text:tab/><text:line-break/>"),
		`<table:table><table:table-header-rows>` + row(cell(`table:number-columns-spanned="2" table:number-rows-spanned="2"`, p("a"))+covered) + `</table:table-header-rows>` + row(covered+covered) + `</table:table>`,
		`<table:table><table:table-row table:number-rows-repeated="3">` + cell(`table:number-columns-repeated="4"`, p("a")) + `</table:table-row></table:table>`,
		list(`text:style-name="L1" xml:id="a"`, item(p("甲")+list("", item(p("乙"))))) + list(`text:continue-list="a"`, item(p("<text:number>1</text:number>丙"))),
		p("甲"+box+`<text:note text:id="x"><text:note-citation>1</text:note-citation><text:note-body>`+p("注"+box)+`</text:note-body></text:note>`) + `<text:h text:outline-level="1">乙</text:h>`,
		`<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:section text:display="none">` + p("甲") + `</text:section>`,
	} {
		f.Add([]byte(content(listStyles, xml)), []byte(named(`<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style>`)))
	}
	f.Add([]byte(`<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`), []byte(""))
	f.Fuzz(func(t *testing.T, xml, styles []byte) {
		check(t, packed(parts{contentPart: string(xml), stylesPart: string(styles)}))
	})
}

// FuzzArchive holds the same for any bytes.
func FuzzArchive(f *testing.F) {
	f.Add(packed(body(p("甲"))))
	f.Add(packed(parts{contentPart: content("", p("甲")), manifestPart: "<a/>"}))
	f.Fuzz(check)
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
