package book

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"gangmu/office/internal/form"
	"gangmu/office/reporting"
)

// The heads of a sheet's columns.
const (
	nameHead    = "指标"
	unitHead    = "计量单位"
	goalHead    = "目标"
	lastHead    = "上年同期"
	beforeHead  = "上期"
	valueHead   = "本期"
	qualityHead = "数据性质"
	remarkHead  = "说明"
)

// qualities are the words for how sure a value is.
var qualities = map[reporting.Quality]string{
	reporting.Final: "最终数", reporting.Preliminary: "初步数", reporting.Early: "快报数", reporting.Estimate: "预计数",
}

func sheetID(s *reporting.Sheet) string {
	return "sheet/" + s.Plan.ID + "/" + s.Unit.Code + "/" + s.Period.String()
}

// WriteSheet writes a sheet to be filled in.
func WriteSheet(w io.Writer, s *reporting.Sheet) error {
	words := make([]string, len(reporting.Qualities))
	for i, q := range reporting.Qualities {
		words[i] = qualities[q]
	}
	t := table{
		id:    sheetID(s),
		title: fmt.Sprintf("%s %d年%s报表", s.Unit.Name, s.Period.Year, s.Period.Zh()),
		hint:  "填“本期”“数据性质”“说明”三列，存盘后在报表页上传。不用公式；不填的保持原样。",
		columns: []column{
			{head: nameHead, width: 32}, {head: unitHead, width: 10}, {head: goalHead, width: 14}, {head: lastHead, width: 12}, {head: beforeHead, width: 12},
			{head: valueHead, width: 14, edit: true}, {head: qualityHead, width: 10, edit: true, choice: words}, {head: remarkHead, width: 40, edit: true},
		},
	}
	for _, l := range s.Lines {
		last, before := "", ""
		if l.Last != nil {
			last = l.Last.Value
		}
		if n := len(l.Before); n > 0 {
			before = l.Before[n-1].Value
		}
		label := l.Name
		if l.Key.Unit != s.Plan.Unit && l.Key.Unit != s.Unit.Code {
			label += "（" + l.Key.Unit + "）"
		}
		c := l.Cell
		t.rows = append(t.rows, []string{
			label, l.Measure, l.Goal.Text, last, before, c.Value, qualities[c.Quality], c.Remark,
			keyText(l.Key), joined(c.Value, qualities[c.Quality], c.Remark), strconv.FormatInt(c.Seq, 10),
		})
	}
	return t.write(w)
}

// ReadSheet is what somebody changed in the workbook of a sheet, each cell based
// on the version that it was written with. Evidence stays as it is now.
func ReadSheet(data []byte, s *reporting.Sheet) (out []reporting.Entry, err error) {
	rows, err := read(data, sheetID(s), valueHead, qualityHead, remarkHead)
	if err != nil {
		return nil, err
	}
	files := map[reporting.Key][]string{}
	for _, l := range s.Lines {
		files[l.Key] = l.Cell.Evidence
	}
	for _, r := range rows {
		value, word, remark := r.texts[valueHead], r.texts[qualityHead], r.texts[remarkHead]
		if r.id == "" || !r.changed(value, word, remark) {
			continue
		}
		k, okKey := parseKey(r.id)
		q, okQuality := qualityOf(word)
		base, err := strconv.ParseInt(r.texts[baseHead], 10, 64)
		switch {
		case !okKey || err != nil || base < 0:
			return nil, form.Invalid("bad-workbook", fmt.Sprintf("第%d行的隐藏列被改动了，没有保存。请重新下载模板。", r.at), fmt.Sprintf("The hidden columns of row %d were changed; nothing was saved. Take the template anew.", r.at))
		case !okQuality:
			return nil, form.Invalid("bad-quality", fmt.Sprintf("第%d行的数据性质“%s”不认识，没有保存。请从下拉列表选择。", r.at, word), fmt.Sprintf("Row %d: %s is no quality of a value; nothing was saved. Choose from the list.", r.at, word))
		}
		out = append(out, reporting.Entry{Key: k, Value: value, Quality: q, Remark: remark, Evidence: files[k], Base: base})
	}
	return out, nil
}

func qualityOf(word string) (reporting.Quality, bool) {
	if word == "" {
		return reporting.Final, true
	}
	for q, w := range qualities {
		if w == word {
			return q, true
		}
	}
	return "", false
}

// keyText names a series in a workbook: 12/999901.
func keyText(k reporting.Key) string { return strconv.Itoa(k.No) + "/" + k.Unit }

func parseKey(s string) (reporting.Key, bool) {
	no, unit, found := strings.Cut(s, "/")
	n, err := strconv.Atoi(no)
	return reporting.Key{No: n, Unit: unit}, found && err == nil && unit != ""
}
