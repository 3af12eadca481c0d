package render

import (
	"io"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/span"
	"gangmu/vet"
)

// Vetted is a report with what the rules say of it.
type Vetted struct {
	File     string
	Document *document.Document
	Plan     *plan.Plan // what was read in it; may be nil
	Result   *vet.Result
}

type vettedJSON struct {
	File     string        `json:"file"`
	Findings []findingJSON `json:"findings"`
	Known    int           `json:"known,omitempty"`
	Gone     int           `json:"gone,omitempty"`
	Failed   []failedJSON  `json:"failed,omitempty"`
	Coverage vet.Coverage  `json:"coverage"`
}

type findingJSON struct {
	Rule        string        `json:"rule"`
	Severity    string        `json:"severity"`
	Message     string        `json:"message"`
	Spans       []markJSON    `json:"spans"`
	Values      []vet.Value   `json:"values,omitempty"`
	Basis       string        `json:"basis,omitempty"`
	Fix         string        `json:"fix,omitempty"`
	Fingerprint string        `json:"fingerprint"`
	Accepted    *acceptedJSON `json:"accepted,omitempty"`
}

type acceptedJSON struct {
	Reason string `json:"reason"`
	By     string `json:"by,omitempty"`
	On     string `json:"on,omitempty"`
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

// FindingsJSON prints one entry of the list of documents of `vet`. What the
// baseline knows is only counted.
func FindingsJSON(w io.Writer, v Vetted, l Lang) error {
	r := v.Result
	out := vettedJSON{File: v.File, Findings: []findingJSON{}, Gone: r.Gone, Coverage: r.Coverage}
	for _, f := range r.Findings {
		if f.Known {
			out.Known++
			continue
		}
		out.Findings = append(out.Findings, newFindingJSON(f, l))
	}
	for _, f := range r.Failed {
		out.Failed = append(out.Failed, failedJSON{f.Rule, f.Err.Error()})
	}
	return writeJSON(w, out)
}

func newFindingJSON(f vet.Finding, l Lang) findingJSON {
	out := findingJSON{
		Rule: f.Rule, Severity: string(f.Severity), Message: l.pick(f.Message.Zh, f.Message.En),
		Spans: []markJSON{}, Values: f.Values, Basis: l.pick(f.Basis.Zh, f.Basis.En), Fix: f.Fix, Fingerprint: f.Fingerprint,
	}
	for _, m := range f.Marks {
		out.Spans = append(out.Spans, markJSON{m.File, m.Span, m.Text, string(m.Role)})
	}
	if a := f.Accepted; a != nil {
		out.Accepted = &acceptedJSON{a.Reason, a.By, a.On}
	}
	return out
}
