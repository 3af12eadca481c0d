package render

import (
	"bytes"
	"io"

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
