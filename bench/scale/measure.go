package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"

	"gangmu/internal/layout"
	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
	"gangmu/quantity"
	"gangmu/target"
)

// site is the province with what its pages call.
type site struct {
	*province
	ledger *ledger.Ledger
	*reporting.Service
}

func actor(person string, r office.Role) office.Actor {
	return office.Actor{Person: person, Name: person, Origin: "scale", Unit: root, Grants: []office.Grant{{Role: r, Unit: root}}}
}

// board collects figures, in milliseconds, beside what is required of them and what
// the same work took on DuckDB.
type board struct {
	table layout.Table
	peer  map[string]float64
	ok    bool
}

// add takes a figure with its limit (0: none) and the peer's name for the same work.
func (b *board) add(what string, got time.Duration, limit float64, peer string) {
	ms := float64(got.Microseconds()) / 1000
	cells := []string{what, milliseconds(ms), "", "", "", ""}
	if limit > 0 {
		cells[2] = strconv.FormatFloat(limit, 'f', 0, 64)
		if cells[3] = "ok"; ms > limit {
			cells[3], b.ok = "MISSED", false
		}
	}
	if other := b.peer[peer]; other > 0 {
		cells[4], cells[5] = milliseconds(other), strconv.FormatFloat(ms/other, 'f', 2, 64)
	}
	b.table.Row(cells...)
}

func milliseconds(ms float64) string { return strconv.FormatFloat(ms, 'f', 1, 64) }

func measure(ctx context.Context, s *site, o options) (bool, error) {
	b := &board{ok: true, table: layout.Table{Columns: []layout.Column{
		{Title: "what"}, {Title: "ms", Right: true}, {Title: "required", Right: true}, {Title: ""}, {Title: "DuckDB", Right: true}, {Title: "ratio", Right: true},
	}}}
	if o.peer != "" {
		data, err := os.ReadFile(o.peer)
		if err == nil {
			err = json.Unmarshal(data, &b.peer)
		}
		if err != nil {
			return false, err
		}
	}
	for _, step := range []func(context.Context, *board, options) error{s.overviews, s.ranking, s.forecasts, s.month} {
		if err := step(ctx, b, o); err != nil {
			return false, err
		}
	}
	_, err := b.table.WriteTo(os.Stdout)
	return b.ok, err
}

// overviews asks for overviews by many clients at once: of the units of a city,
// which are kept once they were asked for, and of any unit.
func (s *site) overviews(ctx context.Context, b *board, o options) error {
	all := s.units()
	cold, err := took1(func() error { return s.overview(ctx, all[len(all)-1]) })
	if err != nil {
		return err
	}
	b.add("overview, the first", cold, 0, "")
	for _, of := range []struct {
		name  string
		units []unit
	}{{"a city's units", all[1 : 1+perCity]}, {"any unit", all}} {
		before := processor()
		took, err := s.ask(ctx, of.units, o.clients, o.each)
		if err != nil {
			return err
		}
		used := (processor() - before) / time.Duration(len(took))
		what := fmt.Sprintf("overview of %s, %d clients", of.name, o.clients)
		b.add(what+", median", took[len(took)/2], 0, "overview-median")
		b.add(what+", p99", took[len(took)*99/100], 30, "overview-p99")
		b.add("of it processor time of this process for each", used, 0, "")
	}
	return nil
}

