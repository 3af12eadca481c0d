package web

import (
	"strconv"

	"gangmu/office"
)

var (
	correctRoute = route{pattern: "POST /plan/{plan}/{no}/correct", handle: correctFact}
	issueRoute   = route{pattern: "POST /plan/{plan}/{no}/issue", handle: issueTarget}
	adjustRoute  = route{pattern: "POST /plan/{plan}/{no}/adjust", handle: adjustTarget}
)

// correctFact replaces a result, with a reason.
func correctFact(r *request) error {
	return r.onIndicator(func(plan string, no int) error {
		return r.app.Office.CorrectFact(r.Context(), r.actor, plan, no, office.FactChange{Value: r.field("value"), Source: r.field("source"), Reason: r.field("reason")})
	})
}

// issueTarget enters what the higher level has set.
func issueTarget(r *request) error {
	return r.onIndicator(func(plan string, no int) error {
		return r.app.Office.IssueTarget(r.Context(), r.actor, plan, no, r.change())
	})
}

// adjustTarget enters an adjustment of the plan.
func adjustTarget(r *request) error {
	return r.onIndicator(func(plan string, no int) error {
		return r.app.Office.AdjustTarget(r.Context(), r.actor, plan, no, r.change())
	})
}

func (r *request) change() office.Change {
	return office.Change{Target: r.field("target"), Document: r.field("document"), Date: r.field("date"), Reason: r.field("reason")}
}

// onIndicator carries out a form of an indicator's page and shows the page again.
func (r *request) onIndicator(do func(plan string, no int) error) error {
	if err := r.form(); err != nil {
		return err
	}
	no, err := strconv.Atoi(r.PathValue("no"))
	if err != nil {
		return office.ErrNotFound
	}
	if err := do(r.PathValue("plan"), no); err != nil {
		p, errPage := r.indicatorPage()
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	r.redirect(indicatorPath(r.PathValue("plan"), no))
	return nil
}
