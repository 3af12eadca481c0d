package brief

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gangmu/internal/layout"
	"gangmu/monitor"
	"gangmu/render/word"
)

// Heights in points of what stands on the two pages, as render/word sets it. The
// standard has 22 lines of 28 characters on a page.
const (
	pageHeight  = 637
	textLine    = 29
	lineWidth   = 56 // columns: a Chinese character is two
	titleLine   = 32 // of 20 characters
	titleWidth  = 40
	titleRoom   = 44 // above and below the title
	captionRoom = 50
	notesRoom   = 56 // three small lines
	lostRoom    = 45 // where a row does not fit on the first page any more
)

// page collects paragraphs as long as there is room.
type page struct {
	blocks []word.Block
	left   int // lines
}

// textLines is how many lines the text may take, so that the table has room for a
// dozen rows.
const textLines = 26

// fits adds a paragraph if there is room for it and so many lines after it.
func (p *page) fits(role word.Role, t *text, after int) bool {
	const indent = 4
	n := linesOf(t.String(), lineWidth-1, indent)
	if n+after > p.left {
		return false
	}
	p.left -= n
	p.blocks = append(p.blocks, t.block(role))
	return true
}

func linesOf(s string, width, indent int) int {
	return max(1, (layout.Width(s)+indent+width-1)/width)
}

// overall says how the indicators stand.
func (m Month) overall() *text {
	by, all := m.counts()
	t := &text{}
	t.plain(strings.TrimPrefix(m.span(), strconv.Itoa(m.Period.Year)+"年")+"，纳入监测的").figure(strconv.Itoa(all), m.ref()).plain("项主要指标中，")
	for i, l := range []monitor.Light{monitor.Green, monitor.Yellow, monitor.Red, monitor.Missing} {
		if i > 0 {
			t.plain("、")
		}
		t.plain(l.Zh()).figure(strconv.Itoa(by[l]), m.ref()).plain("项")
	}
	if n := by[monitor.None]; n > 0 {
		t.plain("，另有").figure(strconv.Itoa(n), m.ref()).plain("项未到报数时间或尚不能判定")
	}
	t.plain("。")
	binding, behind := 0, 0
	for _, r := range m.Rows {
		if r.Binding && !r.Part {
			binding++
			if r.Judgement.Light == monitor.Red {
				behind++
			}
		}
	}
	if binding > 0 {
		t.plain("约束性指标").figure(strconv.Itoa(binding), m.ref()).plain("项，其中滞后").figure(strconv.Itoa(behind), m.ref()).plain("项。")
	}
	return t
}

// changes say which lights changed, those alike in one paragraph, in the order of
// their first.
func (m Month) changes() []*text {
	var out []*text
	var order []string
	names := map[string][]string{}
	for _, c := range m.Changes {
		way := "由" + lightWord(c.Was) + "转为" + lightWord(c.Is)
		if names[way] == nil {
			order = append(order, way)
		}
		names[way] = append(names[way], c.Name)
	}
	for _, way := range order {
		t := &text{}
		t.plain(way + "的")
		t.figure(strconv.Itoa(len(names[way])), m.ref())
		out = append(out, t.plain("项："+strings.Join(names[way], "、")+"。"))
	}
	return out
}

// lightWord is the word of a light, also where it is none.
func lightWord(l monitor.Light) string {
	return cmp.Or(l.Zh(), "不亮灯")
}

func rowText(r Row) *text {
	t := &text{}
	name := r.Name
	if r.Binding {
		name += "（约束性）"
	}
	if r.Owner != "" {
		name += "，" + r.Owner
	}
	return t.plain(name+"：").sentence(r.Judgement.Zh, r.Value.Ref, r.Target.Ref)
}

func noteText(n Note) *text {
	t := &text{}
	for _, part := range []struct{ head, said string }{{"原因", n.Cause}, {"措施", n.Measure}, {"预判", n.Outlook}} {
		if part.said != "" {
			t.plain(part.head+"：").sentence(ended(part.said), n.Ref, Ref{})
		}
	}
	return t
}

// ended is a clause as a sentence.
func ended(s string) string { return strings.TrimRight(s, "。；;. ") + "。" }

// worst are rows in the order in which a leader asks: what is behind first, binding
// ones before others, and the further behind the earlier.
func (m Month) worst() []Row {
	rank := map[monitor.Light]int{monitor.Red: 0, monitor.Missing: 1, monitor.Yellow: 2, monitor.None: 3, monitor.Green: 4}
	rows := slices.Clone(m.Rows)
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(rank[a.Judgement.Light], rank[b.Judgement.Light]), before(a.Binding, b.Binding), gap(b, a))
	})
	return rows
}

func before(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// gap compares how far two rows are behind.
func gap(a, b Row) int {
	x, y := a.Judgement.Behind, b.Judgement.Behind
	if x == nil || y == nil {
		return before(y != nil, x != nil)
	}
	return x.Cmp(*y)
}
