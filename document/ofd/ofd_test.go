package ofd

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/document/internal/page"
	"gangmu/document/internal/typeset"
	"gangmu/sample"
)

type files map[string]string

// file is an OFD file of one page.
func file(objects string) files {
	return files{
		"OFD.xml":             `<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>`,
		"Doc_0/Document.xml":  typeset.OFDDocument("", `<Page ID="1" BaseLoc="Page.xml"/>`),
		"Doc_0/Page.xml":      typeset.OFDPage(objects),
		"Doc_0/PublicRes.xml": `<Res/>`,
	}
}

// with is f with other parts.
func (f files) with(parts ...string) files {
	for i := 0; i < len(parts); i += 2 {
		f[parts[i]] = parts[i+1]
	}
	return f
}

func read(t *testing.T, f files) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), typeset.Zip(f), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// says is the text of all paragraphs.
func says(doc *document.Document) (out []string) {
	for b := range doc.Paragraphs() {
		out = append(out, b.Text.S)
	}
	return out
}

func codeOf(err error) string {
	var e *document.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// A report in OFD reads as its drawn pages do.
func TestReport(t *testing.T) {
	report, err := docx.Read(context.Background(), sample.Docx, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	pages := typeset.Document(report)
	want, err := page.Compose(context.Background(), "ofd", pages, document.NewBudget(document.Limits{}))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(context.Background(), typeset.OFD(pages), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func written(attrs, code string) string {
	return `<TextObject Boundary="20 30 100 10" Font="1" Size="5" ` + attrs + `>` + code + `</TextObject>`
}

func TestTextCode(t *testing.T) {
	tests := []struct {
		name, objects string
		want          string
	}{
		{"distances", written("", `<TextCode X="0" Y="5" DeltaX="5 5 2.5 2.5">增长8%。</TextCode>`), "增长8%。"},
		{"repeated distances", written("", `<TextCode X="0" Y="5" DeltaX="g 2 5 g 2 2.5">增长8%。</TextCode>`), "增长8%。"},
		{"too few distances", written("", `<TextCode X="0" Y="5" DeltaX="5">增长百分之八</TextCode>`), "增长百分之八"},
		{"no distances", written("", `<TextCode X="0" Y="5">增长8%。</TextCode>`), "增长8%。"},
		{"a gap is a space", written("", `<TextCode X="0" Y="5" DeltaX="5 10 5">甲乙丙丁</TextCode>`), "甲乙 丙丁"},
		{"out of order", written("", `<TextCode X="10" Y="5">丙丁</TextCode><TextCode X="0" Y="5" DeltaX="5">甲乙</TextCode>`), "甲乙丙丁"},
		{"one after another", written("", `<TextCode X="0" Y="5" DeltaX="5">甲乙</TextCode><TextCode X="10">丙丁</TextCode>`), "甲乙丙丁"},
		{"enlarged", written(`CTM="0.5 0 0 0.5 0 0"`, `<TextCode X="0" Y="10" DeltaX="5">甲乙</TextCode>`) + written("", `<TextCode X="5" Y="5" DeltaX="5">丙丁</TextCode>`), "甲乙丙丁"},
		{"glyph numbers", written("", `<CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><Glyphs>17 4</Glyphs></CGTransform><TextCode X="0" Y="5" DeltaX="5">甲乙</TextCode>`), "甲乙"},
		{"entities", written("", `<TextCode X="0" Y="5">&lt;5%</TextCode>`), "<5%"},
		{"in a block", `<PageBlock>` + written("", `<TextCode X="0" Y="5">甲</TextCode>`) + `</PageBlock>`, "甲"},
		{"hidden", written(`Visible="false"`, `<TextCode X="0" Y="5">乙</TextCode>`) + written("", `<TextCode X="0" Y="5">甲</TextCode>`), "甲"},
		{"sideways", written(`CTM="0 -1 1 0 0 0"`, `<TextCode X="0" Y="5" DeltaX="5">甲乙</TextCode>`), "甲乙"},
		{"no numbers", written(`CTM="a b c"`, `<TextCode X="x" Y="" DeltaX="g g g">甲</TextCode>`), "甲"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, strings.Join(says(read(t, file(test.objects))), "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A table is found by lines in all the ways to draw them: its sides turned
// over, thin areas that are filled, a grid in one path.
func TestRulings(t *testing.T) {
	cells := written("", `<TextCode X="2" Y="6">甲</TextCode><TextCode X="22" Y="6">乙</TextCode>`)
	const box = `<PathObject Boundary="20 30 40 10" `
	for name, lines := range map[string]string{
		"one path": box + `><AbbreviatedData>M 0 0 L 40 0 L 40 10 L 0 10 C M 20 0 L 20 10</AbbreviatedData></PathObject>`,
		"turned":   box + `CTM="1 0 0 -1 0 10"><AbbreviatedData>S 0 0 L 40 0 L 40 10 L 0 10 L 0 0 M 20 0 L 20 10</AbbreviatedData></PathObject>`,
		"areas":    area("20 30 40 0.4") + area("20 40 40 0.4") + area("20 30 0.4 10") + area("40 30 0.4 10") + area("60 30 0.4 10"),
	} {
		doc := read(t, file(cells+lines))
		if len(doc.Blocks) != 1 || doc.Blocks[0].Kind != document.TableBlock || doc.Blocks[0].Table.Columns != 2 {
			t.Errorf("%s: %v", name, says(doc))
		}
	}
}

// area is a box that is filled and not drawn.
func area(boundary string) string {
	v := strings.Fields(boundary)
	return `<PathObject Boundary="` + boundary + `" Stroke="false" Fill="true"><AbbreviatedData>` +
		`M 0 0 L ` + v[2] + ` 0 L ` + v[2] + " " + v[3] + ` L 0 ` + v[3] + ` C</AbbreviatedData></PathObject>`
}
