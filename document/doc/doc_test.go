package doc

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
)

func hidden(s string) madeRun  { return madeRun{s, op(charHidden, 1)} }
func deleted(s string) madeRun { return madeRun{s, op(charDeleted, 1)} }
func plain(s string) madeRun   { return madeRun{s, ""} }

func TestParagraphs(t *testing.T) {
	joined := runsOf(plain("前半"), deleted(""))
	joined.runs[1].s = "x"
	tests := []struct {
		name string
		body []para
		want []string
	}{
		{"bytes and words", []para{runsOf(plain("GDP “8.5%”–€"), plain("增长😀"), plain("é"))}, []string{"GDP “8.5%”–€增长😀é"}},
		{"blank ones count for nothing", []para{p(""), p("　"), p("甲")}, []string{"甲"}},
		{"signs", []para{p("a\tb\x1ec\x1fd\x0be\x0ff")}, []string{"a\tb-cd\nef"}},
		{"page break", []para{p("\x0c甲"), p("乙\x0c丙")}, []string{"甲", "乙\n丙"}},
		{"section", []para{{runs: []madeRun{plain("甲")}, mark: "\x0c"}, p("乙")}, []string{"甲", "乙"}},
		{"page number", []para{p("— 3 —"), p("甲")}, []string{"甲"}},
		{"hidden", []para{runsOf(plain("甲"), hidden("密"), plain("乙"))}, []string{"甲乙"}},
		{"tracked changes", []para{runsOf(plain("增长"), deleted("7%"), plain("8%"))}, []string{"增长8%"}},
		{"deleted mark", []para{joined, p("后半"), p("下段")}, []string{"前半后半", "下段"}},
		{"field", []para{p("共\x13 = 1+1 \x14二\x15项")}, []string{"共二项"}},
		{"field in code", []para{p("\x13IF \x13PAGE\x141\x15 = 1\x14甲\x15")}, []string{"甲"}},
		{"field without result", []para{p("甲\x13 XE 乙 \x15丙")}, []string{"甲丙"}},
		{"field never ended", []para{p("甲\x13 CODE"), p("乙")}, []string{"甲", "乙"}},
		{"symbol", []para{runsOf(plain("达"), madeRun{"(", op(charSymbol, 0, 0, 0xFC, 0xF0)}, plain("("))}, []string{"达\uf0fc("}},
		{"marks of notes and pictures", []para{p("甲\x02乙\x01丙")}, []string{"甲乙丙"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, lines(read(t, made{body: test.body}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	styled := func(s string, style int, set ...string) para {
		out := p(s, set...)
		out.style = style
		return out
	}
	d := made{
		styles: []madeStyle{
			{number: 0, base: none}, {number: 2, base: 0}, {number: 99, base: 1}, {number: 19, base: 1},
			{number: 98, base: 0, set: op(paragraphOutline, 3), charSet: op(charHidden, 1)}, {number: 97, base: 5}, {name: "标题 3", number: 0xFFE, base: 0},
		},
		body: []para{
			styled("题", 1), styled("承题", 2), styled("目录行", 3), styled("隐", 4), styled("环", 5),
			styled("自", 0, op(paragraphOutline, 0)), styled("文", 1, op(paragraphOutline, 9)), styled("名", 6), styled("一、编号", 0),
		},
	}
	d.body[3].runs[0].set = op(charHidden, unlikeStyle)
	type heading struct {
		S     string
		Kind  document.Kind
		Level int
	}
	want := []heading{
		{"题", document.Heading, 2}, {"承题", document.Heading, 2}, {"目录行", document.Paragraph, 0}, {"隐", document.Heading, 4},
		{"环", document.Paragraph, 0}, {"自", document.Heading, 1}, {"文", document.Paragraph, 0}, {"名", document.Heading, 3}, {"一、编号", document.Heading, 1},
	}
	var got []heading
	for b := range read(t, d).Paragraphs() {
		got = append(got, heading{b.Text.S, b.Kind, b.Level})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNumbering(t *testing.T) {
	item := func(s string, list, level byte) para {
		return p(s, op(paragraphLevel, level), op(paragraphList, list, 0))
	}
	d := made{
		layouts: [][]madeLevel{
			{{37, "\x00、"}, {39, "（\x01）"}, {0, "\x00.\x02"}},
			{{23, "\uf0b7"}},
		},
		starts: map[int]int{3: 5},
		body: []para{
			item("甲", 1, 0), item("乙", 1, 1), item("丙", 1, 2), item("丁", 1, 0), item("戊", 1, 1),
			item("点", 2, 0), item("己", 3, 0), item("庚", 1, 0), item("无", 0, 0), item("空", 9, 0),
		},
	}
	want := []string{"一、甲", "（一）乙", "一.1 丙", "二、丁", "（一）戊", "• 点", "五、己", "六、庚", "无", "空"}
	if diff := cmp.Diff(want, lines(read(t, d))); diff != "" {
		t.Error(diff)
	}
}

func TestNotesAndBoxes(t *testing.T) {
	d := made{
		body:      []para{p("甲\x02\x08"), p("乙\x08"), p("丙")},
		footnotes: []para{p("\x02 注一"), p("\x02 注二"), p("")},
		boxes:     []para{p("一、专栏\r"), p("框二\r"), p("")},
		anchors:   []int{2, 5},
	}
	doc := read(t, d)
	var notes []string
	for _, n := range doc.Notes {
		notes = append(notes, n.ID+n.Text.S)
	}
	if diff := cmp.Diff([]string{"1注一", "2注二"}, notes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"甲", "一、专栏", "乙", "框二", "丙"}, lines(doc)); diff != "" {
		t.Error(diff)
	}
	if last := doc.Blocks[4]; last.ID != "p5" {
		t.Errorf("the last paragraph is %s", last.ID)
	}
	box := doc.Blocks[1]
	if box.Kind != document.Box || box.ID != "b1" || box.Blocks[0].Kind != document.Heading || box.Blocks[0].Text.Lines[0].Block != "p2" {
		t.Errorf("box: %+v", box)
	}
}

func TestWarnings(t *testing.T) {
	d := made{body: []para{p("\x01甲"), runsOf(madeRun{"\x01", op(charData, 1)}, plain("\x13EMBED"), madeRun{"\x14", op(charObject, 1)}, plain("\x15乙"))}}
	var got []string
	for _, w := range read(t, d).Warnings {
		got = append(got, w.En)
	}
	want := []string{"1 pictures: their text and tables were not read.", "1 embedded files were not read."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
