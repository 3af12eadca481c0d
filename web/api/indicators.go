package api

import (
	"context"
	"fmt"
	"net/http"
	"strconv"

	"gangmu/office"
	"gangmu/render"
	"gangmu/target"
)

// Row is an indicator of a plan.
type Row struct {
	Row       int               `json:"row" doc:"Its number within the plan, from 1"`
	Indicator *render.Indicator `json:"indicator" doc:"With the target and the result as of then"`
	Baseline  string            `json:"baseline,omitempty" doc:"The target as adopted, where it has changed since"`
	Changed   string            `json:"changed,omitempty" enum:"issued,adjusted" doc:"The last change of the target"`
	Last      int               `json:"last,omitempty" doc:"The row of the same indicator in the year before"`
	Verdict   *Verdict          `json:"verdict,omitempty" doc:"On the year before, or of its row"`
}

// Verdict says whether a target was reached.
type Verdict struct {
	Verdict string `json:"verdict" enum:"exceeded,met,missed,undetermined"`
	Basis   string `json:"basis"`
	Margin  string `json:"margin" doc:"How far the result lies on the good side of the target; empty when there is none"`
	Reason  string `json:"reason"`
}

func rowOf(c caller, r office.Row) Row {
	indicator := render.NewIndicator(r.Item)
	out := Row{Row: r.No, Indicator: &indicator, Baseline: r.Baseline, Changed: kindOf(r.Changed), Last: r.Last}
	if r.HasResult {
		out.Verdict = verdictOf(c, r.Result)
	}
	return out
}

func verdictOf(c caller, r target.Result) *Verdict {
	v := &Verdict{Verdict: string(r.Verdict), Basis: string(r.Basis), Reason: c.pick(r.Zh, r.En)}
	if r.HasMargin {
		v.Margin = r.Margin.String()
	}
	return v
}

// kindOf is the kind of a change of a target, by the kind of its event.
func kindOf(event string) string {
	switch event {
	case "target.issued":
		return "issued"
	case "target.adjusted":
		return "adjusted"
	}
	return ""
}

// Moment says as of which event something is told.
type Moment struct {
	AsOf int64 `query:"as_of" minimum:"0" doc:"The event up to which it is told; by default the last there is"`
}

// PlanState is a plan as of an event.
type PlanState struct {
	Plan   Plan   `json:"plan"`
	AsOf   int64  `json:"as_of"`
	Now    int64  `json:"now" doc:"The last event there is"`
	Counts Counts `json:"counts" doc:"Verdicts on the numbered rows of the year before"`
}

// Counts are how many indicators have which verdict; exceeded is not part of met.
type Counts struct {
	Exceeded     int `json:"exceeded"`
	Met          int `json:"met"`
	Missed       int `json:"missed"`
	Undetermined int `json:"undetermined"`
}

// IndicatorState is an indicator with all that is known of it.
type IndicatorState struct {
	Row
	AsOf    int64             `json:"as_of"`
	Now     int64             `json:"now" doc:"The last event there is"`
	Adopted *render.Indicator `json:"adopted" doc:"As it stands in the baseline"`
	Targets []TargetChange    `json:"targets" doc:"Changes of the target, in order"`
	Facts   []Fact            `json:"facts" doc:"Its results, in order; the last counts"`
	Years   []Year            `json:"years" doc:"The same indicator in all plans of the unit"`
}

// Entered says who entered something, and when.
type Entered struct {
	Seq    int64  `json:"seq" doc:"Number of the event"`
	At     string `json:"at" format:"date-time"`
	Person string `json:"person"`
	Name   string `json:"name,omitempty" doc:"As of now"`
	Reason string `json:"reason,omitempty"`
}

// TargetChange is a target that replaced the one before it.
type TargetChange struct {
	Entered
	Kind     string         `json:"kind" enum:"issued,adjusted"`
	Target   *render.Target `json:"target"`
	Document string         `json:"document"`
	Date     string         `json:"date" format:"date"`
}

// Fact is a result as somebody entered it.
type Fact struct {
	Entered
	Actual *render.Actual `json:"actual"`
	Unit   string         `json:"unit"`
	Source string         `json:"source"`
}

