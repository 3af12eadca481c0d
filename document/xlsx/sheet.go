package xlsx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/xmlwalk"
)

// Bounds of a sheet, as the programs have them.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// sheet is what a sheet shows: the rows that hold a value.
type sheet struct {
	rows []row
}

// row is a row with its cells that hold a value. Rows and columns count from 1.
type row struct {
	number int
	gap    bool // an empty row stands before it
	cells  []cell
}

// cell is a cell with a value. A merged one reaches to toRow and toColumn.
type cell struct {
	column          int
	text            string
	numeric         bool
	covered         bool // by a merged cell
	toRow, toColumn int
}

// sheetReader reads one sheet.
type sheetReader struct {
	*reader
	x       *xmlwalk.Reader
	sheet   sheet
	hidden  []bool // by column
	skipped []bool // hidden columns that hold a value
	buf     []byte

	row         row
	rowHidden   bool
	rowSkipped  bool // it is hidden and holds a value
	column      int  // of the last cell
	lastNumber  int  // of the last row
	lastFilled  int  // of the last row that holds a value, be it hidden
	coveredWork int
}

// readSheet reads the part of a sheet.
func (r *reader) readSheet(part string) (*sheet, error) {
	x, err := r.part(part)
	if errors.Is(err, archive.ErrMissing) {
		return nil, document.Damaged(fmt.Errorf("%s: %w", part, err))
	}
	if err != nil {
		return nil, err
	}
	s := &sheetReader{reader: r, x: x}
	err = x.Document(func(e xmlwalk.Element) error {
		if e.Space != spreadsheet || e.Local != "worksheet" {
			return document.Damaged(fmt.Errorf("%s: root element %s", part, e.Local))
		}
		return x.Children(s.child)
	})
	for _, skipped := range s.skipped {
		if skipped {
			r.left.columns++
		}
	}
	return &s.sheet, err
}

func (s *sheetReader) child(e xmlwalk.Element) error {
	switch e.Local {
	case "cols":
		return s.x.Children(s.columns)
	case "sheetData":
		return s.x.Children(s.readRow)
	case "mergeCells":
		return s.x.Children(s.merge)
	case "drawing", "legacyDrawingHF":
		s.left.drawings++
	}
	return nil
}

// columns notes which columns are hidden. They are listed from left to right.
func (s *sheetReader) columns(e xmlwalk.Element) error {
	if !on(e, "hidden") {
		return nil
	}
	from, to := number(e, "min"), min(number(e, "max"), lastColumn)
	if from <= 0 || from < len(s.hidden) {
		return nil
	}
	for c := len(s.hidden); c <= to; c++ {
		s.hidden = append(s.hidden, c >= from)
	}
	return nil
}

func (s *sheetReader) readRow(e xmlwalk.Element) error {
	if e.Local != "row" {
		return nil
	}
	n := s.lastNumber + 1
	if at := e.Attr("r"); at != "" {
		var err error
		if n, err = strconv.Atoi(at); err != nil || n <= s.lastNumber || n > lastRow {
			return document.Damaged(fmt.Errorf("row %.20q after row %d", at, s.lastNumber))
		}
	}
	s.lastNumber, s.column = n, 0
	s.row = row{number: n, cells: make([]cell, 0, len(s.row.cells))}
	s.rowHidden, s.rowSkipped = on(e, "hidden"), false
	if err := s.x.Children(s.readCell); err != nil {
		return err
	}
	if s.rowSkipped {
		s.left.rows++
		s.lastFilled = n
	}
	if len(s.row.cells) > 0 {
		s.row.gap = n > s.lastFilled+1
		s.lastFilled = n
		s.sheet.rows = append(s.sheet.rows, s.row)
	}
	return nil
}

func (s *sheetReader) readCell(e xmlwalk.Element) error {
	if e.Local != "c" {
		return nil
	}
	column := s.column + 1
	if at := e.Attr("r"); at != "" {
		c, _, ok := parseRef(at)
		if !ok || c <= s.column {
			return document.Damaged(fmt.Errorf("cell %.20q after column %d of row %d", at, s.column, s.lastNumber))
		}
		column = c
	}
	if column > lastColumn {
		return document.Damaged(fmt.Errorf("column %d", column))
	}
	s.column = column
	v := value{kind: e.Attr("t"), style: e.Attr("s")}
	if err := s.x.Children(func(e xmlwalk.Element) error { return v.read(s, e) }); err != nil {
		return err
	}
	text := v.shown(s.reader)
	uncached := v.formula && !v.stored
	if text == "" && !uncached || !utf8.ValidString(text) {
		return nil
	}
	if s.rowHidden {
		s.rowSkipped = true
		return nil
	}
	if column < len(s.hidden) && s.hidden[column] {
		s.skip(column)
		return nil
	}
	if uncached {
		s.left.formulas++
		return nil
	}
	if err := s.budget.Cell(1); err != nil {
		return err
	}
	s.row.cells = append(s.row.cells, cell{column: column, text: text, numeric: v.isNumber(), toRow: s.lastNumber, toColumn: column})
	return nil
}

func (s *sheetReader) skip(column int) {
	for len(s.skipped) <= column {
		s.skipped = append(s.skipped, false)
	}
	s.skipped[column] = true
}

// value is what a cell holds.
type value struct {
	kind, style string
	text        string
	formula     bool
	stored      bool // there is a value, if only an empty one
}

func (v *value) read(s *sheetReader, e xmlwalk.Element) (err error) {
	switch e.Local {
	case "f":
		v.formula = true
		return nil
	case "v":
		s.buf, err = characters(s.x, s.buf[:0])
	case "is":
		s.buf, err = richText(s.x, s.buf[:0])
	default:
		return nil
	}
	v.stored = true
	if v.kind == "str" || v.kind == "inlineStr" {
		v.text = plainText(s.buf)
	} else {
		v.text = string(s.buf)
	}
	return err
}

// shown is the text that a reader of the sheet sees.
func (v *value) shown(r *reader) string {
	switch v.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(v.text))
		if err != nil || i < 0 || i >= len(r.strings) {
			return ""
		}
		return strings.TrimSpace(r.strings[i])
	case "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[v.text]
	case "d":
		date, _, _ := strings.Cut(v.text, "T00:00:00")
		return date
	case "", "n":
		if v.text == "" {
			return ""
		}
		return strings.TrimSpace(r.styles.of(v.style).Number(v.text))
	}
	return strings.TrimSpace(v.text)
}

func (v *value) isNumber() bool { return v.kind == "" || v.kind == "n" || v.kind == "d" }

// parseRef reads a cell's name, such as AB12.
func parseRef(s string) (column, row int, ok bool) {
	i := 0
	for ; i < len(s) && i < 4; i++ {
		c := s[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A'+1)
	}
	row, err := strconv.Atoi(s[i:])
	return column, row, i > 0 && err == nil && column <= lastColumn && row > 0 && row <= lastRow && s[i] != '+'
}
