package reporting

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/query"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/target"
)

// Key names a series within a plan: its row, and whose part of it (for the whole
// the plan's own unit).
type Key struct {
	No   int    `json:"no"`
	Unit string `json:"unit"`
}

// Parts is how the parts of a series make the whole.
type Parts string

const (
	Sum  Parts = "sum"
	Mean Parts = "mean" // weighted by Spec.Weight of the parts
	None Parts = ""     // they need not agree
)

// Spec is what an assignment says.
type Spec struct {
	Parent     string            `json:"parent,omitempty"` // unit of the series that it is a part of
	Owner      string            `json:"owner"`            // unit that reports
	Person     string            `json:"person"`           // who answers for it, by id
	Deputy     string            `json:"deputy,omitempty"` // unit that helps (协办)
	Frequency  monitor.Frequency `json:"frequency"`
	JanFeb     bool              `json:"jan_feb,omitempty"`
	DueDay     int               `json:"due_day,omitempty"`
	DueMonths  int               `json:"due_months,omitempty"`
	Kind       monitor.Kind      `json:"kind"`
	Flow       bool              `json:"flow,omitempty"` // values are of the period alone
	Source     string            `json:"source,omitempty"`
	Cluster    string            `json:"cluster,omitempty"` // 产业集群
	Chief      string            `json:"chief,omitempty"`   // its chain leader (链长), by id
	Parts      Parts             `json:"parts,omitempty"`
	Weight     string            `json:"weight,omitempty"`
	Target     string            `json:"target,omitempty"` // of a part, as printed
	Milestones []Milestone       `json:"milestones,omitempty"`
}

// Milestone is what shall be reached by the end of a period.
type Milestone struct {
	Period string `json:"period"`
	Value  string `json:"value"`
}

// Series is a row of a plan, or a part of one, with who answers for it.
type Series struct {
	Plan string
	Key
	Spec
	Year     int
	Name     string // of the row
	Measure  string // its unit: 亿元
	Binding  bool
	Goal     target.Target // the row's, or the part's own
	Accepted bool          // by Person
	Seq      int64         // of its assignment; 0: nobody has it

	meaning target.Context // of name and unit
}

// Schedule says when its values are due.
func (s Series) Schedule() monitor.Schedule {
	return monitor.Schedule{Frequency: s.Frequency, JanFeb: s.JanFeb, DueDay: s.DueDay, DueMonths: s.DueMonths}
}

// Has reports that it has a value in the period.
func (s Series) Has(period string) bool {
	for _, p := range s.Schedule().Periods(s.Year) {
		if p.String() == period {
			return true
		}
	}
	return false
}

// Due is the last day on which a period's value is in time.
func (s Series) Due(p monitor.Period) time.Time { return s.Schedule().Due(p) }

// watched is the series as package monitor sees it.
func (s Series) watched() monitor.Series {
	m := monitor.Series{
		Year: s.Year, Kind: s.Kind, Schedule: s.Schedule(), Binding: s.Binding,
		Target: s.Goal, Context: s.meaning, Flow: s.Flow,
	}
	for _, each := range s.Milestones {
		p, err := monitor.ParsePeriod(each.Period)
		n, errNumber := quantity.ParseNumber(each.Value)
		if err == nil && errNumber == nil {
			m.Milestones = append(m.Milestones, monitor.Milestone{Period: p, Value: n})
		}
	}
	return m
}

// usual is what a row is assigned with unless somebody says otherwise.
func usual(s Series) Spec {
	m := monitor.New(s.Year, s.Name, s.Measure, s.Goal)
	return Spec{Frequency: m.Schedule.Frequency, Kind: m.Kind, JanFeb: m.Kind == monitor.Growth && m.Schedule.Frequency == monitor.Monthly}
}

// scope is the series of a plan that a query asks for; empty fields do not restrict.
type scope struct {
	no          int
	unit, owner string
}

// query names only the columns that restrict, so that each goes by its index: a
// province's plan has a hundred thousand series.
func (in scope) query(plan string) (text string, args []any) {
	text, args = `SELECT no, unit, accepted, spec, seq FROM series WHERE plan = $1`, []any{plan}
	add := func(column string, value any) {
		args = append(args, value)
		text += fmt.Sprintf(" AND %s = $%d", column, len(args))
	}
	if in.no != 0 {
		add("no", in.no)
	}
	if in.unit != "" {
		add("unit", in.unit)
	}
	if in.owner != "" {
		add("owner", in.owner)
	}
	return text + ` ORDER BY no, unit`, args
}

// seriesOf are the series of a plan as they are now, in the order of its rows;
// rows that nobody was given come as the whole without a Seq.
func (s *Service) seriesOf(q office.Reads, p office.Plan, in scope) ([]Series, error) {
	rows, err := s.RowsOf(q, p, 0)
	if err != nil {
		return nil, err
	}
	return seriesAmong(q, p, rows, in)
}

// seriesAmong is seriesOf where the plan's rows are known.
func seriesAmong(q office.Reads, p office.Plan, rows []office.Row, in scope) ([]Series, error) {
	text, args := in.query(p.ID)
	given, err := query.List(q, scanSeries, text, args...)
	if err != nil {
		return nil, err
	}
	byNo := map[int][]Series{}
	for _, s := range given {
		byNo[s.No] = append(byNo[s.No], s)
	}
	var out []Series
	for _, r := range rows {
		if r.Item.Year != p.Year || in.no != 0 && r.No != in.no {
			continue
		}
		list := byNo[r.No]
		if in.owner == "" && (in.unit == "" || in.unit == p.Unit) && !hasWhole(list) {
			list = append([]Series{{Key: Key{No: r.No, Unit: p.Unit}}}, list...)
		}
		for _, s := range list {
			out = append(out, s.of(p, r.Item))
		}
	}
	return out, nil
}

func hasWhole(list []Series) bool {
	for _, s := range list {
		if s.Parent == "" {
			return true
		}
	}
	return false
}

// of completes a series by its plan's row.
func (s Series) of(p office.Plan, it plan.Item) Series {
	m := it.Measure()
	s.Plan, s.Year, s.Name, s.Measure, s.Binding, s.Goal = p.ID, p.Year, it.Name, m.Unit, it.Binding, m.Target
	s.meaning = plan.ContextFor(it.Name, m.Unit)
	if s.Parent != "" {
		s.Goal = target.Parse(s.Target, s.meaning)
	}
	if s.Seq == 0 {
		s.Spec = usual(s)
	}
	return s
}

func scanSeries(rows *sql.Rows) (s Series, err error) {
	var spec string
	err = rows.Scan(&s.No, &s.Unit, &s.Accepted, &spec, &s.Seq)
	return s, errors.Join(err, json.Unmarshal([]byte(spec), &s.Spec))
}

// seriesAt is one series.
func (s *Service) seriesAt(q office.Reads, p office.Plan, k Key) (Series, error) {
	found, err := s.seriesOf(q, p, scope{no: k.No, unit: k.Unit})
	if err == nil && len(found) == 0 {
		err = office.ErrNotFound
	}
	if err != nil {
		return Series{}, err
	}
	return found[0], nil
}
