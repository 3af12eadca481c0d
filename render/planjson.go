package render

import (
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/span"
)

// The structs below are the JSON of `read`; their order is the printed order.

type planJSON struct {
	Title        string           `json:"title"`
	Region       string           `json:"region"`
	ExecutedYear int              `json:"executed_year"`
	PlannedYear  int              `json:"planned_year"`
	Indicators   []indicatorJSON  `json:"indicators"`
	Projects     []projectJSON    `json:"projects"`
	Livelihood   []livelihoodJSON `json:"livelihood"`
	Commitments  []commitmentJSON `json:"commitments"`
	Claims       []claimJSON      `json:"claims"`
	Glossary     []termJSON       `json:"glossary"`
}

type indicatorJSON struct {
	Year    int         `json:"year"`
	No      string      `json:"no"`
	Name    string      `json:"name"`
	Unit    string      `json:"unit"`
	Section string      `json:"section"`
	Binding bool        `json:"binding"`
	Of      string      `json:"of"`
	Region  string      `json:"region,omitempty"`
	Target  *targetJSON `json:"target,omitempty"`
	Actual  *actualJSON `json:"actual,omitempty"`
	Status  string      `json:"status,omitempty"`
	Owner   string      `json:"owner,omitempty"`
	Note    string      `json:"note,omitempty"`
	Span    span.Span   `json:"span"`
}

// projectJSON carries behind the name what only tables and numbered lists say.
type projectJSON struct {
	Box      string        `json:"box"`
	Category string        `json:"category"`
	Stage    string        `json:"stage"`
	Name     string        `json:"name"`
	No       string        `json:"no,omitempty"`
	Text     string        `json:"text,omitempty"`
	Years    string        `json:"years,omitempty"`
	Status   string        `json:"status,omitempty"`
	Owner    string        `json:"owner,omitempty"`
	Note     string        `json:"note,omitempty"`
	Measures []measureJSON `json:"measures,omitempty"`
	Span     span.Span     `json:"span"`
}

type livelihoodJSON struct {
	No       string        `json:"no"`
	Category string        `json:"category"`
	Name     string        `json:"name,omitempty"` // where it is not the text
	Text     string        `json:"text"`
	Status   string        `json:"status"`
	Owner    string        `json:"owner,omitempty"`
	Measures []measureJSON `json:"measures"`
	Span     span.Span     `json:"span"`
}

type measureJSON struct {
	Subject    string        `json:"subject"`
	Comparator string        `json:"comparator"`
	Quantity   string        `json:"quantity"`
	Unit       string        `json:"unit"`
	Outcomes   []outcomeJSON `json:"outcomes"`
}

type outcomeJSON struct {
	Value string `json:"value"`
	Unit  string `json:"unit"`
	Text  string `json:"text"`
}

type commitmentJSON struct {
	Text       string    `json:"text"`
	Subject    string    `json:"subject"`
	Comparator string    `json:"comparator"`
	Value      string    `json:"value"`
	Unit       string    `json:"unit"`
	Horizon    string    `json:"horizon"`
	Section    string    `json:"section"`
	Span       span.Span `json:"span"`
}

type claimJSON struct {
	Indicator string    `json:"indicator"`
	Measure   string    `json:"measure"`
	Op        string    `json:"op"`
	Value     string    `json:"value"`
	Unit      string    `json:"unit"`
	Period    string    `json:"period"`
	Kind      string    `json:"kind"`
	Sure      bool      `json:"sure"`
	Span      span.Span `json:"span"`
}

type termJSON struct {
	Term string `json:"term"`
	Text string `json:"text"`
}

