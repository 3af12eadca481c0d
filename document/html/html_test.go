package html

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gangmu/document"
)

var update = flag.Bool("update", false, "rewrite the expected outlines")

func read(t testing.TB, page string) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), []byte(page), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, []byte(page), doc)
	return doc
}

func outline(doc *document.Document) string {
	var b strings.Builder
	doc.Print(&b)
	return b.String()
}

func codeOf(err error) string {
	var e *document.Error
	if !errors.As(err, &e) {
		return ""
	}
	return e.Code
}

// Pages as they are published: the text and nothing else is read. The expected
// outline of a page stands beside it.
func TestPages(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.html"))
	if err != nil || len(files) < 12 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc := read(t, string(data))
			got := "title " + doc.Meta["title"] + "\nencoding " + doc.Encoding + "\n" + outline(doc)
			golden := strings.TrimSuffix(file, ".html") + ".outline"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"inline", "<p>地区<b>生产</b><font color=red>总值</font></p>", "p 1:1 地区生产总值\n"},
		{"white space", "<p>  a\n\tb <i> c</i> </p>", "p 1:1 a b c\n"},
		{"line end between characters", "<p>地区\n生产 总值\nGDP\n增长</p>", "p 1:1 地区生产 总值 GDP 增长\n"},
		{"indentation", "<p>　　&nbsp;&emsp;甲</p>", "p 1:1 甲\n"},
		{"no-break space within", "<p>甲&nbsp;乙&#160;丙\u00a0丁</p>", "p 1:1 甲 乙 丙 丁\n"},
		{"characters without width", "<p>甲&#8203;乙\u200b丙\ufeff丁&shy;戊</p>", "p 1:1 甲乙丙丁戊\n"},
		{"break in a title", "<p>关于计划<br>的报告</p>", "p 1:1 关于计划⏎的报告\n"},
		{"breaks as paragraphs", "<div>　　甲。<br>　　乙<br><br>丙<br>　　丁</div>", "p 1:1 甲。\np 2:1 乙\np 3:1 丙\np 4:1 丁\n"},
		{"break at the beginning", "<p><br>甲<br></p>", "p 1:1 甲\n"},
		{"text beside blocks", "甲<div>乙</div>丙", "p 1:1 甲\np 2:1 乙\np 3:1 丙\n"},
		{"headings", "<h1>总体情况</h1><h3>工业</h3><p>（二）投资</p>", "h1 1:1 总体情况\nh3 2:1 工业\nh2 3:1 （二）投资\n"},
		{"a sentence is no heading", "<h2>" + strings.Repeat("工业经济稳步回升，", 12) + "。</h2>", "p 1:1 " + strings.Repeat("工业经济稳步回升，", 12) + "。\n"},
		{"block in a heading", "<h2><div>工业</div></h2>甲", "h2 1:1 工业\np 2:1 甲\n"},
		{"page number", "<p>甲</p><p>— 3 —</p><p>乙</p>", "p 1:1 甲\np 2:1 乙\n"},
		{"preformatted", "<pre>甲\n  乙\n\n丙</pre>", "p 1:1 甲\np 2:1 乙\np 3:1 丙\n"},
		{"list", "<ol><li>甲<li><p>乙</p><p>丙</p></ol><ol type=I start=4><li>丁</ol>", "h3 1:1 1. 甲\nh3 2:1 2. 乙\np 3:1 丙\np 4:1 IV. 丁\n"},
		{"list numbered by hand", "<ol><li>1.甲<li>（二）乙</ol>", "h3 1:1 1.甲\nh2 2:1 （二）乙\n"},
		{"entities", "<p>&lt;甲&gt;&amp;&ldquo;乙&rdquo;&#x4E19;&#19969;&amp;amp; &bogus; & R&D &copy</p>", "p 1:1 <甲>&“乙”丙丁&amp; &bogus; & R&D ©\n"},
		{"references of their own sign", "<p>甲&#59;&#38;&#x3b;</p>", "p 1:1 甲;&;\n"},
		{"custom elements", "<p>甲<o:p></o:p><st1:date>乙</st1:date></p>", "p 1:1 甲乙\n"},
		{"conditional comments", "<p><![if !supportLists]>一、<![endif]>甲<!--[if gte mso 9]><xml>乙</xml><![endif]--></p>", "h1 1:1 一、甲\n"},
		{"never text", "<p>甲<script>'</p>'</script><style>乙</style><select><option>丙</select><textarea>丁</textarea></p>", "p 1:1 甲\n"},
		{"exponent", "<p>7000m<sup>2</sup></p>", "p 1:1 7000m2\n"},
		{"unclosed title", "<title>计划<p>甲</p>", "p 1:1 计划\np 2:1 甲\n"},
		{"end tags without a beginning", "甲</p>乙</br>丙</div></td>", "p 1:1 甲\np 2:1 乙⏎丙\n"},
		{"end tags reach no further than their line", "<div><span>甲<p>乙</span>丙</p></div>", "p 1:1 甲\np 2:1 乙丙\n"},
		{"xhtml", "<?xml version='1.0' encoding='utf-8'?><html xmlns='x'><body><p>甲<br/>乙</p></body></html>", "p 1:1 甲⏎乙\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(read(t, test.page))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTables(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"plain", "<table><tr><td>a<td>b<tr><td>1<td>2</table>", "table t1 2×2\n   | a | b\n   | 1 | 2\n"},
		{"head", "<table><thead><tr><td>a<td>b</thead><tr><td>1<td>2</table>", "table t1 2×2\n * | a | b\n   | 1 | 2\n"},
		{"spans", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>1<td>2</table>", "table t1 2×3\n   | a <2×1> | b <1×2>\n   | 1 | 2\n"},
		{"spans beyond the table", "<table><tr><td colspan=900 rowspan=70000>a<tr><td>b<td>c</table>", "table t1 2×902\n   | a <2×900>\n   | b | c\n"},
		{"title over more columns", "<table><tr><td colspan=9>a<tr><td>b<td>c</table>", "table t1 2×2\n   | a <1×2>\n   | b | c\n"},
		{"blank cells", "<table><tr><td>a<td>b<tr><td>&nbsp;<td></table>", "table t1 2×2\n   | a | b\n   |  | \n"},
		{"paragraphs in a cell", "<table><tr><td><p>a</p>b<br>c<td>d</table>", "table t1 1×2\n   | a⏎b⏎c | d\n"},
		{"one column", "<table><tr><td>专栏1：项目<tr><td>（一）甲</table>", "box t1\n  h0 1:1 专栏1：项目\n  h2 2:1 （一）甲\n"},
		{"caption", "<table><caption>表1<tr><td>a<td>b</table>", "p 1:1 表1\ntable t1 1×2\n   | a | b\n"},
		{"text outside of cells", "<table>甲<tr>乙<td>a<td>b</table>丙", "p 1:1 甲乙\ntable t1 1×2\n   | a | b\np 4:1 丙\n"},
		{"form between rows", "<table><form><tr><td>a<td>b</form><div><tr><td>1<td>2</div></table>", "table t1 2×2\n   | a | b\n   | 1 | 2\n"},
		{"cells without a row", "<table><td>a<td>b</table>", "box t1\n  p 1:1 a\n  p 2:1 b\n"},
		{"layout", "<table><tr><td>甲<td><table><tr><td>a<td>b<tr><td>1<td>2</table></table>", "p 1:1 甲\ntable t1 2×2\n   | a | b\n   | 1 | 2\n"},
		{"layout by role", "<table role=presentation><tr><td>甲<td>乙</table>", "p 1:1 甲\np 2:1 乙\n"},
		{"no text", "甲<table><tr><td><td></table>", "p 1:1 甲\n"},
		{"hidden row", "<table><tr><td>a<td>b<tr style='display:none'><td>1<td>2</table>", "table t1 1×2\n   | a | b\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(read(t, test.page))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A cell names its table, row and column, and an empty one has a place too.
func TestCellPlaces(t *testing.T) {
	doc := read(t, "<p>甲</p><table><tr><td>a<td rowspan=2>b<td>c<tr><td><td>d</table>")
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
	want := []string{"a t1.r1.c1", "b t1.r1.c2", "c t1.r1.c3", " t1.r2.c1", "d t1.r2.c3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func inGB(t testing.TB, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The encoding is what the bytes say, whatever the page declares.
func TestEncodings(t *testing.T) {
	const text = "<title>计划报告</title><p>各位代表：地区生产总值增长6.5%，城镇新增就业1.34万人。</p>"
	declarations := map[string]string{
		"none":         "",
		"utf-8":        `<meta charset="UTF-8">`,
		"gb2312":       `<META http-equiv=Content-Type content="text/html; charset=gb2312">`,
		"gbk, late":    "<title>某区</title><script src=x></script><meta charset='gbk'/>",
		"of its own":   `<meta charset="x-user-defined">`,
		"xml":          `<?xml version="1.0" encoding="GB18030"?>`,
		"in a comment": `<!-- <meta charset=utf-8> -->`,
	}
	for name, head := range declarations {
		page := "<html><head>" + head + "</head><body>" + text
		for want, data := range map[string]string{
			"utf-8":    page,
			"utf-8 ":   "\ufeff" + page,
			"gb18030":  inGB(t, page),
			"utf-16le": "\xff\xfe" + wide16(page),
		} {
			doc := read(t, data)
			if doc.Encoding != strings.TrimSpace(want) || doc.Blocks[0].Text.S != "各位代表：地区生产总值增长6.5%，城镇新增就业1.34万人。" {
				t.Errorf("declared %s: %s taken for %s: %s", name, want, doc.Encoding, outline(doc))
			}
		}
	}
}

func wide16(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// A declaration settles what the bytes leave open.
func TestDeclaredEncoding(t *testing.T) {
	damaged := strings.Repeat("地区生产总值增长，", 60)
	for want, data := range map[string]string{
		"utf-8":   "<meta charset=utf-8><p>" + damaged + "\xe5\x9c</p>",
		"gb18030": "<meta charset=gb2312><p>" + inGB(t, damaged) + "\xff</p>",
	} {
		doc, err := Read(context.Background(), []byte(data), document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Encoding != want || len(doc.Warnings) != 1 {
			t.Errorf("%s: taken for %s with %d warnings", want, doc.Encoding, len(doc.Warnings))
		}
	}
}

func TestTitle(t *testing.T) {
	const report = "关于云溪区2031年计划执行情况的报告"
	tests := []struct{ title, want string }{
		{report, report},
		{report + "_云溪区人民政府", report},
		{report + " - 规划计划 - 云溪区人民政府门户网站", report},
		{"云溪区人民政府公众信息网-" + report, report},
		{"云溪区2031-2035年规划——纲要 | 云溪", "云溪区2031-2035年规划——纲要"},
		{"云溪区\n 计划&amp;报告", "云溪区 计划&报告"},
		{"", ""},
	}
	for _, test := range tests {
		doc := read(t, "<title>"+test.title+"</title><p>各位代表：</p>")
		if got := doc.Meta["title"]; got != test.want {
			t.Errorf("%q: %q, want %q", test.title, got, test.want)
		}
	}
}

func TestNoText(t *testing.T) {
	for _, page := range []string{
		"<html></html>", "<!DOCTYPE html><body><script>load()</script><div id=app></div>", "<p>&nbsp;</p>", "<frameset><frame src=a></frameset>",
		"<!--", "<p", "  ", "<div style='display:none'>甲</div>", "<title>只有标题</title>",
	} {
		if _, err := Read(context.Background(), []byte(page), document.Limits{}); codeOf(err) != document.CodeEmpty {
			t.Errorf("%q: %v", page, err)
		}
	}
}

func TestPicturesAreSaid(t *testing.T) {
	doc := read(t, "<p>见下图：<img src=1.png></p>")
	if len(doc.Warnings) != 1 || !strings.Contains(doc.Warnings[0].Zh, "1 幅图片") {
		t.Errorf("warnings: %v", doc.Warnings)
	}
}

// What a site names may be part of the text nevertheless.
func TestKept(t *testing.T) {
	const prose = "受区人民政府委托，现将云溪区2031年国民经济和社会发展计划执行情况提请大会审查，并请各位代表提出意见。"
	tests := []struct{ name, page, want string }{
		{"signature", "<p>" + prose + "</p><p class=right>云溪区发展和改革委员会</p><div class=date>2032年1月20日</div>", "p 1:1 " + prose + "\np 2:1 云溪区发展和改革委员会\np 3:1 2032年1月20日\n"},
		{"names on the body", "<body class='nav-open header-fixed'><p>" + prose, "p 1:1 " + prose + "\n"},
		{"shown by a script", "<div id=js_content style='visibility: hidden'><p>" + prose + "</div>", "p 1:1 " + prose + "\n"},
		{"cells", "<p>" + prose + "</p><table><tr><td class=left>指标<td class=right>目标<tr class=top><td>增速<td>6</table>", "p 1:1 " + prose + "\ntable t1 2×2\n   | 指标 | 目标\n   | 增速 | 6\n"},
		{"links within", "<p>" + prose + "</p><p>一、<a href=1>总体情况</a></p><p>附件：<a href=1.doc>甲</a><a href=2.doc>乙</a><a href=3.doc>丙</a></p>", "p 1:1 " + prose + "\nh1 2:1 一、总体情况\nh1 3:1 附件：甲乙丙\n"},
		{"source of a table", "<p>" + prose + "</p><p>来源：区统计局</p>", "p 1:1 " + prose + "\np 2:1 来源：区统计局\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, outline(read(t, test.page))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
