package text

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
)

// outline is what a text is read into, printed.
func outline(t *testing.T, s string) string {
	t.Helper()
	doc := read(t, []byte(s))
	var out strings.Builder
	if err := doc.Print(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func read(t testing.TB, data []byte) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, data, doc)
	return doc
}

// checkSource holds that in UTF-8 every character stands where its segment
// says.
func checkSource(t testing.TB, data []byte, doc *document.Document) {
	t.Helper()
	if doc.Encoding != "utf-8" {
		return
	}
	for b := range doc.Paragraphs() {
		for i := range b.Text.S {
			ranges := b.Text.Source(i, i+1)
			if len(ranges) != 1 {
				t.Fatalf("%q: byte %d has %d places", b.Text.S, i, len(ranges))
			}
			if got := data[ranges[0].Start]; got != b.Text.S[i] && b.Text.S[i] != '\n' && !strings.Contains(b.Text.S, "\uFFFD") {
				t.Fatalf("%q: byte %d is %q in the source", b.Text.S, i, got)
			}
		}
	}
}

func TestParagraphs(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"lines", "各位代表：\n\n现在报告工作。\n", `
p 1:1 各位代表：
p 3:1 现在报告工作。
`},
		{"carriage returns", "一行\r\n\r\n二行\r\n", `
p 1:1 一行
p 3:1 二行
`},
		{"no line end", "一行", `
p 1:1 一行
`},
		{"indented", "　　各位代表：\n    现在报告。\n", `
p 1:3 各位代表：
p 2:5 现在报告。
`},
		{"indented by tabs", "\t各位代表：\n\t现在报告。\n\n\t请审议。\n\n\t谢谢。\n\t再见。\n\t鼓掌。\n", `
p 1:2 各位代表：
p 2:2 现在报告。
p 4:2 请审议。
p 6:2 谢谢。
p 7:2 再见。
p 8:2 鼓掌。
`},
		{"headings", "一、回顾\n（一）投资\n投资增长。\n## 第三章\n", `
h1 1:1 一、回顾
h2 2:1 （一）投资
p 3:1 投资增长。
h2 4:4 第三章
`},
		{"a hash is a mark in statistics", "#增值税\n", `
p 1:1 #增值税
`},
		{"page numbers", "上文\n— 3 —\n- 12 -\n第 4 页 共 20 页\n下文\n－５－\n—— 三\n", `
p 1:1 上文
p 5:1 下文
p 7:1 —— 三
`},
		{"marks of a field left by copying", "前\x13 PAGE \x143\x15后文各位代表，现在报告工作情况，请予审议，并请列席人员提出意见，谢谢大家，下面开始报告\n", `
p 1:1 前` + "\x13 PAGE \x143\x15" + `后文各位代表，现在报告工作情况，请予审议，并请列席人员提出意见，谢谢大家，下面开始报告
`},
		{"byte order mark", "\ufeff各位代表：\n", `
p 1:1 各位代表：
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, "\n"+outline(t, test.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMarkdown(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"bold", "**总体平稳。**全年**增长**8%\n", `
p 1:3 总体平稳。全年增长8%
`},
		{"a single pair of stars stays", "带**号的为约束性指标*\n", `
p 1:1 带**号的为约束性指标*
`},
		{"picture", "前![图](a.png)后\n![](b.png)\n", `
p 1:1 前后
warning 文中有 2 幅图片，图片里的文字和表格没有读取。
`},
		{"link", "见[公报](https://example.org/a)第[6]页\n", `
p 1:1 见公报第[6]页
`},
		{"brackets that are no link", "比重[1]（见下）和[2](注)\n", `
p 1:1 比重[1]（见下）和2
`},
		{"comment", "前<!-- 批注 -->后\n", `
p 1:1 前后
`},
		{"comment over lines", "前<!-- 批\n注 -->后\n三行\n", `
p 1:1 前
p 2:6 后
p 3:1 三行
`},
		{"open comment", "前<!-- 批注\n后\n", `
p 1:1 前<!-- 批注
p 2:1 后
`},
		{"line break", "上<br>下\n", `
p 1:1 上⏎下
`},
		{"escapes", "空气质量\\*和\\**\n", `
p 1:1 空气质量*和**
`},
		{"front matter", "---\nsource: https://example.org/1\ntitle: \"工作报告\"\n---\n\n正文\n", `
p 6:1 正文
`},
		{"lines of signs", "上\n***\n-----\n下\n", `
p 1:1 上
p 4:1 下
`},
		{"rule that is no front matter", "---\n正文\n", `
p 2:1 正文
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, "\n"+outline(t, test.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
	doc := read(t, []byte("---\nsource: https://example.org/1\ntitle: \"工作报告\"\n---\n正文\n"))
	want := map[string]string{"source": "https://example.org/1", "title": "工作报告"}
	if diff := cmp.Diff(want, doc.Meta); diff != "" {
		t.Error(diff)
	}
}

// The place after a dropped mark is the place in the source.
func TestPlacesAroundMarks(t *testing.T) {
	doc := read(t, []byte("前**增长**8%，[见](x)表\n"))
	text := doc.Blocks[0].Text
	for of, want := range map[string][2]int{"前": {1, 2}, "增长": {4, 6}, "8%": {8, 10}, "见": {12, 13}, "表": {17, 18}} {
		at := strings.Index(text.S, of)
		got := text.Span(at, at+len(of))
		if got.Column != want[0] || got.EndColumn != want[1] {
			t.Errorf("%s stands at %d–%d, want %v", of, got.Column, got.EndColumn, want)
		}
	}
}

func TestNoText(t *testing.T) {
	for name, data := range map[string]string{
		"blank":            " \n\t\n",
		"only a mark":      "\ufeff",
		"only a picture":   "![](a.png)\n",
		"only a comment":   "<!-- x -->",
		"only page number": "— 3 —\n",
	} {
		_, err := Read(context.Background(), []byte(data), document.Limits{})
		var e *document.Error
		if !errors.As(err, &e) || e.Code != document.CodeEmpty {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLimits(t *testing.T) {
	tests := []struct {
		name   string
		data   string
		limits document.Limits
	}{
		{"bytes", strings.Repeat("发展", 100), document.Limits{Expanded: 99}},
		{"bytes of UTF-16", "\xff\xfe" + strings.Repeat("\x00\x4e", 100), document.Limits{Expanded: 99}},
		{"paragraphs", strings.Repeat("段\n", 5), document.Limits{Blocks: 4}},
		{"places", strings.Repeat("\\*", 20), document.Limits{Places: 19}},
		{"places of an encoding", "\xff\xfe" + strings.Repeat("\x00\x4ea\x00", 20), document.Limits{Places: 19}},
		{"cells", strings.Repeat("a\tb\n", 5), document.Limits{Cells: 9}},
		{"cells of a ragged table", "a" + strings.Repeat("\tb", 99) + "\n" + strings.Repeat("a\tb\n", 300), document.Limits{Cells: 1000}},
	}
	for _, test := range tests {
		_, err := Read(context.Background(), []byte(test.data), test.limits)
		var e *document.Error
		if !errors.As(err, &e) || e.Code != document.CodeTooLarge {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, []byte("正文"), document.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
