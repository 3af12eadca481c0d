package main

import (
	"context"
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

// board collects figures beside what is required of them, in milliseconds.
type board struct {
	table layout.Table
	ok    bool
}

func (b *board) add(what string, got time.Duration, limit float64) {
	ms := float64(got.Microseconds()) / 1000
	cells := []string{what, strconv.FormatFloat(ms, 'f', 1, 64), "", ""}
	if limit > 0 {
		cells[2] = strconv.FormatFloat(limit, 'f', 0, 64)
		if cells[3] = "ok"; ms > limit {
			cells[3], b.ok = "MISSED", false
		}
	}
	b.table.Row(cells...)
}

func measure(ctx context.Context, s *site, o options) (bool, error) {
	b := &board{ok: true, table: layout.Table{Columns: []layout.Column{{Title: "what"}, {Title: "ms", Right: true}, {Title: "required", Right: true}, {Title: ""}}}}
	for _, step := range []func(context.Context, *board, options) error{s.overviews, s.ranking, s.forecasts, s.month} {
		if err := step(ctx, b, o); err != nil {
			return false, err
		}
	}
	_, err := b.table.WriteTo(os.Stdout)
	return b.ok, err
}

// overviews asks for the overview of any unit by many clients at once.
func (s *site) overviews(ctx context.Context, b *board, o options) error {
	const each = 100
	all := s.units()
	var mu sync.Mutex
	var took []time.Duration
	var failed error
	who := actor(planner, office.PlanOffice)
	cold, err := took1(func() error {
		_, err := s.Overview(ctx, who, office.PlanID(root, lastYear), all[1].code(), 0)
		return err
	})
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for c := range o.clients {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(7, uint64(c)))
			for range each {
				u := all[r.IntN(len(all))]
				d, err := took1(func() error {
					out, err := s.Overview(ctx, who, office.PlanID(root, lastYear), u.code(), 0)
					if err == nil && len(out.Rows) != rows {
						err = fmt.Errorf("overview of %s has %d rows", u.code(), len(out.Rows))
					}
					return err
				})
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
	b.add("overview, the first", cold, 0)
	b.add(fmt.Sprintf("overview of any unit, %d clients, median", o.clients), took[len(took)/2], 0)
	b.add(fmt.Sprintf("overview of any unit, %d clients, p99", o.clients), took[len(took)*99/100], 30)
	return failed
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
	b.add("ranking of all units by one indicator", times[len(times)/2], 0)
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
	b.add("forecast of 400 series", d, 200)
	return err
}

// month pastes and closes the last month of the first city: 40 units with 40
// indicators each.
func (s *site) month(ctx context.Context, b *board, _ options) error {
	id, period := office.PlanID(root, lastYear), monitor.Month(lastYear, 12)
	var pastes, closes []time.Duration
	var units []unit
	for k := 1; k < perCity; k++ {
		units = append(units, unit{1, k})
	}
	units = append(units, unit{1, 0}) // the whole after its parts
	load := &loader{province: s.province, ledger: s.ledger}
	for _, u := range units {
		d, err := took1(func() error {
			out, err := s.Save(ctx, actor(reporter, office.Reporter), id, u.code(), period.String(), load.cells(u, period))
			if err == nil && len(out.Cells) != rows {
				err = fmt.Errorf("%d cells saved, %d conflicts: the month is closed already; make the province anew", len(out.Cells), len(out.Conflicts))
			}
			return err
		})
		if err != nil {
			return err
		}
		pastes = append(pastes, d)
		subject := "sheet/" + id + "/" + u.code() + "/" + period.String()
		if err := load.append(ctx, reporter, []draft{{"sheet.submitted", subject, map[string]any{}}}); err != nil {
			return err
		}
		if err := load.append(ctx, reviewer, []draft{{"sheet.reviewed", subject, map[string]any{}}}); err != nil {
			return err
		}
	}
	whole := time.Duration(0)
	for _, u := range units {
		d, err := took1(func() error { return s.Confirm(ctx, actor(planner, office.PlanOffice), id, u.code(), period.String()) })
		if err != nil {
			return err
		}
		closes, whole = append(closes, d), whole+d
	}
	slices.Sort(pastes)
	b.add("paste of 40 cells, checked and saved, median", pastes[len(pastes)/2], 0)
	b.add("paste of 40 cells, checked and saved, the slowest of 40", pastes[len(pastes)-1], 100)
	b.add("month close of 40 units with 40 indicators", whole, 2000)
	slices.Sort(closes)
	b.add("of it the slowest confirmation", closes[len(closes)-1], 0)
	return nil
}
