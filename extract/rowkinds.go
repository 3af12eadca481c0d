package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan/catalogue"
)

// isBareIndicator reports a lone cell that is an indicator all the same: in the
// column of names, with 其中 or a unit, or known by the catalogue.
func (t *tableReader) isBareIndicator(row []*document.Cell, only *document.Cell) bool {
	at := -1
	for i, c := range row {
		if c == only {
			at = i
			break
		}
	}
	if at < 0 || t.columns[at].role != name || at == 0 && !t.has(number) || only.ColSpan > 1 && at == 0 {
		return false
	}
	n := rowName(only.Text.S)
	if n.ofWhich || n.unit != "" {
		return true
	}
	_, ok := catalogue.Lookup(n.name)
	return ok && t.numbers
}

// isSection reports a row that names a group of rows and gives no values: one
// numbered 一 in a table whose other rows count 1, 2, 3.
func (t *tableReader) isSection(row []*document.Cell) bool {
	no := squeeze(text(row, t.column(number)))
	if no == "" || !isChineseNumber(no) {
		return false
	}
	for i, c := range t.columns {
		switch c.role {
		case goal, actual, unit, rate:
			if text(row, i) != "" && cellAt(row, i) != cellAt(row, t.column(name)) {
				return false
			}
		}
	}
	return true
}

// isChineseNumber reports 一, 二、 （三）.
func isChineseNumber(s string) bool {
	return s != "" && strings.Trim(s, chineseDigits+"（）()、") == ""
}

// sectionName joins the number and name of a group: 一、经济发展.
func sectionName(row []*document.Cell, columns []column) string {
	no, label := "", ""
	for i, c := range columns {
		switch {
		case c.role == number:
			no = squeeze(text(row, i))
		case label == "":
			label = text(row, i)
		}
	}
	if label == "" || label == no {
		return no
	}
	if !endsAny(no, "、", "）", ")") {
		no += "、"
	}
	return no + label
}

func (t *tableReader) isRepeatedHead(row []*document.Cell) bool {
	same, filled := 0, 0
	for i, c := range row {
		if c == nil || i >= len(t.columns) || i > 0 && row[i-1] == c {
			continue
		}
		h := squeeze(c.Text.S)
		if h == "" {
			continue
		}
		filled++
		label, _ := headUnit(h)
		for _, p := range t.columns[i].parts {
			if p == h || p == label || t.columns[i].head == label {
				same++
				break
			}
		}
	}
	return same > 1 && 2*same > filled
}

// isColumnNumbers reports the row below the heads that numbers the columns:
// 甲 | 乙 | 1 | 2 | 3.
func isColumnNumbers(cells []*document.Cell) bool {
	if len(cells) < 3 {
		return false
	}
	want := 1
	for _, c := range cells {
		s := strings.Trim(squeeze(c.Text.S), "（）()")
		switch {
		case s == "甲" || s == "乙" || s == "丙" || s == "A" || s == "B":
		case s == numeral(want):
			want++
		default:
			return false
		}
	}
	return want > 2
}

func numeral(n int) string {
	if n >= 10 {
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}
