package render

import (
	"io"

	"gangmu/document"
	"gangmu/span"
	"gangmu/vet"
)

// Vetted is a report with what the rules say of it.
type Vetted struct {
	File     string
	Document *document.Document
	Result   *vet.Result
}

type vettedJSON struct {
	File     string        `json:"file"`
	Findings []findingJSON `json:"findings"`
	Failed   []failedJSON  `json:"failed,omitempty"`
	Coverage coverageJSON  `json:"coverage"`
}

type coverageJSON struct {
	Numbers   int `json:"numbers"`
	Agreed    int `json:"agreed"`
	Differed  int `json:"differed"`
	Unchecked int `json:"unchecked"`
	Alone     int `json:"alone"`
	Ignored   int `json:"ignored"`
}

type findingJSON struct {
	Rule     string      `json:"rule"`
	Severity string      `json:"severity"`
	Message  string      `json:"message"`
	Spans    []markJSON  `json:"spans"`
	Values   []valueJSON `json:"values,omitempty"`
	Basis    string      `json:"basis,omitempty"`
	Fix      string      `json:"fix,omitempty"`
}

type valueJSON struct {
	Text     string `json:"text"`
	Interval string `json:"interval,omitempty"`
}

type markJSON struct {
	File string `json:"file,omitempty"`
	span.Span
	Text string `json:"text"`
	Role string `json:"role"`
}

type failedJSON struct {
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

// FindingsJSON prints one entry of the list of documents of `vet`.
func FindingsJSON(w io.Writer, v Vetted, l Lang) error {
	out := vettedJSON{File: v.File, Findings: []findingJSON{}, Coverage: coverageJSON(v.Result.Coverage)}
	for _, f := range v.Result.Findings {
		j := findingJSON{
			Rule: f.Rule, Severity: string(f.Severity), Message: l.pick(f.Message.Zh, f.Message.En),
			Spans: []markJSON{}, Basis: l.pick(f.Basis.Zh, f.Basis.En), Fix: f.Fix,
		}
		for _, m := range f.Marks {
			j.Spans = append(j.Spans, markJSON{m.File, m.Span, m.Text, string(m.Role)})
		}
		for _, v := range f.Values {
			j.Values = append(j.Values, valueJSON{v.Text, v.Interval})
		}
		out.Findings = append(out.Findings, j)
	}
	for _, f := range v.Result.Failed {
		out.Failed = append(out.Failed, failedJSON{f.Rule, f.Err.Error()})
	}
	return writeJSON(w, out)
}
