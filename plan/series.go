package plan

import (
	"cmp"
	"slices"

	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/span"
	"gangmu/target"
)

// Observation is one printed value of one indicator: what one report promises
// for a year, or says was achieved in it. It is a row of the open data.
type Observation struct {
	Region    string
	Indicator string // the catalogue's id, empty for a name it does not know
	Measure   string // level, growth, decline
	Name      string // as printed
	Unit      string
	Year      int
	Period    string // a part of the year, empty for the whole
	Promised  bool   // a target; otherwise a result
	Kind      string // of a target: bound, range, ...; of a result its quality
	Op        string // = >= <= > < ~
	Value     string // with its printed digits; empty where it is no single number
	Text      string // as printed
	File      string
	Span      span.Span
}

// Observations lists the values of a plan's indicators in the order of the
// report, those of a row's target before its result.
func (p *Plan) Observations(file string) []Observation {
	var out []Observation
	for _, it := range p.Indicators {
		e, _ := catalogue.Lookup(it.Name)
		m := it.Measure()
		o := Observation{
			Region: cmp.Or(it.Region, p.Region), Indicator: e.ID, Measure: string(it.measure()), Name: it.Name, Unit: m.Unit,
			Year: it.Year, File: file, Span: it.Span,
		}
		if m.HasTarget {
			out = append(out, o.promise(m))
		}
		for _, f := range m.Facts {
			out = append(out, o.result(f))
		}
	}
	for i := range out {
		out[i].fallAsGrowth()
	}
	return out
}

// fallAsGrowth counts 一般公共预算收入下降9.8% as a growth of -9.8%, so that it stands in
// one series with the years that grew. A fall that is itself the aim
// (单位GDP能耗下降) stays one.
func (o *Observation) fallAsGrowth() {
	e, ok := catalogue.Lookup(o.Name)
	if !ok || o.Measure != string(catalogue.Decline) || e.Polarity != catalogue.Down || o.Unit != "%" {
		return
	}
	n, err := quantity.ParseNumber(o.Value)
	if err != nil {
		return
	}
	o.Measure, o.Value = string(catalogue.Growth), n.Neg().String()
	if turned, ok := map[string]string{">=": "<=", "<=": ">=", ">": "<", "<": ">"}[o.Op]; ok {
		o.Op = turned
	}
}

func (o Observation) promise(m Measure) Observation {
	t := m.Target
	o.Promised, o.Kind, o.Text = true, string(t.Kind), t.Text
	switch t.Kind {
	case target.Bound, target.About, target.Double:
		o.Op, o.Value = t.Op.String(), t.Value.String()
	}
	return o
}

func (o Observation) result(f Fact) Observation {
	o.Kind, o.Text, o.Period = string(f.Quality), f.Text, f.Period
	o.Unit = cmp.Or(f.Unit, o.Unit)
	if f.HasValue && f.Quantity.Form != quantity.Range {
		o.Op, o.Value = f.Quantity.Op.String(), f.Quantity.Value.String()
	}
	if !f.Span.IsZero() {
		o.Span = f.Span
	}
	return o
}

// Series names the series that an indicator belongs to in any year's plan of one
// place: its entry in the catalogue, or its name, with what is measured of it.
func (it Item) Series() string {
	return cmp.Or(it.entry(), it.key()) + "/" + string(it.measure())
}

// Series is one indicator of one place over the years.
type Series struct {
	Region, Indicator, Measure string
	Name                       string // the catalogue's, or as printed
	Unit                       string
	Years                      []YearOf
}

// YearOf is what was promised for a year and what was achieved in it, every
// statement with its place.
type YearOf struct {
	Year               int
	Promised, Achieved []Observation
}

// SeriesOf sorts observations of any number of reports into series: by place,
// indicator and measure, in the order of their first appearance, the years
// rising. Names that the catalogue does not know go together when they are the
// same.
func SeriesOf(all []Observation) []Series {
	type key struct{ region, indicator, measure string }
	index := map[key]int{}
	var out []Series
	for _, o := range all {
		if o.Year == 0 {
			continue
		}
		k := key{o.Region, cmp.Or(o.Indicator, o.Name), o.Measure}
		i, ok := index[k]
		if !ok {
			i = len(out)
			index[k] = i
			out = append(out, Series{Region: o.Region, Indicator: o.Indicator, Measure: o.Measure, Name: o.Name, Unit: o.Unit})
		}
		out[i].add(o)
	}
	return out
}

func (s *Series) add(o Observation) {
	at, found := slices.BinarySearchFunc(s.Years, o.Year, func(y YearOf, year int) int { return y.Year - year })
	if !found {
		s.Years = slices.Insert(s.Years, at, YearOf{Year: o.Year})
	}
	if o.Promised {
		s.Years[at].Promised = append(s.Years[at].Promised, o)
	} else {
		s.Years[at].Achieved = append(s.Years[at].Achieved, o)
	}
}
