// Package plan is the model of a local government's yearly plan: its items,
// what each must reach, what was reached, and the catalogue of indicators that
// the genre uses. It computes verdicts from a plan's own numbers and touches
// no document, database, network or clock.
package plan

import (
	"gangmu/quantity"
	"gangmu/span"
	"gangmu/target"
)

// Plan is what one report contains.
type Plan struct {
	Title        string
	Region       string
	ExecutedYear int // the year reported on; 0 when the report does not say
	PlannedYear  int
	Indicators   []Item // of the executed year (target and actual), then of the planned year
	Projects     []Item
	Livelihood   []Item
	Commitments  []Item
	Glossary     []Term
}

// Item is a line of the plan: an indicator, a key project, a livelihood item, a
// promise in prose. One type serves all four, so that one function assesses all.
type Item struct {
	Year     int
	No       string // as printed; a 其中 row has none
	Of       string // the No of a 其中 row's parent
	Name     string
	Section  string // with its number: 一、推动高质量发展; for a box its category
	Binding  bool
	Region   string // of a row in a region matrix
	Box      string // the number of the box a project stands in
	Stage    string // 开工, 续建, ...
	Text     string // the whole sentence of a livelihood item or a commitment
	Status   string // 全面完成
	Horizon  string // of a commitment: 2024, 2027
	Owner    string
	Note     string // what the table remarks on the row: 口径调整
	Measures []Measure
	Span     span.Span
}

// Measure is something counted, what it must reach and what it reached.
type Measure struct {
	Subject   string // what is counted
	Unit      string
	Target    target.Target
	HasTarget bool
	// Facts are what was reached: at most one for an indicator's year, one or
	// more for a livelihood measure.
	Facts []Fact
	// Promise is the quantity that a livelihood measure or a commitment names;
	// a named work without a number has none.
	Promise    quantity.Quantity
	HasPromise bool
}

// Fact is one observed value of one measure for one period.
type Fact struct {
	target.Actual
	Unit   string
	Period string // 2023, 2025-H1, 2025-01..09
	Source string
	Pace   string // 与序时进度比较, as printed
	Done   string // 完成比例: how much of the year's target is reached, as printed
	Span   span.Span
}

// Term is an entry of the glossary.
type Term struct {
	Term, Text string
	Span       span.Span
}
