package extract

import (
	"strings"

	"gangmu/document"
)

// aligned puts the cells of a row that has fewer of them than the table columns
// to the columns they fit, for tables that lost their empty cells. A cell that
// fits several columns equally well stays out, and is counted as unclear.
func (t *tableReader) aligned(row []*document.Cell) []*document.Cell {
	n := len(row)
	for n > 0 && row[n-1] == nil {
		n--
	}
	if n == len(row) || n == 0 {
		return row
	}
	early, late := t.align(row[:n])
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

// align finds the columns of the best order-keeping placement of the cells: the
// earliest and the latest that each can have in one.
func (t *tableReader) align(cells []*document.Cell) (early, late []int) {
	n, m := len(cells), len(t.columns)
	// best[i][j] is the best worth of placing the cells from i on into the columns from j on.
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	const impossible = -1 << 20
	for i := n - 1; i >= 0; i-- {
		best[i][m] = impossible
		for j := m - 1; j >= 0; j-- {
			here := t.columns[j].fit(cells[i]) + best[i+1][j+1]
			best[i][j] = max(here, best[i][j+1])
		}
	}
	early, late = make([]int, n), make([]int, n)
	for i, j := 0, 0; i < n; i, j = i+1, j+1 {
		for t.columns[j].fit(cells[i])+best[i+1][j+1] < best[i][j] {
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

// fit says how well a cell suits a column, from bad (negative) to good.
func (c column) fit(cell *document.Cell) int {
	if cell == nil {
		return 0
	}
	s := squeeze(cell.Text.S)
	switch {
	case s == "":
		return 1
	case c.role == number:
		return yes(isOrdinal(s), 4, -8)
	case c.role == name || c.role == group || c.role == region:
		return yes(isWords(s) && !isNature(s), 3, -4)
	case c.role == unit:
		return yes(knownUnit(s), 4, -4)
	case c.role == nature:
		return yes(isNature(s), 4, -4)
	case c.role == goal || c.role == actual || c.role == rate || c.role == growth || c.role == money:
		return yes(showsValue(s) || speaksOfValue(s), 3, 0) - yes(knownUnit(s) || isNature(s), 4, 0)
	case c.role == owner || c.role == remark || c.role == pace || c.role == verdict:
		return yes(isWords(s) && !isNature(s), 2, 0)
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
	return indexAny(s, "持平", "完成", "控制", "同步", "下达", "达到", "提高", "高于", "低于", "增长", "正增长", "暂无", "未公布", "Ⅲ", "Ⅱ") >= 0
}
