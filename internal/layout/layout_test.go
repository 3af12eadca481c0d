package layout

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{
		"":         0,
		"GDP":      3,
		"增速":       4,
		"（%）":      5,
		"“十四五”":    8, // quotation marks are ambiguous: one column
		"Ⅲ类":       3,
		"e\u0301":  1, // a combining mark takes none
		"≥75.81万亩": 10,
	} {
		if got := Width(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		" 两行\n文字\t ":                 "两行 文字",
		"\x1b[31m红\x1b[0m":           "[31m红[0m",
		"\u202e倒写\ufeff\u200b":       "倒写",
		"全角　空格":                      "全角 空格",
		"\r\n":                       "",
		string([]byte{0xff}) + "坏字节": "坏字节",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, in string
		width    int
		want     string
	}{
		{"fits", "增长8%", 10, "增长8%"},
		{"between characters", "地区生产总值增速", 8, "地区生产|总值增速"},
		{"comma stays behind its word", "地区生产，总值", 8, "地区生|产，总值"},
		{"opening bracket goes with what it opens", "一二三（四）", 8, "一二三|（四）"},
		{"number stays whole", "增长12345", 8, "增长|12345"},
		{"long word is cut", "abcdefghij", 4, "abcd|efgh|ij"},
		{"blanks vanish at the break", "plan report", 5, "plan|repor|t"},
		{"empty", "", 10, ""},
	} {
		if got := strings.Join(Wrap(c.in, c.width), "|"); got != c.want {
			t.Errorf("%s: Wrap(%q, %d) = %q, want %q", c.name, c.in, c.width, got, c.want)
		}
	}
}

// Wrapping keeps every character but blanks, and no line is wider than asked.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(rapid.StringOf(rapid.SampledFrom([]rune("地区增速，。（）“”≥8.5% abcXYZ、"))).Draw(t, "s"))
		width := rapid.IntRange(2, 40).Draw(t, "width")
		lines := Wrap(s, width)
		for _, l := range lines {
			if Width(l) > width {
				t.Fatalf("line %q is wider than %d", l, width)
			}
		}
		noBlanks := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := noBlanks(strings.Join(lines, "")); got != noBlanks(s) {
			t.Fatalf("got %q, want %q", got, noBlanks(s))
		}
	})
}

func TestTable(t *testing.T) {
	table := Table{Indent: 1, Columns: []Column{
		{Title: "序号", Right: true}, {Title: "指标", Max: 12}, {Title: "空的列"}, {Title: "目标", Right: true},
	}}
	if !table.Empty() {
		t.Error("a table without rows is not empty")
	}
	table.Section("一、发展")
	table.Row("1", "地区生产总值增速", "", "8以上")
	table.Row("12", "  其中：投资", "", "-6.9")
	var b strings.Builder
	if _, err := table.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	want := ` 序号  指标           目标
 -------------------------
一、发展
    1  地区生产总值  8以上
       增速
   12    其中：投资   -6.9
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// A table that is too wide gives up width where it has most.
func TestTableFits(t *testing.T) {
	table := Table{Width: 40, Columns: []Column{{Title: "a"}, {Title: "b"}, {Title: "c", Right: true}}}
	table.Section(strings.Repeat("很长的标题", 5))
	table.Row("短", strings.Repeat("很长的说明", 10), "12.5")
	table.Row("短", strings.Repeat("另一个", 8), strings.Repeat("完成下达目标", 4))
	var b strings.Builder
	if _, err := table.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if Width(line) > 40 {
			t.Errorf("%d columns: %s", Width(line), line)
		}
	}
}
