package brief

import (
	"strconv"
	"strings"

	"gangmu/render/word"
)

// columns of the brief's table: heads and widths in twips, as many characters of
// 10.5 pt as stand in a line.
var columns = []struct {
	head  string
	width int
}{{"指标", 2900}, {"全年目标", 1200}, {"完成情况", 1200}, {"完成率", 900}, {"亮灯", 900}, {"责任单位", 1745}}

// Heights in points, as styles.xml sets them.
const (
	rowExtra = 5  // above and below the lines of a row
	rowLine  = 16 // one line
)

// table is the table with its caption and notes, the worst rows first, as far as
// the room goes.
func (m Month) table(room int) []word.Block {
	t := &word.Table{Style: word.TableStyle}
	head := word.Row{Header: true, Whole: true}
	for _, c := range columns {
		t.Widths = append(t.Widths, c.width)
		head.Cells = append(head.Cells, word.Cell{Blocks: []word.Block{line(word.SmallHead, c.head)}})
	}
	t.Rows = []word.Row{head}
	rows := m.worst()
	room -= 2 * (rowExtra + rowLine) // the head stands on both pages
	shown := 0
	for _, r := range rows {
		if room -= rowHeight(r); room < 0 {
			break
		}
		t.Rows = append(t.Rows, tableRow(r))
		shown++
	}
	note := (&text{}).plain("带*的为约束性指标。")
	if n := len(rows) - shown; n > 0 {
		note.plain("本表列出").figure(strconv.Itoa(shown), m.ref()).plain("项，其余").figure(strconv.Itoa(n), m.ref()).plain("项见工作簿。")
	}
	stand, root := m.checkpoint()
	return []word.Block{
		line(word.Caption, m.tableTitle()), {Table: t},
		note.block(word.SmallName), line(word.SmallName, stand), line(word.SmallName, root),
	}
}

func tableName(r Row) string {
	name := r.Name
	if r.Part {
		name = "其中：" + name
	}
	if r.Binding {
		name += "*"
	}
	if r.Unit != "" {
		name += "（" + r.Unit + "）"
	}
	return name
}

func valueText(r Row) *text {
	t := (&text{}).figure(r.Value.Text, r.Value.Ref)
	if r.Quality != "" {
		t.plain("（" + r.Quality + "）")
	}
	return t
}

// rowHeight is how high a row is in points: its texts wrap.
func rowHeight(r Row) int {
	const cellMargins, columnWidth = 170, 105 // twips: of a cell, of half a character
	lines := 1
	for i, s := range []string{tableName(r), r.Target.Text, valueText(r).String(), "", "", r.Owner} {
		perLine := (columns[i].width - cellMargins) / columnWidth
		lines = max(lines, linesOf(s, perLine, 0))
	}
	return rowExtra + lines*rowLine
}

func tableRow(r Row) word.Row {
	done := &text{}
	if d := r.Judgement.Done; d != nil {
		done.figure(d.String()+"%", r.Value.Ref)
	}
	l := r.Judgement.Light
	row := word.Row{Whole: true}
	for _, b := range []word.Block{
		line(word.SmallName, tableName(r)),
		(&text{}).figure(r.Target.Text, r.Target.Ref).block(word.SmallValue),
		valueText(r).block(word.SmallValue),
		done.block(word.SmallValue),
		line(word.SmallValue, strings.TrimSpace(l.Mark()+" "+l.Zh())),
		line(word.SmallValue, r.Owner),
	} {
		row.Cells = append(row.Cells, word.Cell{Blocks: []word.Block{b}})
	}
	return row
}