// ask has every client ask for so many overviews one after the other, without a pause; the
// times come sorted.
func (s *site) ask(ctx context.Context, units []unit, clients, each int) ([]time.Duration, error) {
	var mu sync.Mutex
	var took []time.Duration
	var failed error
	var wg sync.WaitGroup
	for c := range clients {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(7, uint64(c)))
			for range each {
				d, err := took1(func() error { return s.overview(ctx, units[r.IntN(len(units))]) })
				mu.Lock()
				if took = append(took, d); err != nil {
					failed = err
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	slices.Sort(took)
	return took, failed
}

func (s *site) overview(ctx context.Context, u unit) error {
	out, err := s.Overview(ctx, actor(planner, office.PlanOffice), office.PlanID(root, lastYear), u.code(), 0)
	if err == nil && len(out.Rows) != rows {
		err = fmt.Errorf("overview of %s has %d rows", u.code(), len(out.Rows))
	}
	return err
}

func took1(do func() error) (time.Duration, error) {
	start := time.Now()
	err := do()
	return time.Since(start), err
}

// ranking sets all units in order by one indicator.
func (s *site) ranking(ctx context.Context, b *board, _ options) error {
	var times []time.Duration
	for i := range 5 {
		d, err := took1(func() error { return s.rank(ctx, i+1) })
		if err != nil {
			return err
		}
		times = append(times, d)
	}
	slices.Sort(times)
	b.add("ranking of all units by one indicator", times[len(times)/2], 0, "ranking")
	return nil
}

func (s *site) rank(ctx context.Context, row int) error {
	rows, err := s.ledger.Query(ctx, `SELECT unit, value, seq FROM counted WHERE plan = $1 AND no = $2 AND period = $3 ORDER BY unit, seq`,
		office.PlanID(root, lastYear), row, monitor.Month(lastYear, 11).String())
	if err != nil {
		return err
	}
	defer rows.Close()
	var list []monitor.Entrant
	for rows.Next() {
		var e monitor.Entrant
		var value string
		if err := rows.Scan(&e.ID, &value, &e.Seq); err != nil {
			return err
		}
		n, err := quantity.ParseNumber(value)
		if err != nil {
			return err
		}
		e.Value = &n
		list = append(list, e)
	}
	if r := monitor.Rank(list, target.Min, 2); len(r.Rows) != s.cities*perCity+1 {
		return fmt.Errorf("ranking of %d units", len(r.Rows))
	}
	return rows.Err()
}

// forecasts predicts the year of 400 series with the years before, values in memory.
func (s *site) forecasts(_ context.Context, b *board, _ options) error {
	var list []monitor.Series
	for i := range 400 {
		row := 1 + i%sums
		it := s.planItem(row, lastYear)
		m := monitor.New(lastYear, it.Name, it.Measures[0].Unit, it.Measures[0].Target)
		m.Schedule.Frequency = monitor.Monthly
		for year := firstYear; year <= lastYear; year++ {
			for month := 1; month <= 12 && (year < lastYear || month <= 9); month++ {
				m.Values = append(m.Values, monitor.Value{Period: monitor.Month(year, month), Actual: target.ParseActualIn(s.value(unit{1, 1 + i%39}, row, year, month), m.Context)})
			}
		}
		list = append(list, m)
	}
	d, err := took1(func() error {
		for _, m := range list {
			if _, ok := monitor.Predict(m); !ok {
				return fmt.Errorf("no forecast of %s", m.Context.Name)
			}
		}
		return nil
	})
	b.add("forecast of 400 series", d, 200, "forecast")
	return err
}

// month pastes and closes the last month of a city: 40 units with 40 indicators
// each. A month that is closed already is taken back first and every figure
// corrected, so that the measurement can be made again.
func (s *site) month(ctx context.Context, b *board, o options) error {
	load := &loader{province: s.province, ledger: s.ledger}
	var units []unit
	for k := 1; k < perCity; k++ {
		units = append(units, unit{o.city, k})
	}
	units = append(units, unit{o.city, 0}) // the whole after its parts
	var pastes, closes []time.Duration
	for _, u := range units {
		d, err := s.paste(ctx, load, u)
		if err != nil {
			return err
		}
		pastes = append(pastes, d)
	}
	whole, before := time.Duration(0), processor()
	for _, u := range units {
		d, err := took1(func() error {
			return s.Confirm(ctx, actor(planner, office.PlanOffice), lastPlan, u.code(), lastPeriod.String())
		})
		if err != nil {
			return err
		}
		closes, whole = append(closes, d), whole+d
	}
	used := processor() - before
	slices.Sort(pastes)
	slices.Sort(closes)
	b.add("paste of 40 cells, checked and saved, median", pastes[len(pastes)/2], 0, "")
	b.add("paste of 40 cells, checked and saved, the slowest of 40", pastes[len(pastes)-1], 100, "")
	b.add("month close of 40 units with 40 indicators", whole, 2000, "close")
	b.add("of it processor time of this process", used, 0, "")
	b.add("of it the slowest confirmation", closes[len(closes)-1], 0, "")
	return nil
}

var (
	lastPlan   = office.PlanID(root, lastYear)
	lastPeriod = monitor.Month(lastYear, 12)
)

// paste fills in a unit's last month and brings it up to its confirmation.
func (s *site) paste(ctx context.Context, load *loader, u unit) (time.Duration, error) {
	subject := "sheet/" + lastPlan + "/" + u.code() + "/" + lastPeriod.String()
	step := func(who, kind string) error { return load.append(ctx, who, []draft{{kind, subject, map[string]any{}}}) }
	sheet, err := s.Sheet(ctx, actor(reporter, office.Reporter), lastPlan, u.code(), lastPeriod.String())
	if err != nil {
		return 0, err
	}
	if !sheet.State.Fillable() {
		if err := errors.Join(step(planner, "sheet.taken-back"), step(planner, "sheet.returned")); err != nil {
			return 0, err
		}
	}
	cells := load.cells(u, lastPeriod)
	for i, l := range sheet.Lines {
		if cells[i].Base = l.Cell.Seq; l.Cell.Value == cells[i].Value {
			cells[i].Value += "0" // the same with one digit more
		}
	}
	took, err := took1(func() error {
		out, err := s.Save(ctx, actor(reporter, office.Reporter), lastPlan, u.code(), lastPeriod.String(), cells)
		if err == nil && len(out.Cells) != rows {
			err = fmt.Errorf("%d cells saved, %d conflicts", len(out.Cells), len(out.Conflicts))
		}
		return err
	})
	return took, errors.Join(err, step(reporter, "sheet.submitted"), step(reviewer, "sheet.reviewed"))
}
