package api

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"gangmu/fault"
	"gangmu/office"
)

// Correction is a result that is to replace the one before it; that stays, as of
// then.
type Correction struct {
	Value   string `json:"value" doc:"As it would be printed: 6.3"`
	Source  string `json:"source"`
	Reason  string `json:"reason"`
	BasedOn int64  `json:"based_on,omitempty" doc:"now of what was read; or send its ETag as If-Match"`
}

// NewTarget is a target that is to replace another.
type NewTarget struct {
	Kind     string `json:"kind" enum:"issued,adjusted" doc:"issued: what the higher level set for one left to it; adjusted: as the standing committee approved"`
	Target   string `json:"target" doc:"As it would be printed: 8以上"`
	Document string `json:"document" doc:"Number of the document, or the resolution"`
	Date     string `json:"date" format:"date"`
	Reason   string `json:"reason,omitempty" doc:"Of an adjustment"`
	BasedOn  int64  `json:"based_on,omitempty" doc:"now of what was read; or send its ETag as If-Match"`
}

// Basis is the event up to which the maker of a change looked, by either way.
type Basis struct {
	IfMatch string `header:"If-Match" doc:"The ETag of the indicator that was read"`
}

var errBasis = &fault.Error{
	Kind: fault.Invalid, Code: "basis-missing",
	Zh: "请写明改动依据的状态：把读取时的 ETag 放进 If-Match，或把 now 放进 based_on。",
	En: "Say which state the change is based on: the ETag that was read as If-Match, or its now as based_on.",
}

func (b Basis) event(basedOn int64) (int64, error) {
	if basedOn == 0 {
		n, err := strconv.ParseInt(strings.Trim(strings.TrimPrefix(b.IfMatch, "W/"), `"`), 10, 64)
		if err != nil {
			return 0, errBasis
		}
		basedOn = n
	}
	if basedOn < 1 {
		return 0, errBasis
	}
	return basedOn, nil
}

// RowPath names an indicator in an address.
type RowPath struct {
	Plan string `path:"plan"`
	Row  int    `path:"row" minimum:"1"`
	Basis
}

func (a *API) changes() {
	stale := []int{http.StatusPreconditionFailed}
	add(a, operation{
		id: "correct-result", method: http.MethodPost, path: "/plans/{plan}/indicators/{row}/facts", tag: "plans", needs: office.CorrectFact,
		summary: "Correct last year's result, for a reason", status: http.StatusCreated, errors: stale,
	}, func(ctx context.Context, actor office.Actor, in *struct {
		RowPath
		Body Correction
	}) (*One[IndicatorState], error) {
		based, err := in.event(in.Body.BasedOn)
		if err != nil {
			return nil, err
		}
		c := office.FactChange{Value: in.Body.Value, Source: in.Body.Source, Reason: in.Body.Reason, Based: based}
		return a.after(ctx, actor, in.RowPath, a.Office.CorrectFact(ctx, actor, in.Plan, in.Row, c))
	})
	add(a, operation{
		id: "change-target", method: http.MethodPost, path: "/plans/{plan}/indicators/{row}/targets", tag: "plans", needs: office.AdjustPlan,
		summary: "Enter a target that was issued, or an adjustment", status: http.StatusCreated, errors: stale,
	}, func(ctx context.Context, actor office.Actor, in *struct {
		RowPath
		Body NewTarget
	}) (*One[IndicatorState], error) {
		b := in.Body
		based, err := in.event(b.BasedOn)
		if err != nil {
			return nil, err
		}
		change := a.Office.AdjustTarget
		if b.Kind == "issued" {
			change = a.Office.IssueTarget
		}
		c := office.Change{Target: b.Target, Document: b.Document, Date: b.Date, Reason: b.Reason, Based: based}
		return a.after(ctx, actor, in.RowPath, change(ctx, actor, in.Plan, in.Row, c))
	})
}

// after answers a change with the indicator as it is then.
func (a *API) after(ctx context.Context, actor office.Actor, p RowPath, err error) (*One[IndicatorState], error) {
	if err != nil {
		return nil, err
	}
	got, err := a.Office.Indicator(ctx, actor, p.Plan, p.Row, 0)
	if err != nil {
		return nil, err
	}
	return &One[IndicatorState]{ETag: etag(got.Now), Body: indicatorOf(callerOf(ctx), got)}, nil
}
