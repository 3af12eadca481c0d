package docx

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParagraphs(t *testing.T) {
	r := func(s string) string { return `<w:r><w:t>` + s + `</w:t></w:r>` }
	tests := []struct{ name, in, want string }{
		{"runs", `<w:p>` + r("增长") + r("8") + r("%") + `</w:p><w:p/>` + p(" 各位 "), `
p 1:1 增长8%
p 3:2 各位
`},
		{"entities", p("A&amp;B&lt;&#x4E00;&#19968;") + `<w:p><w:r><w:t><![CDATA[<甲>]]>乙</w:t></w:r></w:p>`, `
p 1:1 A&B<一一
p 2:1 <甲>乙
`},
		{"line ends in the source", "<w:p><w:r><w:t>甲\r\n乙\n丙</w:t></w:r></w:p>", `
p 1:1 甲 乙 丙
`},
		{"breaks and signs", `<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`, `
p 1:1 甲⏎乙⏎	-≥☑
`},
		{"page break before a heading", `<w:p><w:r><w:br w:type="page"/><w:t>附件1</w:t></w:r></w:p>`, `
h1 1:1 附件1
`},
		{"hyperlink, tags, controls", `<w:p><w:hyperlink>` + r("甲") + `</w:hyperlink><w:smartTag>` + r("乙") + `</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + r("丙") + `</w:sdtContent></w:sdt></w:p><w:sdt><w:sdtContent>` + p("丁") + `</w:sdtContent></w:sdt>`, `
p 1:1 甲乙丙
p 2:1 丁
`},
		{"ruby", `<w:p><w:r><w:ruby><w:rt>` + r("dū") + `</w:rt><w:rubyBase>` + r("都") + `</w:rubyBase></w:ruby></w:r></w:p>`, `
p 1:1 都
`},
		{"formula", `<w:p>` + r("占比") + `<m:oMath><m:f><m:num><m:r><w:rPr/><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>`, `
p 1:1 占比ab
`},
		{"hidden text", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r></w:p>`, `
p 1:1 明
`},
		{"comments, bookmarks, notes", `<w:p><w:bookmarkStart w:id="0" w:name="标"/><w:commentRangeStart w:id="0"/>` + r("甲") + `<w:r><w:commentReference w:id="0"/><w:footnoteReference w:id="2"/></w:r></w:p>`, `
p 1:1 甲
`},
		{"field", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">` + r("1月") + `</w:fldSimple></w:p>`, `
p 1:1 31月
`},
		{"field in the code of another", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>内</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>外</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>`, `
p 1:1 外
`},
		{"field that is never ended", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText></w:r></w:p>` + p("后文"), `
p 2:1 后文
`},
		{"alternatives", `<w:p>` + r("甲") + `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, `
p 1:1 甲新
`},
		{"fallback of something unknown", `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><x/></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, `
p 1:1 旧
`},
		{"page numbers left by a conversion", p("甲") + p("— 3 —") + p("第 4 页") + tbl(tr(tc("", p("—5—")), tc("", p("b")))), `
p 1:1 甲
table t1 1×2
   | —5— | b
`},
		{"embedded file", p("甲") + `<w:altChunk/>`, `
p 1:1 甲
warning 文中嵌入了 1 个其他文件，没有读取。
`},
		{"picture", `<w:p>` + r("甲") + `<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`, `
p 1:1 甲
warning 文中有 1 幅图片，图片里的文字和表格没有读取。
`},
		{"nothing", `<w:p/>`, `
warning 文件里没有文字。如果内容是扫描件或图片，请先做文字识别，再另存为 docx 或文本。
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(t, body(test.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTrackedChanges(t *testing.T) {
	run := func(s string) string { return `<w:r><w:t>` + s + `</w:t></w:r>` }
	deletedMark := `<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`
	tests := []struct{ name, in, want string }{
		{"inserted and deleted", `<w:p>` + run("增长") + `<w:ins>` + run("8") + `</w:ins><w:del><w:r><w:delText>7</w:delText></w:r></w:del>` + run("%") + `</w:p>`, `
p 1:1 增长8%
`},
		{"moved", `<w:p><w:moveFrom>` + run("旧") + `</w:moveFrom><w:moveTo>` + run("新") + `</w:moveTo></w:p>`, `
p 1:1 新
`},
		{"inserted and deleted again", `<w:p><w:ins>` + run("甲") + `<w:del>` + run("乙") + `</w:del></w:ins></w:p>`, `
p 1:1 甲
`},
		{"deleted paragraph end", `<w:p>` + deletedMark + run("各位") + `</w:p><w:p>` + run("代表") + `</w:p>` + p("后文"), `
p 1:1 各位代表
p 3:1 后文
`},
		{"two deleted paragraph ends", `<w:p>` + deletedMark + run("甲") + `</w:p><w:p>` + deletedMark + run("乙") + `</w:p>` + p("丙"), `
p 1:1 甲乙丙
`},
		{"deleted end before a table", `<w:p>` + deletedMark + run("甲") + `</w:p><w:tbl><w:tr><w:tc>` + p("1") + `</w:tc><w:tc>` + p("2") + `</w:tc></w:tr></w:tbl>`, `
p 1:1 甲
table t1 1×2
   | 1 | 2
`},
		{"deleted row and cell", `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>` + p("删") + `</w:tc></w:tr><w:tr><w:tc>` + p("1") + `</w:tc><w:tc><w:tcPr><w:cellDel w:id="2"/></w:tcPr>` + p("删") + `</w:tc><w:tc>` + p("2") + `</w:tc></w:tr></w:tbl>`, `
table t1 1×2
   | 1 | 2
`},
		{"former settings", `<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>` + run("正文") + `</w:p>`, `
p 1:1 正文
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(t, body(test.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTextBoxes(t *testing.T) {
	content := `<w:txbxContent>` + p("专栏1：项目") + p("开工：甲。") + `</w:txbxContent>`
	modern := `<w:drawing><wps:txbx>` + content + `</wps:txbx></w:drawing>`
	old := `<w:pict><v:textbox>` + content + `</v:textbox></w:pict>`
	want := `
p 1:1 前后
box b1
  h0 2:1 专栏1：项目
  p 3:1 开工：甲。
p 4:1 下文
`
	in := func(shape string) string {
		return `<w:p><w:r><w:t>前</w:t></w:r><w:r>` + shape + `</w:r><w:r><w:t>后</w:t></w:r></w:p>` + p("下文")
	}
	tests := map[string]string{
		"modern": in(modern),
		"old":    in(old),
		"both":   in(`<mc:AlternateContent><mc:Choice Requires="wps">` + modern + `</mc:Choice><mc:Fallback>` + old + `</mc:Fallback></mc:AlternateContent>`),
	}
	for name, xml := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, outline(t, body(xml))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStyles(t *testing.T) {
	styles := side("styles", `
		<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
		<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
		<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
		<w:style w:type="paragraph" w:styleId="own"><w:name w:val="区里的标题"/><w:basedOn w:val="lvl"/></w:style>
		<w:style w:type="paragraph" w:styleId="lvl"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/><w:basedOn w:val="1"/></w:style>
		<w:style w:type="paragraph" w:styleId="body"><w:name w:val="Body"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style>
		<w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>
		<w:style w:type="character" w:styleId="secret"><w:name w:val="s"/><w:rPr><w:vanish/></w:rPr></w:style>`)
	styled := func(style, s string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	files := body(styled("1", "甲") + styled("2", "乙") + styled("own", "丙") + styled("toc", "丁") + styled("body", "戊") +
		styled("x", "己") + styled("none", "庚") +
		`<w:p><w:pPr><w:pStyle w:val="1"/><w:outlineLvl w:val="4"/></w:pPr><w:r><w:t>辛</w:t></w:r></w:p>` +
		`<w:p><w:r><w:rPr><w:rStyle w:val="secret"/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>壬</w:t></w:r></w:p>`)
	files[stylesPart] = styles
	want := `
h1 1:1 甲
h2 2:1 乙
h3 3:1 丙
p 4:1 丁
p 5:1 戊
p 6:1 己
p 7:1 庚
h5 8:1 辛
p 9:1 壬
`
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
}

func TestNotes(t *testing.T) {
	files := body(p("甲"))
	files["word/_rels/document.xml.rels"] = rels("footnotes", "footnotes.xml", "endnotes", "missing.xml")
	files["word/footnotes.xml"] = side("footnotes",
		`<w:footnote w:type="separator" w:id="0">`+p("---")+`</w:footnote>`+
			`<w:footnote w:id="2">`+p("口径")+p("调整")+`</w:footnote>`)
	want := `
p 1:1 甲
note 2 口径⏎调整
`
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
	note := read(t, files).Notes[0].Text
	if got := note.Whole(); got.Line != 2 || got.EndLine != 3 {
		t.Errorf("note stands at %+v", got)
	}
}

func TestEditionsAndNames(t *testing.T) {
	want := "\np 1:1 甲\n"
	tests := map[string]parts{
		"strict":      {mainPart: mainIn(strict, p("甲"))},
		"capitals":    {"Word/Document.xml": main(p("甲"))},
		"backslashes": {`word\document.xml`: main(p("甲"))},
		"named by relation": {"_rels/.rels": rels("officeDocument", "word/document2.xml"),
			"word/document2.xml": main(p("甲"))},
		"absolute relation": {"_rels/.rels": rels("officeDocument", "/a/b.xml"), "a/b.xml": main(p("甲"))},
	}
	for name, files := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, outline(t, files)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
