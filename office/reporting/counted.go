package reporting

import (
	"cmp"
	"database/sql"
	"slices"
	"strconv"
	"time"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/query"
	"gangmu/target"
)

// Counted is a figure that counts, from the event Seq on until a later one for the
// same period replaces it.
type Counted struct {
	Key
	Period  string
	Seq     int64 // of the confirmation
	Saved   int64 // of the event that entered it
	Value   string
	Quality Quality
	Person  string // who entered it, by id
	Signer  string // who confirmed it
	At      time.Time
}

const countedColumns = `f.no, f.period, f.unit, f.seq, f.saved, f.value, f.quality, f.person, f.signer, f.at`

func scanCounted(rows *sql.Rows) (c Counted, err error) {
	var at int64
	err = rows.Scan(&c.No, &c.Period, &c.Unit, &c.Seq, &c.Saved, &c.Value, &c.Quality, &c.Person, &c.Signer, &at)
	c.At = query.Micros(at)
	return c, err
}

// latest is the last figure for each series and period of a list, by series and
// period. A figure that was taken out is left out. What comes in that order, as
// from countedOf, is gone through once.
func latest(facts []Counted) []Counted {
	slices.SortFunc(facts, func(a, b Counted) int {
		return cmp.Or(cmp.Compare(a.No, b.No), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Period, b.Period), cmp.Compare(a.Seq, b.Seq))
	})
	out := make([]Counted, 0, len(facts))
	for i, f := range facts {
		replaced := i+1 < len(facts) && facts[i+1].Key == f.Key && facts[i+1].Period == f.Period
		if !replaced && f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// countedOf are the figures of one unit's series in a plan up to a sequence
// number, every version.
func countedOf(q office.Reads, plan, unit string, asOf int64) ([]Counted, error) {
	return query.List(q, scanCounted, `SELECT `+countedColumns+` FROM counted f WHERE f.plan = $1 AND f.unit = $2 AND f.seq <= $3 ORDER BY f.no, f.period, f.seq`, plan, unit, asOf)
}

// actual reads a value of a series as printed.
func (s Series) actual(value string, q Quality) target.Actual {
	a := target.ParseActualIn(value, s.meaning)
	switch q {
	case Preliminary:
		a.Quality = target.Preliminary
	case Estimate, Early:
		a.Quality = target.Forecast
	}
	return a
}

// value is the figure as package monitor takes it.
func (s Series) value(c Counted) (monitor.Value, error) {
	p, err := monitor.ParsePeriod(c.Period)
	return monitor.Value{ID: factID(c), Seq: c.Seq, Period: p, Actual: s.actual(c.Value, c.Quality)}, err
}

// factID names a figure by what it is of and the event that made it count.
func factID(c Counted) string {
	return strconv.Itoa(c.No) + "/" + c.Unit + "/" + c.Period + "@" + strconv.FormatInt(c.Seq, 10)
}