// Year is an indicator in one year.
type Year struct {
	Year   int    `json:"year"`
	Plan   string `json:"plan"`
	Row    int    `json:"row"`
	Name   string `json:"name" doc:"As printed that year"`
	Unit   string `json:"unit"`
	Target string `json:"target"`
	Actual string `json:"actual"`
}

const stamp = "2006-01-02T15:04:05.000000Z07:00"

func indicatorOf(c caller, in *office.Indicator) IndicatorState {
	adopted := render.NewIndicator(in.Adopted)
	out := IndicatorState{
		Row: rowOf(c, in.Row), AsOf: in.AsOf, Now: in.Now, Adopted: &adopted,
		Targets: []TargetChange{}, Facts: []Fact{}, Years: []Year{},
	}
	for _, t := range in.Targets {
		out.Targets = append(out.Targets, TargetChange{
			Entered: Entered{t.Seq, t.At.Format(stamp), t.Person, t.Name, t.Reason},
			Kind:    kindOf(t.Kind), Target: render.NewTarget(t.Target), Document: t.Document, Date: t.Date,
		})
	}
	for _, f := range in.Facts {
		out.Facts = append(out.Facts, Fact{
			Entered: Entered{f.Seq, f.At.Format(stamp), f.Person, f.Name, f.Reason},
			Actual:  render.NewActual(f.Fact), Unit: f.Fact.Unit, Source: f.Fact.Source,
		})
	}
	for _, y := range in.Years {
		out.Years = append(out.Years, Year{Year: y.Year, Plan: y.Plan, Row: y.No, Name: y.Name, Unit: y.Unit, Target: y.Target, Actual: y.Actual})
	}
	return out
}

// etag names the state as of an event.
func etag(seq int64) string { return fmt.Sprintf(`"%d"`, seq) }

func (a *API) indicators() {
	add(a, operation{
		id: "get-plan", method: http.MethodGet, path: "/plans/{plan}", tag: "plans", needs: office.ReadPlan, open: true,
		summary: "A plan as of an event",
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Plan string `path:"plan"`
		Moment
	}) (*One[PlanState], error) {
		o, err := a.Office.Overview(ctx, actor, in.Plan, in.AsOf)
		if err != nil {
			return nil, err
		}
		c := o.Counts
		return &One[PlanState]{ETag: etag(o.Now), Body: PlanState{
			Plan: planOf(o.Plan), AsOf: o.AsOf, Now: o.Now, Counts: Counts{c.Exceeded, c.Met, c.Missed, c.Undetermined},
		}}, nil
	})
	add(a, operation{
		id: "list-indicators", method: http.MethodGet, path: "/plans/{plan}/indicators", tag: "plans", needs: office.ReadPlan, open: true,
		summary: "The rows of a plan as of an event: binding ones first within their section, then those of the year before",
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Plan string `path:"plan"`
		Moment
		Page
	}) (*Many[Row], error) {
		o, err := a.Office.Overview(ctx, actor, in.Plan, in.AsOf)
		if err != nil {
			return nil, err
		}
		var rows []office.Row
		for _, s := range o.Sections {
			rows = append(rows, s.Rows...)
		}
		rows = append(rows, o.Last...)
		c := callerOf(ctx)
		out, err := pageOf(rows, in.Page, func(r office.Row) string { return strconv.Itoa(r.No) }, func(r office.Row) Row { return rowOf(c, r) })
		if err == nil {
			out.ETag = etag(o.Now)
		}
		return out, err
	})
	add(a, operation{
		id: "get-indicator", method: http.MethodGet, path: "/plans/{plan}/indicators/{row}", tag: "plans", needs: office.ReadPlan, open: true,
		summary: "An indicator as of an event, with the history of its target and all its results",
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Plan string `path:"plan"`
		Row  int    `path:"row" minimum:"1"`
		Moment
	}) (*One[IndicatorState], error) {
		got, err := a.Office.Indicator(ctx, actor, in.Plan, in.Row, in.AsOf)
		if err != nil {
			return nil, err
		}
		return &One[IndicatorState]{ETag: etag(got.Now), Body: indicatorOf(callerOf(ctx), got)}, nil
	})
}
