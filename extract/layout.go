package extract

import (
	"strings"

	"gangmu/document"
)

// column is a table column read by its head.
type column struct {
	role  role
	head  string   // squeezed, without unit
	parts []string // the heads over it from top to bottom
	unit  string

	year    int    // of goal, actual and growth; 0 when the head names none
	when    int    // 上年 -1, 本年 0, 下年 1, where said
	said    bool   // that when is said
	part    string // of the year: H1, 01..09
	whole   bool   // the head says that it is the whole year's
	growing bool   // a growth beside the level
	beside  int    // of growth, rate and pace: the column that it belongs to, or -1

	region, name string // that the head says of the values below
}

// kind is a sort of table: how it understands heads, which columns make it
// one, and who reads its rows. read returns how many items it found.
type kind struct {
	roleOf func(head string) role
	fits   func(s *sheet) bool
	read   func(s *sheet, r *Result) int
}

// sheet is a table with what its surroundings say of it.
type sheet struct {
	grid
	rows     [][]*document.Cell
	captions []string // nearest first, squeezed; also rows above the heads
	titles   []string // of the table that this one goes on with, or its own captions
	notes    []string // below, squeezed
	kind     *kind
	columns  []column
	first    int       // the first row below the heads
	follows  bool      // it goes on with the table before it
	part     string    // of the year that the table or report is about; empty for all of it
	state    *rowState // of indicator rows, to go on in the next table
}

// maxHeadRows is how many rows the heads may take, maxTitleRows how many rows may
// stand above them (a title, a unit), maxColumns how wide a table of a plan can
// be; nobody prints a wider one.
const (
	maxHeadRows  = 3
	maxTitleRows = 4
	maxColumns   = 80
)

// newSheet takes the captions off the top of a table.
func newSheet(g grid) *sheet {
	s := &sheet{grid: g, rows: g.table.Grid()}
	for i := len(g.before) - 1; i >= 0; i-- {
		s.caption(g.before[i])
	}
	s.remarks(g.after)
	for s.first < min(maxTitleRows, len(s.rows)) {
		cells := distinct(s.rows[s.first])
		if len(cells) > 1 || len(cells) == 1 && runeLen(cells[0].Text.S) > longestCaption {
			break
		}
		if len(cells) == 1 {
			s.captions = append([]string{squeeze(cells[0].Text.S)}, s.captions...)
		}
		s.first++
	}
	s.titles = s.captions
	return s
}

// longestCaption is the longest line before a table that may say what it holds,
// in characters.
const longestCaption = 60

func (s *sheet) caption(text string) {
	if runeLen(text) <= longestCaption {
		s.captions = append(s.captions, squeeze(text))
	}
}

func (s *sheet) remarks(lines []string) {
	for _, t := range lines {
		s.notes = append(s.notes, squeeze(t))
	}
}

func (s *sheet) width() int {
	if len(s.rows) == 0 {
		return 0
	}
	return len(s.rows[0])
}

// findHeads looks for the column heads of a table of kind k. As many rows as
// can be are taken for heads.
func (s *sheet) findHeads(k *kind) bool {
	top := s.first
	for depth := 1; depth <= maxHeadRows && top+depth <= len(s.rows); depth++ {
		if depth > 1 && !s.maybeHeads(top+depth-1) {
			break
		}
		if !s.take(k, top, depth) {
			continue
		}
		for depth < maxHeadRows && top+depth < len(s.rows) && (s.reachedFromAbove(top+depth) || isHeadRow(s.rows[top+depth], k.roleOf)) {
			depth++
			if !s.take(k, top, depth) {
				s.take(k, top, depth-1)
				break
			}
		}
		s.kind = k
		return true
	}
	s.columns, s.first = nil, top
	return false
}

// reachedFromAbove reports a row into which a cell of the row above reaches.
func (s *sheet) reachedFromAbove(i int) bool {
	for c, cell := range s.rows[i] {
		if cell != nil && i > 0 && s.rows[i-1][c] == cell {
			return true
		}
	}
	return false
}

// maybeHeads reports a row without figures.
func (s *sheet) maybeHeads(i int) bool {
	for _, c := range distinct(s.rows[i]) {
		if runeLen(c.Text.S) > longestHead || isFigure(squeeze(c.Text.S)) && !isYearHead(squeeze(c.Text.S)) {
			return false
		}
	}
	return true
}

func isFigure(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.%,+-≥≤><") == ""
}

