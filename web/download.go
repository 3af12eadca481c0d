package web

import (
	"bytes"
	"encoding/csv"
	"mime"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sendCSV sends rows as a spreadsheet program expects them: UTF-8 with its mark.
func (r *request) sendCSV(t table, rows [][]cell) error {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	for _, line := range t.lines(rows) {
		for i := range line {
			line[i] = inert(line[i])
		}
		if err := w.Write(line); err != nil {
			return err
		}
	}
	w.Flush()
	r.send(t.name+".csv", "text/csv; charset=utf-8", b.Bytes())
	return w.Error()
}

// lines are the heads and the rows as texts; columns without a head only act.
func (t table) lines(rows [][]cell) [][]string {
	out := make([][]string, 1+len(rows))
	for i, c := range t.columns {
		if c.Head == "" {
			continue
		}
		out[0] = append(out[0], c.Head)
		for y, row := range rows {
			out[y+1] = append(out[y+1], row[i].Text)
		}
	}
	return out
}

// inert keeps a spreadsheet program from taking a text for a formula. Numbers with
// a sign stay what they are.
func inert(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(s)[0]) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

// sendXLSX sends rows as a workbook: numbers as numbers, all else as text.
func (r *request) sendXLSX(t table, rows [][]cell) error {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	for y, line := range t.lines(rows) {
		for x, text := range line {
			at, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				return err
			}
			if n, isNumber := strconv.ParseFloat(text, 64); y > 0 && t.columns[x].Number && isNumber == nil {
				err = f.SetCellFloat(sheet, at, n, -1, 64)
			} else {
				err = f.SetCellStr(sheet, at, text)
			}
			if err != nil {
				return err
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	r.send(t.name+".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b.Bytes())
	return nil
}

// send sends a file to be saved.
func (r *request) send(name, mediaType string, data []byte) {
	r.w.Header().Set("Content-Type", mediaType)
	r.w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	_, _ = r.w.Write(data)
}
