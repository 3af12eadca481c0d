package main

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
)

// Who reports and who confirms.
const (
	reporter = "p-reporter"
	reviewer = "p-reviewer"
	planner  = "p-planner"
)

// loader makes the province through the ledger's one write path: the events that
// people would have made, each with the cells of a whole sheet.
type loader struct {
	*province
	ledger *ledger.Ledger
	say    io.Writer
	facts  int
}

// draft is an event to append.
type draft struct {
	kind, subject string
	payload       any
}

func (l *loader) append(ctx context.Context, actor string, drafts []draft) error {
	_, err := l.ledger.Do(ctx, ledger.Actor{ID: actor, Origin: "scale"}, func(tx *ledger.Tx) error {
		for _, d := range drafts {
			if _, err := tx.Append(d.kind, d.subject, d.payload); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

func (l *loader) load(ctx context.Context) error {
	for _, step := range []func(context.Context) error{l.people, l.plans, l.series, l.values} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) people(ctx context.Context) error {
	var drafts []draft
	for _, u := range l.units() {
		kind := office.Town
		if u.city == 0 {
			kind = office.District
		}
		drafts = append(drafts, draft{"unit.opened", "unit/" + u.code(), map[string]any{"parent": u.parent(), "kind": kind, "name": "单位" + u.code(), "from": "2020-01-01"}})
	}
	for _, id := range []string{reporter, reviewer, planner} {
		drafts = append(drafts, draft{"person.added", "person/" + id, map[string]any{"login": id, "name": id, "unit": root}})
	}
	return l.append(ctx, planner, drafts)
}

func (l *loader) plans(ctx context.Context) error {
	for year := firstYear; year <= lastYear; year++ {
		id := office.PlanID(root, year)
		drafts := []draft{{"plan.adopted", "plan/" + id, map[string]any{"unit": root, "year": year, "title": fmt.Sprintf("%d年计划", year), "region": "某某省", "approved": fmt.Sprintf("%d-01-20", year)}}}
		for row := 1; row <= rows; row++ {
			it := l.planItem(row, year)
			drafts = append(drafts, draft{"indicator.adopted", fmt.Sprintf("plan/%s/indicator/%d", id, row), map[string]any{"item": it, "series": it.Series()}})
		}
		if err := l.append(ctx, planner, drafts); err != nil {
			return err
		}
	}
	return nil
}

// series gives every unit its part of every row.
func (l *loader) series(ctx context.Context) error {
	for year := firstYear; year <= lastYear; year++ {
		subject := "plan/" + office.PlanID(root, year) + "/series"
		err := l.each(ctx, planner, func(u unit) []draft {
			var list []reporting.Assignment
			for row := 1; row <= rows; row++ {
				s := reporting.Spec{Parent: u.parent(), Owner: u.code(), Person: reporter, Frequency: monitor.Monthly, Kind: l.kind(row)}
				if row <= sums && u.county == 0 {
					s.Parts = reporting.Sum
				}
				if u.city > 0 {
					s.Target = l.goal(u, row, year)
				}
				list = append(list, reporting.Assignment{Key: reporting.Key{No: row, Unit: u.code()}, Spec: s})
			}
			return []draft{{"series.assigned", subject, map[string]any{"rows": list}}}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// values fills in and confirms every sheet but those that the measurement closes.
func (l *loader) values(ctx context.Context) error {
	start := time.Now()
	for year := firstYear; year <= lastYear; year++ {
		for month := 1; month <= 12; month++ {
			period := monitor.Month(year, month)
			err := l.each(ctx, reporter, func(u unit) []draft {
				if open(u, period) {
					return nil
				}
				l.count(rows)
				subject := "sheet/" + office.PlanID(root, year) + "/" + u.code() + "/" + period.String()
				return []draft{{"values.saved", subject, map[string]any{"cells": l.cells(u, period)}}, {"sheet.confirmed", subject, map[string]any{}}}
			})
			if err != nil {
				return err
			}
			fmt.Fprintf(l.say, "%s: %d facts, %.0f a second\n", period, l.facts, float64(l.facts)/time.Since(start).Seconds())
		}
	}
	return nil
}

// open reports a sheet that is left for the measurement: the last month of the first
// city, and the province's, which waits for it.
func open(u unit, p monitor.Period) bool {
	return u.city <= 1 && p == monitor.Month(lastYear, 12)
}

func (l *loader) cells(u unit, p monitor.Period) []reporting.Entry {
	out := make([]reporting.Entry, rows)
	for i := range out {
		out[i] = reporting.Entry{Key: reporting.Key{No: i + 1, Unit: u.code()}, Value: l.value(u, i+1, p.Year, p.Last)}
	}
	return out
}

var counting sync.Mutex

func (l *loader) count(n int) {
	counting.Lock()
	l.facts += n
	counting.Unlock()
}

// each appends what make gives for every unit, a few units a command and several
// commands at once, as many people would.
func (l *loader) each(ctx context.Context, actor string, make func(unit) []draft) error {
	const atOnce, people = 10, 4
	all := l.units()
	work := shareOut(all, atOnce)
	errs := makeErrors(people)
	var wg sync.WaitGroup
	for i := range people {
		wg.Go(func() {
			for units := range work {
				var drafts []draft
				for _, u := range units {
					drafts = append(drafts, make(u)...)
				}
				if errs[i] = l.append(ctx, actor, drafts); errs[i] != nil {
					return
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

func makeErrors(n int) []error { return make([]error, n) }

// shareOut gives the units in pieces; the channel holds them all.
func shareOut(all []unit, n int) <-chan []unit {
	out := make(chan []unit, len(all)/n+1)
	for len(all) > 0 {
		k := min(n, len(all))
		out <- all[:k]
		all = all[k:]
	}
	close(out)
	return out
}
