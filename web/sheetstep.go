package web

import (
	"time"

	"gangmu/office"
	"gangmu/office/reporting"
)

var sheetStepRoute = route{pattern: "POST /sheets/{plan}/{unit}/{period}/{step}", handle: stepSheet}

// stepSheet does one thing to the sheet. Cells that the form carries are saved
// first, so that nothing typed is lost.
func stepSheet(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	plan, unit, period := r.sheetID()
	s, ctx, reason := r.app.reporting, r.Context(), r.field("reason")
	cells, err := r.entries()
	if err == nil && len(cells) > 0 {
		var saved reporting.Saved
		if saved, err = s.Save(ctx, r.actor, plan, unit, period, cells); err == nil && len(saved.Conflicts) > 0 {
			return r.sheetAgain(errConflict, saved.Conflicts)
		}
	}
	if err == nil {
		switch r.PathValue("step") {
		case "submit":
			err = s.Submit(ctx, r.actor, plan, unit, period)
		case "withdraw":
			err = s.Withdraw(ctx, r.actor, plan, unit, period)
		case "review":
			err = s.Review(ctx, r.actor, plan, unit, period)
		case "return":
			err = s.Return(ctx, r.actor, plan, unit, period, reason)
		case "confirm":
			err = s.Confirm(ctx, r.actor, plan, unit, period)
		case "take-back":
			err = s.TakeBack(ctx, r.actor, plan, unit, period, reason)
		case "unlock":
			err = s.Unlock(ctx, r.actor, plan, unit, period, r.until(), reason)
		default:
			return office.ErrNotFound
		}
	}
	if err != nil {
		return r.sheetAgain(err, nil)
	}
	r.redirect(sheetPath(plan, unit, period))
	return nil
}

// until is the end of the day that the form names.
func (r *request) until() time.Time {
	day, err := time.ParseInLocation(time.DateOnly, r.field("until"), time.Local)
	if err != nil {
		return time.Time{}
	}
	return day.AddDate(0, 0, 1)
}
