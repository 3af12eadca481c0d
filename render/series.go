package render

import (
	"bytes"
	"io"
	"path/filepath"
	"strconv"

	"gangmu/internal/layout"
	"gangmu/plan"
)

type seriesJSON struct {
	Region    string     `json:"region"`
	Indicator string     `json:"indicator"` // the catalogue's id, or empty
	Measure   string     `json:"measure"`
	Name      string     `json:"name"`
	Unit      string     `json:"unit"`
	Years     []yearJSON `json:"years"`
}

type yearJSON struct {
	Year     int               `json:"year"`
	Promised []observationJSON `json:"promised"`
	Achieved []observationJSON `json:"achieved"`
}

type observationJSON struct {
	Text   string `json:"text"`
	Op     string `json:"op"`
	Value  string `json:"value"`
	Unit   string `json:"unit"`
	Period string `json:"period,omitempty"`
	File   string `json:"file"`
	Line   int    `json:"line"`
	Block  string `json:"block,omitempty"`
}

// SeriesField prints `,"series":[…]`, one indicator a line, as a further field of
// an object that is being printed: what several reports promise and achieve for
// one indicator over the years.
func SeriesField(w io.Writer, all []plan.Series) error {
	var b bytes.Buffer
	b.WriteString(",\n\"series\":[\n")
	for i, s := range all {
		out := seriesJSON{Region: s.Region, Indicator: s.Indicator, Measure: s.Measure, Name: s.Name, Unit: s.Unit}
		for _, y := range s.Years {
			out.Years = append(out.Years, yearJSON{y.Year, observations(y.Promised), observations(y.Achieved)})
		}
		line, err := encode(out)
		if err != nil {
			return err
		}
		b.Write(line)
		if i+1 < len(all) {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteByte(']')
	_, err := w.Write(b.Bytes())
	return err
}

func observations(all []plan.Observation) []observationJSON {
	out := []observationJSON{}
	for _, o := range all {
		out = append(out, observationJSON{
			Text: o.Text, Op: o.Op, Value: o.Value, Unit: o.Unit, Period: o.Period,
			File: o.File, Line: o.Span.Line, Block: o.Span.Block,
		})
	}
	return out
}

// SeriesText prints, for people, the indicators for which several years are
// known: a line a year with what was promised, what was achieved, and where each
// stands. Nothing is printed when there are none.
func SeriesText(w io.Writer, all []plan.Series, l Lang) error {
	t := &text{lang: l}
	region := ""
	for _, s := range all {
		if len(s.Years) < 2 {
			continue
		}
		if s.Region != region || t.b.Len() == 0 {
			region = s.Region
			t.title(l.pick("%s各年目标与完成对照", "%s: promised and achieved over the years"), region)
		}
		t.series(s)
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

func (t *text) series(s plan.Series) {
	t.line("")
	t.wrapped("", s.Name)
	table := &layout.Table{Width: textWidth, Indent: 2, Columns: []layout.Column{
		{Title: t.lang.pick("年份", "Year")},
		{Title: t.lang.pick("目标", "Promised"), Right: true, Max: 22},
		{Title: t.lang.pick("出处", "Where"), Max: 32},
		{Title: t.lang.pick("完成", "Achieved"), Right: true, Max: 22},
		{Title: t.lang.pick("出处", "Where"), Max: 32},
	}}
	for _, y := range s.Years {
		promised, where := t.observed(y.Promised)
		achieved, there := t.observed(y.Achieved)
		table.Row(strconv.Itoa(y.Year), promised, where, achieved, there)
	}
	t.table(table)
}

// observed is the first of several statements; what further reports say of the
// same year is in the JSON.
func (t *text) observed(all []plan.Observation) (value, where string) {
	if len(all) == 0 {
		return "", ""
	}
	o := all[0]
	return o.Text, filepath.Base(o.File) + " " + place(o.Span, t.lang)
}
