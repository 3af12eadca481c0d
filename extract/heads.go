package extract

import (
	"slices"
	"strings"

	"gangmu/document"
)

// headRows are the rows of column heads of a table, as a text per row and
// column; a head that reaches over columns stands in each of them.
type headRows [][]string

// newHeadRows reads the heads out of rows. A cell that reaches down counts
// once.
func newHeadRows(rows [][]*document.Cell, width int) headRows {
	h := make(headRows, len(rows))
	for i, row := range rows {
		h[i] = make([]string, width)
		for c, cell := range row {
			if cell == nil || i > 0 && rows[i-1][c] == cell {
				continue
			}
			h[i][c] = squeeze(cell.Text.S)
		}
	}
	for i := 0; i+1 < len(h); i++ {
		if !h.distribute(i, rows) {
			h.spread(i)
		}
	}
	return h
}

// spread gives a head that stands over several columns, of which only the first
// has it, to the others: 2030年 | (blank) over 目标 | 完成.
func (h headRows) spread(i int) {
	parent := ""
	for c := range h[i] {
		switch {
		case h[i][c] != "" && h[i+1][c] != "":
			parent = h[i][c]
		case h[i][c] != "" || h[i+1][c] == "":
			parent = ""
		default:
			h[i][c] = parent
		}
	}
}

// distribute puts the cells of two rows of heads to their columns where the
// empty ones between them were dropped: 序号 | 指标 | 2030年 | 2031年 over
// 目标 | 完成 | 目标. It reports whether the rows are such.
func (h headRows) distribute(i int, rows [][]*document.Cell) bool {
	top, sub := shortRow(rows[i], h[i]), shortRow(rows[i+1], h[i+1])
	width := len(h[i])
	if top == nil || sub == nil || len(sub) > width {
		return false
	}
	parents := len(top) - (width - len(sub))
	if parents < 1 || parents > len(top) {
		return false
	}
	isParent := func(s string) bool {
		r := indicatorRole(s)
		return r == other || r == goal || r == actual
	}
	n := 0
	for _, s := range top {
		if isParent(s) {
			n++
		}
	}
	shares := shareOut(sub, parents)
	if n != parents || shares == nil {
		return false
	}
	c, p, at := 0, 0, 0
	for _, s := range top {
		if !isParent(s) {
			h[i][c], h[i+1][c] = s, ""
			c++
			continue
		}
		for range shares[p] {
			h[i][c], h[i+1][c] = s, sub[at]
			c++
			at++
		}
		p++
	}
	return true
}

// shortRow is the texts of a row that has fewer cells than the table columns,
// none of them empty; nil for any other.
func shortRow(row []*document.Cell, texts []string) []string {
	n := len(row)
	for n > 0 && row[n-1] == nil {
		n--
	}
	if n == 0 || n == len(row) {
		return nil
	}
	for _, s := range texts[:n] {
		if s == "" {
			return nil
		}
	}
	return slices.Clone(texts[:n])
}

// shareOut says how many of the sub-heads stand under each parent: a new parent
// begins where a sub-head comes again. nil when this does not come out even.
func shareOut(sub []string, parents int) []int {
	shares := []int{0}
	seen := map[string]bool{}
	for _, s := range sub {
		if seen[s] {
			shares = append(shares, 0)
			seen = map[string]bool{}
		}
		seen[s] = true
		shares[len(shares)-1]++
	}
	if len(shares) == parents {
		return shares
	}
	if len(sub)%parents != 0 {
		return nil
	}
	shares = make([]int, parents)
	for i := range shares {
		shares[i] = len(sub) / parents
	}
	return shares
}

// parts are the heads over column c from top to bottom, each once.
func (h headRows) parts(c int) []string {
	var parts []string
	for _, row := range h {
		if s := row[c]; s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	return parts
}

// headWords stand in heads of columns that are not read, or say nothing by
// themselves.
var headWords = []string{"总量", "绝对值", "绝对数", "数量", "数值", "排名", "位次", "名次", "同期", "基数", "基期", "时限", "占比", "比重"}

// longestHead is the longest head of a column, in characters.
const longestHead = 40

// isHeadRow reports a row that can only be heads: words of column heads,
// years, places, or empty.
func isHeadRow(row []*document.Cell, roleOf func(string) role) bool {
	heads := 0
	for i, cell := range row {
		if cell == nil || i > 0 && row[i-1] == cell {
			continue
		}
		s := squeeze(cell.Text.S)
		if s == "" {
			continue
		}
		label, _ := headUnit(s)
		if runeLen(s) > longestHead || roleOf(label) == other && !isYearHead(s) && !isPlace(s) && indexAny(label, headWords...) < 0 {
			return false
		}
		heads++
	}
	return heads > 1
}

// headUnit takes the unit off a head: 2030年目标（亿元）, 总投资(万元), 增长%.
func headUnit(s string) (label, unit string) {
	if label, unit = cutUnit(s); unit != "" {
		return label, unit
	}
	for _, w := range []string{"（单位：", "(单位：", "（单位:", "(单位:"} {
		if i := strings.Index(s, w); i > 0 {
			return s[:i], strings.TrimRight(s[i+len(w):], ")）")
		}
	}
	for _, u := range []string{"±%", "%", "‰"} {
		if t, ok := strings.CutSuffix(s, u); ok && t != "" {
			return t, strings.TrimPrefix(u, "±")
		}
	}
	return s, ""
}
