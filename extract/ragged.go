package extract

import (
	"strings"

	"gangmu/document"
)

// widestRagged is how many columns a table may have whose rows are put right.
const widestRagged = 40

// aligned puts the cells of a row that has fewer of them than the table columns
// to the columns they fit, where a table was copied as text, a cell a line, and
// lost its empty cells. A cell that fits several columns equally well stays
// out, and is counted as unclear.
func (t *tableReader) aligned(row []*document.Cell) []*document.Cell {
	n := len(row)
	for n > 0 && row[n-1] == nil {
		n--
	}
	if n == len(row) || n < 2 || len(row) > widestRagged || !t.text || lineOf(row[0]) == lineOf(row[n-1]) {
		return row
	}
	early, late := align(row[:n], t.columns)
	out := make([]*document.Cell, len(row))
	for i, cell := range row[:n] {
		switch {
		case early[i] == late[i]:
			out[early[i]] = cell
		case strings.TrimSpace(cell.Text.S) != "":
			t.unclear++
		}
	}
	return out
}

func lineOf(c *document.Cell) int {
	if c == nil || len(c.Text.Lines) == 0 {
		return 0
	}
	return c.Text.Lines[0].Line
}

// align finds the columns of the best order-keeping placement of the cells, of
// which there are at most as many: the earliest and the latest column that each
// can have in one.
func align(cells []*document.Cell, columns []column) (early, late []int) {
	n, m := len(cells), len(columns)
	const impossible = -1 << 20
	// best[i][j] is the best worth of placing the cells from i on into the
	// columns from j on, worth[i][j] that of cell i in column j.
	best, worth := make([][]int, n+1), make([][]int, n)
	best[n] = make([]int, m+1)
	for i := n - 1; i >= 0; i-- {
		best[i], worth[i] = make([]int, m+1), make([]int, m)
		best[i][m] = impossible
		looks := lookOf(cells[i])
		for j := m - 1; j >= 0; j-- {
			worth[i][j] = looks.fit(columns[j].role)
			best[i][j] = max(worth[i][j]+best[i+1][j+1], best[i][j+1])
		}
	}
	early, late = make([]int, n), make([]int, n)
	for i, j := 0, 0; i < n; i, j = i+1, j+1 {
		for worth[i][j]+best[i+1][j+1] < best[i][j] {
			j++
		}
		early[i] = j
	}
	for i, j := 0, 0; i < n; i, j = i+1, j+1 {
		for best[i][j+1] == best[i][j] {
			j++
		}
		late[i] = j
	}
	return early, late
}

// look is what a cell looks like.
type look struct {
	empty, ordinal, words, unit, nature, value bool

	aims bool // a value that only a target has: 8以上, 完成市下达目标
}

func lookOf(cell *document.Cell) look {
	if cell == nil {
		return look{empty: true}
	}
	s := squeeze(cell.Text.S)
	if s == "" {
		return look{empty: true}
	}
	return look{
		ordinal: isOrdinal(s), words: isWords(s), unit: knownUnit(s), nature: isNature(s),
		value: showsValue(s) || speaksOfValue(s),
		aims:  indexAny(s, "以上", "以下", "以内", "左右", "不低于", "不高于", "不超过", "下达", "力争", "≥", "≤", "同步") >= 0,
	}
}

// fit says how well a cell suits a column, from bad (negative) to good.
func (l look) fit(r role) int {
	if l.empty {
		return 1
	}
	switch r {
	case number:
		return yes(l.ordinal, 4, -8)
	case name, group, region:
		return yes(l.words && !l.nature, 3, -4)
	case unit:
		return yes(l.unit, 4, -4)
	case nature:
		return yes(l.nature, 4, -4)
	case goal, actual, rate, growth, money:
		return yes(l.value, 3, 0) - yes(l.unit || l.nature, 4, 0) + yes(l.aims && r == goal, 1, 0)
	case owner, remark, pace, verdict:
		return yes(l.words && !l.nature, 2, 0)
	}
	return 0
}

func yes(holds bool, good, bad int) int {
	if holds {
		return good
	}
	return bad
}

func isNature(s string) bool { return strings.HasPrefix(s, "约束") || strings.HasPrefix(s, "预期") }

// isOrdinal reports 1, 1.1, （1）, ①, 一.
func isOrdinal(s string) bool {
	s = strings.Trim(s, nameMarks+"（）()、.．")
	return s != "" && len(s) <= 12 && strings.Trim(s, "0123456789.-"+chineseDigits+"①②③④⑤⑥⑦⑧⑨⑩") == ""
}

// speaksOfValue reports words that stand for a number in a value cell.
func speaksOfValue(s string) bool {
	return indexAny(s, "持平", "完成", "控制", "同步", "下达", "达到", "提高", "高于", "低于", "增长", "暂无", "未公布", "类") >= 0
}
