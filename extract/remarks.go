package extract

import (
	"strings"
	"unicode/utf8"
)

// binds reports that one of the marks printed on a name means 约束性.
func (t *tableReader) binds(printed string) bool {
	for _, mark := range printed {
		if strings.ContainsRune(nameMarks, mark) && t.legend(mark) {
			return true
		}
	}
	return false
}

// legend is what the lines around the table say of a mark: whether it means
// 约束性. A mark of which they say nothing does.
func (t *tableReader) legend(mark rune) bool {
	for _, s := range t.legends {
		if i := strings.IndexRune(s, foldMark(mark)); i >= 0 && explains(s[i:]) {
			return strings.Contains(clauseAt(s, i), "约束")
		}
	}
	return true
}

// foldMark is the mark as squeezed text has it.
func foldMark(mark rune) rune {
	if mark == '＊' {
		return '*'
	}
	return mark
}

// explains reports that what follows a mark says what it means.
func explains(s string) bool {
	return indexAny(s[:min(len(s), 3*20)], "为", "表示", "指标", "是") >= 0
}

// clauseAt is the part of s from the mark at i up to the next stop or mark.
func clauseAt(s string, i int) string {
	_, size := utf8.DecodeRuneInString(s[i:])
	s = s[i+size:]
	if j := strings.IndexAny(s, "。；;"+nameMarks); j >= 0 {
		s = s[:j]
	}
	return s
}

// footnotes takes the lone cells in the last rows that explain the table.
func (s *sheet) footnotes() (notes []string) {
	const look = 6
	for i := max(s.first, len(s.rows)-look); i < len(s.rows); i++ {
		if cells := distinct(s.rows[i]); len(cells) == 1 && isNote(squeeze(cells[0].Text.S)) {
			notes = append(notes, squeeze(cells[0].Text.S))
		}
	}
	return notes
}

// Remarks are short: longer ones, and more sentences than these, belong to no row.
const (
	longestNote  = 2000 // bytes
	mostRemarked = 40   // sentences
)

// applyNotes puts the sentences of the notes to the rows that they name.
func (t *tableReader) applyNotes() {
	n := 0
	for _, s := range t.notes {
		if len(s) > longestNote {
			continue
		}
		for _, p := range split(s, whole(s), "。；;") {
			if n++; n > mostRemarked {
				return
			}
			sentence := strings.TrimLeft(p.trim(s, "").of(s), "0123456789.、")
			if rest, ok := cutAny(sentence, "注：", "注:", "备注：", "说明："); ok {
				sentence = strings.TrimLeft(rest, "0123456789.、")
			}
			t.applyNote(sentence)
		}
	}
}

func (t *tableReader) applyNote(sentence string) {
	for i := range t.items {
		it := &t.items[i]
		if it.Note == "" && runeLen(it.Name) > 2 && strings.Contains(sentence, squeeze(it.Name)) {
			it.Note = sentence
		}
	}
}
