package ofd

import (
	"context"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/typeset"
)

// tight keeps what a fuzzed file can ask for small.
var tight = document.Limits{Expanded: 1 << 20, Depth: 64, Blocks: 5_000, Cells: 5_000, Places: 100_000}

// FuzzPage holds that any page is read, or refused with an error for people.
func FuzzPage(f *testing.F) {
	for _, objects := range []string{
		line("10", "一、甲&amp;乙") + line("40", "第1页"),
		written(`CTM="0 -1 1 0 0 0" HScale="0.5"`, `<TextCode X="0" Y="5" DeltaX="g 2 5" DeltaY="0 1">甲乙丙</TextCode>`),
		`<PathObject Boundary="20 30 40 10"><AbbreviatedData>M 0 0 L 40 0 L 40 10 L 0 10 C M 20 0 L 20 10 Q 1 1 2 2 B 1 2 3 4 5 6 A 1 2 3 4 5 6 7</AbbreviatedData></PathObject>` + line("32", "甲"),
		`<CompositeObject ResourceID="9" Boundary="1 1 2 2"/><ImageObject Boundary="0 0 210 297"/>`,
		area("20 30 40 0.4") + area("20 40 40 0.4") + area("20 30 0.4 10") + area("60 30 0.4 10") + line("32", "甲"),
	} {
		f.Add([]byte(typeset.OFDPage(objects)))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		check(t, typeset.Zip(file("").with(
			"Doc_0/Document.xml", typeset.OFDDocument(`<DocumentRes>Page.xml</DocumentRes><TemplatePage ID="7" BaseLoc="Page.xml"/>`, `<Page BaseLoc="Page.xml"/><Page BaseLoc="Page.xml"/>`),
			"Doc_0/Page.xml", string(page))))
	})
}

// FuzzArchive holds the same for any bytes.
func FuzzArchive(f *testing.F) {
	f.Add(typeset.Zip(file(line("10", "甲"))))
	f.Add(typeset.Zip(file("").with("OFD.xml", "<OFD/>")))
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
	for b := range doc.Paragraphs() {
		if b.Text.S == "" {
			t.Error("a blank paragraph")
		}
	}
	for table := range doc.Tables() {
		table.Grid()
	}
}
