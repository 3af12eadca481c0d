package ofd

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document/internal/typeset"
)

func line(y, s string) string {
	return `<TextObject Boundary="20 ` + y + ` 100 10" Size="5"><TextCode X="0" Y="5">` + s + `</TextCode></TextObject>`
}

// What pages refer to is found and drawn.
func TestParts(t *testing.T) {
	page := func(before, objects string) string {
		return `<Page>` + before + `<Content><Layer>` + objects + `</Layer></Content></Page>`
	}
	unit := `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="9"><Content>` + line("0", "乙。") + `</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`
	tests := []struct {
		name  string
		files files
		want  string
	}{
		{"template", file("").with(
			"Doc_0/Document.xml", typeset.OFDDocument(`<TemplatePage ID="7" BaseLoc="T.xml"/>`, `<Page BaseLoc="Page.xml"/>`),
			"Doc_0/T.xml", typeset.OFDPage(line("10", "甲。")),
			"Doc_0/Page.xml", page(`<Template TemplateID="7"/>`, line("30", "乙。"))), "甲。|乙。"},
		{"template of itself", file("").with(
			"Doc_0/Document.xml", typeset.OFDDocument(`<TemplatePage ID="7" BaseLoc="T.xml"/>`, `<Page BaseLoc="Page.xml"/>`),
			"Doc_0/T.xml", page(`<Template TemplateID="7"/>`, line("10", "甲。")),
			"Doc_0/Page.xml", page(`<Template TemplateID="7"/><Template TemplateID="8"/>`, "")), "甲。"},
		{"drawing used again", file("").with(
			"Doc_0/Document.xml", typeset.OFDDocument(`<DocumentRes>Res.xml</DocumentRes><PublicRes>none.xml</PublicRes>`, `<Page BaseLoc="Page.xml"/>`),
			"Doc_0/Res.xml", unit,
			"Doc_0/Page.xml", page("", line("10", "甲。")+`<CompositeObject Boundary="0 30 50 50" ResourceID="9"/><CompositeObject ResourceID="none"/>`)), "甲。|乙。"},
		{"drawing of a page", file("").with(
			"Doc_0/Pages/P.xml", page(`<PageRes>R.xml</PageRes>`, `<CompositeObject Boundary="0 30 50 50" ResourceID="9"/>`),
			"Doc_0/Document.xml", typeset.OFDDocument("", `<Page BaseLoc="Pages/P.xml"/>`),
			"Doc_0/Pages/R.xml", unit), "乙。"},
		{"paths from the root", file("").with(
			"Doc_0/Document.xml", typeset.OFDDocument("", `<Page BaseLoc="/Doc_0/Page.xml"/><Page BaseLoc="Doc_0\Page.xml"/><Page BaseLoc="./../Doc_0/PAGE.xml"/>`),
			"Doc_0/Page.xml", page("", line("100", "甲。"))), "甲。|甲。|甲。"},
		{"pages before what is common", file(line("10", "甲。")).with(
			"Doc_0/Document.xml", `<Document><Pages><Page BaseLoc="Page.xml"/></Pages><CommonData/></Document>`), "甲。"},
		{"several documents", file(line("100", "甲。")).with(
			"OFD.xml", `<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>`), "甲。|甲。"},
		{"page of its own size", file("").with(
			"Doc_0/Page.xml", page(`<Area><PhysicalBox>0 0 420 297</PhysicalBox></Area>`, `<TextObject Boundary="300 10 100 10" Size="5"><TextCode X="0" Y="5">甲。</TextCode></TextObject>`)), "甲。"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, strings.Join(says(read(t, test.files)), "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A page that is a picture is named.
func TestScan(t *testing.T) {
	f := file(line("10", "甲。")).with(
		"Doc_0/Document.xml", typeset.OFDDocument("", `<Page BaseLoc="Page.xml"/><Page BaseLoc="Scan.xml"/>`),
		"Doc_0/Scan.xml", typeset.OFDPage(`<ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="3"/>`))
	doc := read(t, f)
	if len(doc.Warnings) != 1 || !strings.Contains(doc.Warnings[0].Zh, "第 2 页") {
		t.Errorf("warnings: %v", doc.Warnings)
	}
}
