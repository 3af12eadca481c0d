package odt

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
)

func TestBody(t *testing.T) {
	tests := []struct{ name, xml, want string }{
		{"paragraphs", p("各位代表：") + p("") + p("　　甲"), "p 1:1 各位代表：\np 3:3 甲\n"},
		{"headings", `<text:h text:outline-level="2">工业</text:h>` + p("一、总体"), "h2 1:1 工业\nh1 2:1 一、总体\n"},
		{"white space", p("\n a \t b<text:span> c</text:span>\n"), "p 1:1 a b c\n"},
		{"spaces, tabs, breaks", p(`甲<text:s/>乙<text:s text:c="3"/>丙<text:tab/>丁<text:line-break/>戊`), "p 1:1 甲 乙   丙\t丁⏎戊\n"},
		{"space beside spaces", p(`甲 <text:s text:c="2"/>乙`), "p 1:1 甲   乙\n"},
		{"references", p("甲&lt;&#20057;&amp;<![CDATA[<丙>]]>"), "p 1:1 甲<乙&<丙>\n"},
		{"fields", p(`第<text:page-number>3</text:page-number>页<text:date>2031年</text:date><text:bookmark text:name="a"/><text:sequence>1</text:sequence>`), "p 1:1 第3页2031年1\n"},
		{"links", p(`见<text:a href="x"><text:span>附件</text:span></text:a>`), "p 1:1 见附件\n"},
		{"unknown elements", p(`甲<loext:content-control>乙</loext:content-control>`), "p 1:1 甲乙\n"},
		{"annotation", p(`甲<office:annotation><dc:creator>某人</dc:creator><text:p>意见</text:p></office:annotation>乙<office:annotation-end/>`), "p 1:1 甲乙\n"},
		{"ruby", p(`<text:ruby><text:ruby-base>云</text:ruby-base><text:ruby-text>yun</text:ruby-text></text:ruby>溪`), "p 1:1 云溪\n"},
		{"hidden text", p(`甲<text:hidden-text text:is-hidden="true">乙</text:hidden-text>`), "p 1:1 甲\n"},
		{"section", `<text:section>` + p("甲") + `</text:section><text:section text:display="none">` + p("乙") + `</text:section>`, "p 1:1 甲\n"},
		{"tracked changes", `<text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
			p(`甲<text:change text:change-id="1"/>乙<text:change-start text:change-id="2"/>丙<text:change-end text:change-id="2"/>`), "p 1:1 甲乙丙\n"},
		{"table of contents", `<text:table-of-content><text:table-of-content-source><text:index-title-template>目录</text:index-title-template></text:table-of-content-source>` +
			`<text:index-body>` + p(`一、总体<text:tab/>3`) + `</text:index-body></text:table-of-content>` + p("一、总体"), "p 1:1 一、总体\t3\nh1 2:1 一、总体\n"},
		{"footnote", p(`甲<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>`+p("甲指某区。")+`</text:note-body></text:note>乙`) + p("丙"),
			"p 1:1 甲乙\np 3:1 丙\nnote 1 甲指某区。\n"},
		{"page number", p("— 3 —") + p("甲"), "p 2:1 甲\n"},
		{"text box", p(`甲<draw:frame><draw:text-box>`+p("专栏1：项目")+p("乙")+`</draw:text-box></draw:frame>丙`) + p("丁"), "p 1:1 甲丙\nbox b1\n  h0 2:1 专栏1：项目\n  p 3:1 乙\np 4:1 丁\n"},
		{"shape in a group", p(`<draw:g><draw:custom-shape><svg:title>题</svg:title>`+p("甲")+`</draw:custom-shape></draw:g>`) + p("乙"), "box b1\n  p 2:1 甲\np 3:1 乙\n"},
		{"box on the page", `<draw:frame><draw:text-box>` + p("甲") + `</draw:text-box></draw:frame>` + p("乙"), "box b1\n  p 1:1 甲\np 2:1 乙\n"},
		{"pictures and objects", p(`甲<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>`),
			"p 1:1 甲\nwarning 文中有 1 幅图片，图片里的文字和表格没有读取。\nwarning 文中嵌入了 1 个其他文件，没有读取。\n"},
		{"nothing", p(""), "warning 文件里没有文字。如果内容是扫描件或图片，请先做文字识别，再另存为 docx 或文本。\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(t, body(test.xml))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStyles(t *testing.T) {
	files := parts{
		stylesPart: named(`<style:style style:name="H" style:family="paragraph" style:default-outline-level="2"/>` +
			`<style:style style:name="Secret" style:family="text"><style:text-properties text:display="none"/></style:style>`),
		contentPart: content(`<style:style style:name="P1" style:family="paragraph" style:parent-style-name="H"/>`+
			`<style:style style:name="T1" style:family="text" style:parent-style-name="Secret"/>`+
			`<style:style style:name="T2" style:family="text" style:parent-style-name="T2"><style:text-properties text:display="true"/></style:style>`+
			`<style:style style:name="P2" style:family="paragraph"><style:text-properties text:display="none"/></style:style>`,
			`<text:p text:style-name="P1">工业</text:p>`+
				`<text:p>甲<text:span text:style-name="T1">乙<text:span text:style-name="T2">丙</text:span>丁</text:span>戊</text:p><text:p text:style-name="P2">己</text:p>`),
	}
	want := "h2 1:1 工业\np 2:1 甲丙戊\n"
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
}

func cell(attrs, xml string) string {
	return `<table:table-cell ` + attrs + `>` + xml + `</table:table-cell>`
}

func row(cells string) string { return `<table:table-row>` + cells + `</table:table-row>` }

const covered = `<table:covered-table-cell/>`

func TestTables(t *testing.T) {
	tests := []struct{ name, xml, want string }{
		{"plain", row(cell("", p("a"))+cell("", p("b"))) + row(cell("", p("1"))+cell("", p("2"))), "table t1 2×2\n   | a | b\n   | 1 | 2\n"},
		{"head", `<table:table-header-rows>` + row(cell("", p("a"))+cell("", p("b"))) + `</table:table-header-rows>` + row(cell("", p("1"))+cell("", p("2"))),
			"table t1 2×2\n * | a | b\n   | 1 | 2\n"},
		{"spans", row(cell(`table:number-rows-spanned="2"`, p("a"))+cell(`table:number-columns-spanned="2"`, p("b"))+covered) + row(covered+cell("", p("1"))+cell("", p("2"))),
			"table t1 2×3\n   | a <2×1> | b <1×2>\n   | 1 | 2\n"},
		{"spans beyond the table", row(cell(`table:number-rows-spanned="99"`, p("a")) + cell("", p("b"))), "table t1 1×2\n   | a | b\n"},
		{"repeated", `<table:table-row table:number-rows-repeated="2">` + cell(`table:number-columns-repeated="2"`, p("a")) + cell("", p("b")) + `</table:table-row>`,
			"table t1 2×3\n   | a | a | b\n   | a | a | b\n"},
		{"repeated to the edge", row(cell("", p("a"))+cell("", p("b"))) + `<table:table-row table:number-rows-repeated="1048576">` + cell(`table:number-columns-repeated="16384"`, "") + `</table:table-row>`, ""},
		{"paragraphs", row(cell("", p("a")+p("")+p("b")) + cell("", p("c"))), "table t1 1×2\n   | a⏎b | c\n"},
		{"one column", row(cell("", p("专栏1：项目"))) + row(cell("", p("（一）甲"))), "box t1\n  h0 1:1 专栏1：项目\n  h2 2:1 （一）甲\n"},
		{"hidden row", row(cell("", p("a"))+cell("", p("b"))) + `<table:table-row table:visibility="collapse">` + cell("", p("1")) + `</table:table-row>`, "table t1 1×2\n   | a | b\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outline(t, body(`<table:table><table:table-column/>`+test.xml+`</table:table>`))
			if test.want == "" { // large, but bounded
				if len(got) > 10_000 {
					t.Errorf("%d bytes", len(got))
				}
				return
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCellPlaces(t *testing.T) {
	doc := read(t, body(p("甲")+`<table:table>`+row(cell("", p("a"))+cell(`table:number-rows-spanned="2"`, p("b")))+row(cell("", p(""))+covered)+`</table:table>`))
	var got []string
	for table := range doc.Tables() {
		for _, row := range table.Rows {
			for _, c := range row.Cells {
				s := c.Text.Whole()
				got = append(got, c.Text.S+" "+s.Block)
				if s.Line == 0 {
					t.Errorf("cell %q has no place", c.Text.S)
				}
			}
		}
	}
	if diff := cmp.Diff([]string{"a t1.r1.c1", "b t1.r1.c2", " t1.r2.c1"}, got); diff != "" {
		t.Error(diff)
	}
}

// A file that an office program wrote, with lists that go on after other text,
// merged cells and tracked changes.
func TestWriter(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "writer.odt"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, data, doc)
	var got strings.Builder
	if err := doc.Print(&got); err != nil {
		t.Fatal(err)
	}
	want := `p 1:1 总标题
h1 2:1 一、总体情况
h2 3:1 （一）工业
h3 4:1 1. 细项甲
h3 5:1 2. 细项乙
p 6:1 说明文字在列表之间。
h2 7:1 （二）投资
h1 8:1 二、下一部分
h2 9:1 （一）工业
h3 10:1 3. 另一列表
h3 11:1 4. 另一列表二
h1 12:1 三、第三部分
h1 13:1 标题样式
p 14:1 ■ 项目符号
table t1 3×2
   | 合并 <1×2>
   | 竖 <2×1> | 1
   | 5. 条目
p 19:1 甲新增  乙	丙
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
}