func (s *sheet) take(k *kind, top, depth int) bool {
	s.columns = columnsOf(newHeadRows(s.rows[top:top+depth], s.width()), k.roleOf)
	s.first = top + depth
	return k.fits(s)
}

func columnsOf(h headRows, roleOf func(string) role) []column {
	columns := make([]column, len(h[0]))
	last := -1
	for i := range columns {
		c := newColumn(h.parts(i), roleOf)
		switch {
		case c.role == growth && last < 0 && strings.Contains(c.head, "累计"):
			c.role = other
		case c.role == growth && last < 0:
			c.role = actual
		case c.role == growth:
			c.beside, c.growing = last, true
			c.role = columns[last].role
			c.follow(columns[last])
		case c.role == rate || c.role == pace:
			if c.beside = last; last >= 0 {
				c.follow(columns[last])
			}
		case c.role == goal || c.role == actual:
			last = i
		}
		columns[i] = c
	}
	markGrowths(columns)
	return columns
}

func newColumn(parts []string, roleOf func(string) role) column {
	c := column{parts: parts, beside: -1}
	for _, p := range parts {
		label, unit := headUnit(p)
		c.unit = first(unit, c.unit)
		label, _ = cutAny(label, "其中：", "其中:")
		c.head += label
		if isPlace(label) {
			c.region = label
		}
	}
	var rest string
	c.year, rest = cutYear(c.head)
	c.role = roleOf(c.head)
	c.part, c.whole = yearPart(rest)
	c.whole = c.whole && c.part == ""
	if c.role == other && c.part != "" && bareName(rest) == "" {
		c.role = actual // 1-6月
	}
	for _, r := range relatives {
		if indexAny(c.head, r.words...) >= 0 && c.year == 0 {
			c.when, c.said = r.when, true
			break
		}
	}
	return c
}

// relatives are the words that count years from the report's.
var relatives = []struct {
	when  int
	words []string
}{
	{-1, []string{"上年", "去年", "上一年", "前一年"}},
	{1, []string{"下年", "明年", "次年", "下一年"}},
	{0, []string{"本年", "今年", "当年", "本期"}},
}

// follow takes year and place from the value column that c stands beside,
// where its own head names none.
func (c *column) follow(v column) {
	if c.year == 0 && !c.said {
		c.year, c.when, c.said = v.year, v.when, v.said
	}
	if c.part == "" && !c.whole {
		c.part, c.whole = v.part, v.whole
	}
	c.region = first(c.region, v.region)
}

// markGrowths tells 目标增长 from 目标 where both stand in one table.
func markGrowths(columns []column) {
	for i := range columns {
		c := &columns[i]
		if c.role != goal && c.role != actual || c.growing || !isGrowth(c.head) {
			continue
		}
		for j, v := range columns {
			if v.role == c.role && !isGrowth(v.head) && v.year == c.year && v.when == c.when && v.region == c.region {
				c.growing, c.beside = true, j
				break
			}
		}
	}
}

// captionUnit reads 单位：% from the lines around a table. A line that names
// several units gives none.
func (s *sheet) captionUnit() string {
	for _, t := range s.captions {
		for _, w := range []string{"单位：", "单位:"} {
			if i := strings.Index(t, w); i >= 0 {
				if u := strings.TrimRight(t[i+len(w):], "）)。"); knownUnit(u) {
					return u
				}
			}
		}
	}
	for _, t := range s.notes {
		for _, w := range []string{"单位均为", "单位为", "单位：", "单位:", "单位是"} {
			if i := strings.Index(t, w); i >= 0 {
				u := t[i+len(w):]
				if end := strings.IndexAny(u, "。；，,;）)"); end >= 0 {
					u = u[:end]
				}
				if knownUnit(u) {
					return u
				}
			}
		}
	}
	return ""
}

// said reports that a caption holds one of the words.
func (s *sheet) said(words ...string) bool {
	for _, t := range s.captions {
		if indexAny(t, words...) >= 0 {
			return true
		}
	}
	return false
}

// has reports that a column has the role.
func (s *sheet) has(r role) bool { return s.column(r) >= 0 }

// column is the first column with the role, or -1.
func (s *sheet) column(r role) int {
	for i := range s.columns {
		if s.columns[i].role == r {
			return i
		}
	}
	return -1
}

// distinct is the cells of a row that are not empty, merged ones once.
func distinct(row []*document.Cell) []*document.Cell {
	var out []*document.Cell
	for i, c := range row {
		if c != nil && strings.TrimSpace(c.Text.S) != "" && (i == 0 || row[i-1] != c) {
			out = append(out, c)
		}
	}
	return out
}
