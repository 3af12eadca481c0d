package xlsx

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/internal/reference"
	"gangmu/span"
)

var table = tr(td("指标"), td("目标")) + tr(td("甲"), num("6.3"))

func TestValues(t *testing.T) {
	strings := `<sst xmlns="` + transitional + `"><si><t>一</t></si>` +
		`<si><r><t>富</t></r><r><t>文本</t></r><rPh><t>fu</t></rPh></si><si><t>a&#10;b_x000D__x005F_x0041__x0001_</t></si></sst>`
	files := workbook(
		tr(td("名"), td("值")) +
			tr(td("共享"), `<c t="s"><v>0</v></c>`) +
			tr(td("分段"), `<c t="s"><v>1</v></c>`) +
			tr(td("换行"), `<c t="s"><v>2</v></c>`) +
			tr(td("内嵌"), `<c t="inlineStr"><is><r><t>内</t></r><r><t>嵌</t></r></is></c>`) +
			tr(td("数"), num("6.2999999999999998")) +
			tr(td("百分比"), styled("0", "0.08")) +
			tr(td("千分位"), styled("1", "1234567")) +
			tr(td("小数"), styled("2", "6.3")) +
			tr(td("日期"), styled("3", "45307")) +
			tr(td("国际日期"), `<c t="d"><v>2024-01-16T00:00:00</v></c>`) +
			tr(td("逻辑"), `<c t="b"><v>1</v></c>`) +
			tr(td("错误"), `<c t="e"><v>#DIV/0!</v></c>`) +
			tr(td("公式"), `<c><f>SUM(A1:A9)</f><v>9</v></c>`) +
			tr(td("文字公式"), `<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>`) +
			tr(td("空公式"), `<c t="str"><f>""</f><v></v></c>`) +
			tr(td("外部链接"), `<c><f>[1]Sheet1!A1</f><v>5</v></c>`) +
			tr(td("没有结果"), `<c><f>NOW()</f></c>`) +
			tr(td("没有这个字符串"), `<c t="s"><v>99</v></c>`))
	files.with(stringsPart, strings, stylesPart, stylesWith("0%", "#,##0", "0.00", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"))
	const want = `
h1 1:1 表
table t1 19×2
   | 名 | 值
   | 共享 | 一
   | 分段 | 富文本
   | 换行 | a⏎b⏎_x0041_
   | 内嵌 | 内嵌
   | 数 | 6.3
   | 百分比 | 8%
   | 千分位 | 1,234,567
   | 小数 | 6.30
   | 日期 | 2024年1月16日
   | 国际日期 | 2024-01-16
   | 逻辑 | TRUE
   | 错误 | #DIV/0!
   | 公式 | 9
   | 文字公式 | ab
   | 空公式 | 
   | 外部链接 | 5
   | 没有结果 | 
   | 没有这个字符串 | 
warning 有 1 个公式没有保存计算结果，按空白处理；请用 Excel 或 WPS 打开并保存一次再试。
`
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
}

func TestShape(t *testing.T) {
	tests := []struct {
		name  string
		files parts
		want  string
	}{
		{"titles and notes are paragraphs", workbook(tr(td("2031年计划完成情况")) + tr(`<c r="B2" t="inlineStr"><is><t>单位：亿元</t></is></c>`) + table + tr(td("注：快报数"))), `
h1 1:1 表
p 2:1 2031年计划完成情况
p 3:1 单位：亿元
table t1 2×2
   | 指标 | 目标
   | 甲 | 6.3
p 8:1 注：快报数
`},
		{"labels above a table are paragraphs", workbook(tr(td("填报单位：发改委"), td("单位：亿元")) + table), `
h1 1:1 表
p 2:1 填报单位：发改委
p 3:1 单位：亿元
table t1 2×2
   | 指标 | 目标
   | 甲 | 6.3
`},
		{"section rows belong to the table", workbook(tr(td("指标"), td("目标")) + tr(td("一、甲")) + tr(td("乙"), num("1"))), `
h1 1:1 表
table t1 3×2
   | 指标 | 目标
   | 一、甲 | 
   | 乙 | 1
`},
		{"an empty row does not end a table", workbook(table + `<row r="9">` + td("乙") + num("2") + `</row>`), `
h1 1:1 表
table t1 3×2
   | 指标 | 目标
   | 甲 | 6.3
   | 乙 | 2
`},
		{"new heads below an empty row do", workbook(table + `<row r="9">` + td("续表") + `</row>` + tr(td("项目"), td("投资"), td("单位")) + tr(td("乙"), num("2"), td("丙"))), `
h1 1:1 表
table t1 2×2
   | 指标 | 目标
   | 甲 | 6.3
p 6:1 续表
table t2 2×3
   | 项目 | 投资 | 单位
   | 乙 | 2 | 丙
`},
		{"empty rows and columns do not count", workbook(`<row r="3">` + `<c r="C3" s="1"/>` + `<c r="D3" t="inlineStr"><is><t>甲</t></is></c>` + `<c r="XFD3"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>`), `
h1 1:1 表
table t1 1×2
   | 甲 | 1
`},
		{"merged cells", workbook(tr(td("类"), td("名"), td("2031年"), td("被盖住"))+
			tr(`<c/>`, `<c/>`, td("目标"), td("完成"))+tr(td("一"), td("甲"), num("1"), num("2"))+tr(`<c/>`, td("乙"), num("3"), num("4")),
			`<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="Z9:Y1"/><mergeCell ref="A9:B9"/><mergeCell/></mergeCells>`), `
h1 1:1 表
table t1 4×4
   | 类 <2×1> | 名 <2×1> | 2031年 <1×2>
   | 目标 | 完成
   | 一 <2×1> | 甲 | 1 | 2
   | 乙 | 3 | 4
`},
		{"hidden rows and columns", workbook(tr(td("指标"), td("底稿"), td("目标"))+`<row hidden="1">`+td("藏")+num("1")+`</row>`+tr(td("甲"), num("9"), num("6.3")),
			``).with("xl/worksheets/sheet1.xml", `<worksheet xmlns="`+transitional+`"><cols><col min="2" max="2" hidden="1"/><col min="1" max="99" hidden="1"/></cols><sheetData>`+
			tr(td("指标"), td("底稿"), td("目标"))+`<row hidden="true">`+td("藏")+num("1")+`</row>`+tr(td("甲"), num("9"), num("6.3"))+`</sheetData><drawing/></worksheet>`), `
h1 1:1 表
table t1 2×2
   | 指标 | 目标
   | 甲 | 6.3
warning 有 1 行被隐藏或筛掉，没有读取；需要时请先取消隐藏或清除筛选。
warning 有 1 列被隐藏，没有读取；需要时请先取消隐藏。
warning 有 1 张工作表里有图片、图形或文本框，其中的内容没有读取。
`},
		{"strict edition", sheets(strict, `<sheetData>`+table+`</sheetData>`), `
h1 1:1 表
table t1 2×2
   | 指标 | 目标
   | 甲 | 6.3
`},
		{"several sheets", sheets(transitional, `<sheetData>`+table+`</sheetData>`, `<sheetData/>`, `<sheetData>`+tr(td("表三：名单"))+tr(td("甲"))+`</sheetData>`), `
h1 1:1 表
table t1 2×2
   | 指标 | 目标
   | 甲 | 6.3
p 6:1 表三：名单
p 7:1 甲
`},
		{"nothing", workbook(""), `
warning 文件里没有文字。如果内容是扫描件或图片，请先做文字识别，再另存为 docx 或文本。
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(t, test.files)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSheetKinds(t *testing.T) {
	files := workbook(table)
	files.with(mainPart, workbookPart(transitional, `<workbookPr date1904="1"/><sheets><sheet name="Sheet1" r:id="rId1"/>`+
		`<sheet name="藏" state="hidden" r:id="rId1"/><sheet name="深藏" state="veryHidden" r:id="rId1"/><sheet name="图" r:id="rId2"/></sheets>`),
		"xl/_rels/workbook.xml.rels", relations(relation("rId1", "worksheet", "/xl/worksheets/sheet1.xml")+relation("rId2", "chartsheet", "c.xml")))
	const want = `
table t1 2×2
   | 指标 | 目标
   | 甲 | 6.3
warning 有 2 张隐藏的工作表没有读取；需要时请先取消隐藏。
warning 有 1 张图表或宏工作表没有读取。
`
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
}

// A cell's place names it as the sheet does.
func TestPlaces(t *testing.T) {
	doc := read(t, workbook(`<row r="2"><c r="B2" t="inlineStr"><is><t>标题</t></is></c></row><row r="4"><c r="B4" t="inlineStr"><is><t>甲</t></is></c><c r="D4"><v>1</v></c></row>`))
	cells := doc.Blocks[2].Table.Rows[0].Cells
	got := []span.Span{doc.Blocks[1].Text.Whole(), cells[0].Text.Whole(), cells[1].Text.Whole()}
	want := []span.Span{
		{Line: 2, Column: 1, EndLine: 2, EndColumn: 3, Block: "p2"},
		{Line: 3, Column: 1, EndLine: 3, EndColumn: 2, Block: "t1.r4.c2"},
		{Line: 4, Column: 1, EndLine: 4, EndColumn: 2, Block: "t1.r4.c4"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestProperties(t *testing.T) {
	files := workbook(table).with(
		"_rels/.rels", relations(relation("a", "officeDocument", mainPart)+relation("b", "custom-properties", "docProps/custom.xml")),
		"docProps/custom.xml", `<Properties xmlns:vt="vt"><property name="a"><vt:lpwstr>1</vt:lpwstr></property><property name="b"><vt:i4>2</vt:i4></property></Properties>`)
	if diff := cmp.Diff(map[string]string{Property + "a": "1"}, read(t, files).Meta); diff != "" {
		t.Error(diff)
	}
}

// Every workbook of the suite is read, or refused with an error for people.
func TestSuite(t *testing.T) {
	dir := reference.Path(t, "suites", "xlsx")
	for _, pattern := range []string{"*.xlsx", "broken/*.xlsx"} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		if len(files) == 0 {
			t.Fatal("no files ", pattern)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Read(context.Background(), data, document.Limits{})
			broken := strings.Contains(pattern, "broken")
			switch {
			case broken && codeOf(err) != document.CodeDamaged && codeOf(err) != document.CodeUnsafe:
				t.Errorf("%s: %v", file, err)
			case !broken && (err != nil || len(doc.Blocks) == 0):
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}