func newPlanJSON(p *plan.Plan, claims []extract.Claim) planJSON {
	out := planJSON{
		Title: p.Title, Region: p.Region, ExecutedYear: p.ExecutedYear, PlannedYear: p.PlannedYear,
		Claims: []claimJSON{},
	}
	for _, c := range claims {
		out.Claims = append(out.Claims, claimJSON{
			Indicator: c.Indicator, Measure: string(c.Measure), Op: c.Value.Op.String(), Value: digits(c.Value), Unit: c.Value.Unit.Text,
			Period: c.Period, Kind: string(c.Kind), Sure: c.Sure, Span: c.Span,
		})
	}
	for _, it := range p.Indicators {
		out.Indicators = append(out.Indicators, newIndicatorJSON(it))
	}
	for _, it := range p.Projects {
		out.Projects = append(out.Projects, newProjectJSON(it))
	}
	for _, it := range p.Livelihood {
		out.Livelihood = append(out.Livelihood, newLivelihoodJSON(it))
	}
	for _, it := range p.Commitments {
		out.Commitments = append(out.Commitments, newCommitmentsJSON(it)...)
	}
	for _, t := range p.Glossary {
		out.Glossary = append(out.Glossary, termJSON{t.Term, t.Text})
	}
	out.Indicators, out.Projects, out.Livelihood = list(out.Indicators), list(out.Projects), list(out.Livelihood)
	out.Commitments, out.Glossary = list(out.Commitments), list(out.Glossary)
	return out
}

func newIndicatorJSON(it plan.Item) indicatorJSON {
	out := indicatorJSON{
		Year: it.Year, No: it.No, Name: it.Name, Section: it.Section,
		Binding: it.Binding, Of: it.Of, Region: it.Region, Span: it.Span,
		Status: it.Status, Owner: it.Owner, Note: it.Note,
	}
	if len(it.Measures) == 0 {
		return out
	}
	m := it.Measures[0]
	out.Unit = m.Unit
	if m.HasTarget {
		out.Target = newTargetJSON(m.Target)
	}
	if len(m.Facts) > 0 {
		out.Actual = newActualJSON(m.Facts[0])
	}
	return out
}

func newLivelihoodJSON(it plan.Item) livelihoodJSON {
	out := livelihoodJSON{
		No: it.No, Category: it.Section, Text: it.Text, Status: it.Status, Owner: it.Owner,
		Measures: list(newMeasuresJSON(it.Measures)), Span: it.Span,
	}
	if it.Name != it.Text {
		out.Name = it.Name
	}
	return out
}

func newProjectJSON(it plan.Item) projectJSON {
	return projectJSON{
		Box: it.Box, Category: it.Section, Stage: it.Stage, Name: it.Name,
		No: it.No, Text: it.Text, Years: it.Horizon, Status: it.Status, Owner: it.Owner, Note: it.Note,
		Measures: newMeasuresJSON(it.Measures), Span: it.Span,
	}
}

func newMeasuresJSON(measures []plan.Measure) []measureJSON {
	var out []measureJSON
	for _, m := range measures {
		measure := measureJSON{Subject: m.Subject, Comparator: comparator(m), Unit: m.Unit, Outcomes: []outcomeJSON{}}
		if m.HasPromise {
			measure.Quantity, measure.Unit = digits(m.Promise), unit(m)
		}
		for _, f := range m.Facts {
			o := outcomeJSON{Unit: f.Unit, Text: f.Text}
			if f.HasValue {
				o.Value = digits(f.Quantity)
			}
			measure.Outcomes = append(measure.Outcomes, o)
		}
		out = append(out, measure)
	}
	return out
}

// newCommitmentsJSON is one entry for every measure that a promise names.
func newCommitmentsJSON(it plan.Item) []commitmentJSON {
	base := commitmentJSON{Text: it.Text, Subject: it.Name, Comparator: "=", Horizon: it.Horizon, Section: it.Section, Span: it.Span}
	if len(it.Measures) == 0 {
		return []commitmentJSON{base}
	}
	var out []commitmentJSON
	for _, m := range it.Measures {
		c := base
		c.Comparator, c.Unit = comparator(m), m.Unit
		if m.Subject != "" {
			c.Subject = m.Subject
		}
		if m.HasPromise {
			c.Value, c.Unit = digits(m.Promise), unit(m)
		}
		out = append(out, c)
	}
	return out
}
