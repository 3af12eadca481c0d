package odt

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// listStyles are two lists: one of numbers on three levels, one of bullets.
const listStyles = `<text:list-style style:name="L1">` +
	`<text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>` +
	`<text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="1" text:start-value="5"/>` +
	`<text:list-level-style-number text:level="3" style:num-suffix="." style:num-format="1" text:display-levels="2"/>` +
	`</text:list-style><text:list-style style:name="L2">` +
	`<text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"/><text:list-level-style-bullet text:level="2" text:bullet-char="■"/></text:list-style>`

func list(attrs string, items ...string) string {
	return `<text:list ` + attrs + `>` + strings.Join(items, "") + `</text:list>`
}

func item(xml string) string { return `<text:list-item>` + xml + `</text:list-item>` }

func TestLists(t *testing.T) {
	const l1 = `text:style-name="L1"`
	tests := []struct {
		name, xml string
		want      []string
	}{
		{"numbers", list(l1, item(p("甲")), item(p("乙")+p("丙")), item(p("丁"))), []string{"一、甲", "二、乙", "丙", "三、丁"}},
		{"levels", list(l1, item(p("甲")+list("", item(p("乙")+list("", item(p("丙")))), item(p("丁")))), item(p("戊")+list("", item(p("己"))))),
			[]string{"一、甲", "（5）乙", "5.1. 丙", "（6）丁", "二、戊", "（5）己"}},
		{"new list", list(l1, item(p("甲"))) + list(l1, item(p("乙"))), []string{"一、甲", "一、乙"}},
		{"goes on", list(l1, item(p("甲"))) + p("乙") + list(l1+` text:continue-numbering="true"`, item(p("丙"))), []string{"一、甲", "乙", "二、丙"}},
		{"goes on by name", list(l1+` xml:id="a"`, item(p("甲"))) + list(l1, item(p("乙"))) + list(l1+` text:continue-list="a"`, item(p("丙"))), []string{"一、甲", "一、乙", "二、丙"}},
		{"deeper level goes on", list(l1+` xml:id="a"`, item(p("甲")+list("", item(p("乙"))))) + p("丙") + list(l1+` text:continue-list="a"`, item(list("", item(p("丁"))))),
			[]string{"一、甲", "（5）乙", "丙", "（6）丁"}},
		{"start", list(l1, `<text:list-item text:start-value="4">`+p("甲")+`</text:list-item>`, item(p("乙"))), []string{"四、甲", "五、乙"}},
		{"header", list(l1, `<text:list-header>`+p("甲")+`</text:list-header>`, item(p("乙"))), []string{"甲", "一、乙"}},
		{"bullets", list(`text:style-name="L2"`, item(p("甲")+list("", item(p("乙"))))), []string{"• 甲", "■ 乙"}},
		{"no style", list("", item(p("甲"))), []string{"甲"}},
		{"style of the paragraph", list("", item(`<text:p text:style-name="P1">甲</text:p>`)), []string{"一、甲"}},
		{"printed number", list(l1, item(p("<text:number>壹.</text:number>甲")), item(p("乙"))), []string{"壹. 甲", "二、乙"}},
		{"blank item counts", list(l1, item(p("")), item(p("甲"))), []string{"二、甲"}},
		{"in a cell", `<table:table>` + row(cell("", list(l1, item(p("甲"))))+cell("", p("乙"))) + `</table:table>`, []string{"一、甲", "乙"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := read(t, parts{contentPart: content(listStyles+`<style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>`, test.xml)})
			var got []string
			for b := range doc.Paragraphs() {
				got = append(got, b.Text.S)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Headings are numbered by the outline, unless their style says no.
func TestOutline(t *testing.T) {
	const outlineStyle = `<text:outline-style style:name="Outline">` +
		`<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>` +
		`<text:outline-level-style text:level="2" style:num-format="1" loext:num-list-format="第%1%章%2%节"/>` +
		`<text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>` +
		`<style:style style:name="Plain" style:family="paragraph" style:list-style-name=""/>`
	h := func(level, attrs, s string) string {
		return `<text:h text:outline-level="` + level + `" ` + attrs + `>` + s + `</text:h>`
	}
	files := parts{
		stylesPart: named(outlineStyle),
		contentPart: content("", h("1", "", "甲")+h("2", "", "乙")+h("2", "", "丙")+h("1", `text:style-name="Plain"`, "丁")+h("1", `text:is-list-header="true"`, "戊")+
			h("1", "", "己")+h("2", "", "庚")+h("3", "", "辛")+h("1", `text:restart-numbering="true" text:start-value="9"`, "壬")),
	}
	want := "h1 1:1 一、甲\nh2 2:1 第一章1节乙\nh2 3:1 第一章2节丙\nh1 4:1 丁\nh1 5:1 戊\nh1 6:1 二、己\nh2 7:1 第二章1节庚\nh3 8:1 辛\nh1 9:1 九、壬\n"
	if diff := cmp.Diff(want, outline(t, files)); diff != "" {
		t.Error(diff)
	}
}

func TestFormats(t *testing.T) {
	tests := []struct {
		format string
		n      int
		want   string
	}{
		{"1", 12, "12"}, {"a", 27, "aa"}, {"A", 2, "B"}, {"i", 4, "iv"}, {"I", 9, "IX"}, {"一, 二, 三, ...", 21, "二十一"}, {"一, 十, 一百(繁), ...", 10, "十"},
		{"壹, 贰, 叁, ...", 10, "壹拾"}, {"①, ②, ③, ...", 3, "③"}, {"１, ２, ３, ...", 10, "１０"}, {"甲, 乙, 丙, ...", 2, "乙"}, {"子, 丑, 寅, ...", 3, "寅"},
		{"", 3, ""}, {"ア, イ, ウ, ...", 3, "3"}, {"①", 99, "99"}, {"I", -1, "-1"},
	}
	for _, test := range tests {
		if got := format(test.format, test.n); got != test.want {
			t.Errorf("%d as %q: %q, want %q", test.n, test.format, got, test.want)
		}
	}
}
