package render

import (
	"strings"

	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// targetJSON carries the fields of its kind and no others.
type targetJSON struct {
	Text      string `json:"text"`
	Kind      string `json:"kind"`
	Op        string `json:"op,omitempty"`
	Value     string `json:"value,omitempty"`
	Low       string `json:"low,omitempty"`
	High      string `json:"high,omitempty"`
	Stretch   string `json:"stretch,omitempty"`
	Delta     string `json:"delta,omitempty"`
	Factor    string `json:"factor,omitempty"`
	Unit      string `json:"unit,omitempty"`
	Reference string `json:"reference,omitempty"`
	Grade     string `json:"grade,omitempty"`
	Sense     string `json:"sense,omitempty"`
}

type actualJSON struct {
	Text    string `json:"text"`
	Op      string `json:"op"`
	Value   string `json:"value"`
	Low     string `json:"low,omitempty"`
	High    string `json:"high,omitempty"`
	Quality string `json:"quality"`
	Period  string `json:"period,omitempty"`
	Pace    string `json:"pace,omitempty"`
	Done    string `json:"done,omitempty"`
}

func newTargetJSON(t target.Target) *targetJSON {
	out := &targetJSON{Text: t.Text, Kind: string(t.Kind)}
	switch t.Kind {
	case target.Bound:
		out.Op, out.Value, out.Sense = t.Op.String(), t.Value.String(), string(t.Sense)
	case target.Range:
		out.Low, out.High = t.Low.String(), t.High.String()
	case target.Double:
		out.Value, out.Stretch = t.Value.String(), t.Stretch.String()
	case target.About:
		out.Value = t.Value.String()
	case target.Change:
		if t.HasFactor {
			out.Factor = t.Factor.String()
		} else {
			out.Delta, out.Unit = t.Delta.String(), t.Unit
		}
	case target.Benchmark:
		out.Reference, out.Op = t.Reference, t.Op.String()
		if t.HasDelta {
			out.Delta = t.Delta.String()
		}
	case target.Grade:
		out.Op, out.Grade = t.Op.String(), t.Grade
	}
	return out
}

func newActualJSON(f plan.Fact) *actualJSON {
	out := &actualJSON{Text: f.Text, Op: quantity.Equal.String(), Quality: string(f.Quality), Period: f.Period, Pace: f.Pace, Done: f.Done}
	if !f.HasValue {
		out.Op = ""
		return out
	}
	out.Op = f.Quantity.Op.String()
	switch {
	case f.Quantity.Form == quantity.Range:
		out.Low, out.High = f.Quantity.Value.String(), f.Quantity.High.String()
	case oneToX(f.Quantity):
		out.Value = f.Quantity.Value.String()
	default:
		out.Value = digits(f.Quantity)
	}
	return out
}

// oneToX reports a ratio whose second part is 1: 1.91:1 is the number 1.91.
func oneToX(q quantity.Quantity) bool {
	return q.Form == quantity.Ratio && len(q.Parts) == 2 && q.Parts[1].Equal(quantity.Int(1))
}

// digits are a quantity's numbers with their printed digits, without the unit.
func digits(q quantity.Quantity) string {
	switch q.Form {
	case quantity.Range:
		return q.Value.String() + "-" + q.High.String()
	case quantity.Ratio:
		parts := make([]string, len(q.Parts))
		for i, p := range q.Parts {
			parts[i] = p.String()
		}
		return strings.Join(parts, ":")
	}
	return q.Value.String()
}

func comparator(m plan.Measure) string {
	if !m.HasPromise {
		return quantity.Equal.String()
	}
	return m.Promise.Op.String()
}

func unit(m plan.Measure) string {
	if m.Promise.Unit.Text != "" {
		return m.Promise.Unit.Text
	}
	return m.Unit
}
