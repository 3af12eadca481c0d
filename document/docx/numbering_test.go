package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lvl is a level of a list.
func lvl(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, i, format, text, more)
}

// item is a paragraph of a list.
func item(list, level int, s string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, level, list, s)
}

func TestNumbering(t *testing.T) {
	numbering := side("numbering",
		`<w:abstractNum w:abstractNumId="0">`+
			lvl(0, "chineseCounting", "%1、", "")+
			lvl(1, "chineseCountingThousand", "（%2）", "")+
			lvl(2, "decimal", "%3.", "")+
			lvl(3, "decimal", "%1.%3.%4", `<w:isLgl/><w:suff w:val="nothing"/>`)+`</w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="1">`+lvl(0, "bullet", "\uf0b7", "")+lvl(1, "decimal", "%2", `<w:lvlRestart w:val="0"/>`)+`</w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="公文"/></w:abstractNum>`+
			`<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="公文"/>`+lvl(0, "ideographTraditional", "%1.", "")+`</w:abstractNum>`+
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`+
			`<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`+
			`<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`+
			`<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>`+
			`<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2">`+lvl(2, "decimalEnclosedCircle", "%3", "")+`</w:lvlOverride></w:num>`)
	tests := []struct {
		name  string
		items []string
		want  []string
	}{
		{"levels", []string{item(1, 0, "甲"), item(1, 1, "乙"), item(1, 1, "丙"), item(1, 2, "丁"), item(1, 3, "戊"), item(1, 0, "己"), item(1, 1, "庚")},
			[]string{"一、甲", "（一）乙", "（二）丙", "1. 丁", "1.1.1戊", "二、己", "（一）庚"}},
		{"level without its parents", []string{item(1, 2, "甲"), item(1, 3, "乙")}, []string{"1. 甲", "1.1.1乙"}},
		{"start anew, shared counter", []string{item(1, 0, "甲"), item(2, 0, "乙"), item(2, 0, "丙"), item(1, 0, "丁")},
			[]string{"一、甲", "五、乙", "六、丙", "七、丁"}},
		{"taken out", []string{item(1, 0, "甲"), item(0, 0, "乙"), item(1, 0, "丙")}, []string{"一、甲", "乙", "二、丙"}},
		{"bullet, no restart", []string{item(3, 0, "甲"), item(3, 1, "8万"), item(3, 0, "乙"), item(3, 1, "9万")},
			[]string{"• 甲", "1 8万", "• 乙", "2 9万"}},
		{"list of a numbering style", []string{item(4, 0, "甲"), item(4, 0, "乙")}, []string{"甲. 甲", "乙. 乙"}},
		{"other layout of a level", []string{item(5, 2, "甲"), item(5, 2, "乙")}, []string{"① 甲", "② 乙"}},
		{"unknown list", []string{item(9, 0, "甲")}, []string{"甲"}},
		{"blank items count", []string{item(1, 0, "甲"), item(1, 0, ""), item(1, 0, "乙")}, []string{"一、甲", "三、乙"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := body(strings.Join(test.items, ""))
			files[numbersPart] = numbering
			var got []string
			for b := range read(t, files).Paragraphs() {
				got = append(got, b.Text.S)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNumberingOfStyles(t *testing.T) {
	files := body(`<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>`)
	files[stylesPart] = side("styles", `
		<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>`)
	files[numbersPart] = side("numbering", `<w:abstractNum w:abstractNumId="0">`+
		lvl(0, "chineseCounting", "%1、", `<w:pStyle w:val="1"/>`)+lvl(1, "chineseCounting", "（%2）", `<w:pStyle w:val="2"/>`)+
		`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	want := `
h1 1:1 一、甲
h2 2:1 （一）乙
h2 3:1 丙
`
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
}

// A paragraph into which another one runs on has its number in front of both.
func TestNumberOfJoinedParagraphs(t *testing.T) {
	files := body(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>` + item(1, 0, "乙") + item(1, 0, "丙"))
	files[numbersPart] = side("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl(0, "decimal", "%1.", "")+
		`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	want := `
h3 1:1 1. 甲乙
h3 3:1 2. 丙
`
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
}

// Automatic numbers are characters without a place in the source.
func TestNumbersHaveNoSource(t *testing.T) {
	files := body(item(1, 0, "甲"))
	files[numbersPart] = side("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl(0, "chineseCounting", "%1、", "")+
		`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	text := read(t, files).Blocks[0].Text
	if got := text.Source(0, len("一、")); got != nil {
		t.Errorf("the number stands on %v", got)
	}
	if got := text.Source(0, len(text.S)); len(got) != 1 || files[mainPart][got[0].Start:got[0].End] != "甲" {
		t.Errorf("the text stands on %v", got)
	}
	if got := text.Span(len("一、"), len(text.S)).Column; got != 3 {
		t.Errorf("the text begins at column %d", got)
	}
}
