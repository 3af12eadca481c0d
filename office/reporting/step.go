package reporting

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
)

// Submit sends a sheet to the unit's review. What a check says must be explained
// where that is allowed, and mended where it is not; what will be red needs a
// deviation note.
func (s *Service) Submit(ctx context.Context, a office.Actor, plan, unit, period string) error {
	return s.step(ctx, a, office.ReportSheet, sheetID{plan, unit, period}, submit, stepped{}, func(tx *ledger.Tx, sheet *Sheet) error {
		if err := sheet.fillable(); err != nil {
			return err
		}
		if err := sheet.ready(); err != nil {
			return err
		}
		return s.explained(tx, sheet, tx.Seq())
	})
}

// Withdraw takes a sheet back that nobody has reviewed yet.
func (s *Service) Withdraw(ctx context.Context, a office.Actor, plan, unit, period string) error {
	return s.step(ctx, a, office.ReportSheet, sheetID{plan, unit, period}, withdraw, stepped{}, nil)
}

// Review passes a sheet on to the plan office.
func (s *Service) Review(ctx context.Context, a office.Actor, plan, unit, period string) error {
	return s.step(ctx, a, office.ReviewSheet, sheetID{plan, unit, period}, review, stepped{}, func(_ *ledger.Tx, sheet *Sheet) error {
		return sheet.notBy(a)
	})
}

// Return gives a sheet back to be mended, with a reason: the unit's reviewer one
// that waits for him, the plan office one that waits for it.
func (s *Service) Return(ctx context.Context, a office.Actor, plan, unit, period, reason string) error {
	reason, err := form.Reasoned(reason)
	if err != nil {
		return err
	}
	id := sheetID{plan, unit, period}
	act := office.ReviewSheet
	err = s.View(ctx, func(v *ledger.View) error {
		st, err := stateOf(v, id, s.Now())
		if st.State == Reviewed {
			act = office.ConfirmSheet
		}
		return err
	})
	if err != nil {
		return err
	}
	return s.step(ctx, a, act, id, giveBack, stepped{Reason: reason}, func(_ *ledger.Tx, sheet *Sheet) error {
		if (sheet.State == Reviewed) != (act == office.ConfirmSheet) {
			_, err := Confirmed.after(giveBack) // somebody was first
			return err
		}
		return nil
	})
}

// Confirm makes a sheet's values count and locks it, after those of its parts.
func (s *Service) Confirm(ctx context.Context, a office.Actor, plan, unit, period string) error {
	return s.step(ctx, a, office.ConfirmSheet, sheetID{plan, unit, period}, confirm, stepped{}, func(tx *ledger.Tx, sheet *Sheet) error {
		if err := sheet.notBy(a); err != nil {
			return err
		}
		if err := sheet.partsFirst(); err != nil {
			return err
		}
		return s.reopenWhole(tx, sheet)
	})
}

// TakeBack takes a confirmation back, from the top down. What was confirmed goes
// on counting until it is confirmed anew.
func (s *Service) TakeBack(ctx context.Context, a office.Actor, plan, unit, period, reason string) error {
	reason, err := form.Reasoned(reason)
	if err != nil {
		return err
	}
	return s.step(ctx, a, office.ConfirmSheet, sheetID{plan, unit, period}, takeBack, stepped{Reason: reason}, s.wholeFirst)
}

// longestException bounds the time of an exception.
const longestException = 31 * 24 * time.Hour

// Unlock grants that a confirmed sheet is changed until a time.
func (s *Service) Unlock(ctx context.Context, a office.Actor, plan, unit, period string, until time.Time, reason string) error {
	reason, err := form.Reasoned(reason)
	if err != nil {
		return err
	}
	if left := until.Sub(s.Now()); left <= 0 || left > longestException {
		return form.Invalid("bad-until", "限时修改的截止时间要在31天以内，且晚于现在。", "The exception must end within 31 days, and after now.")
	}
	return s.step(ctx, a, office.UnlockSheet, sheetID{plan, unit, period}, unlock, stepped{Reason: reason, Until: until.UnixMicro()}, s.wholeFirst)
}

// step does one thing to a sheet where its state allows it and may says nothing.
func (s *Service) step(ctx context.Context, a office.Actor, act office.Action, id sheetID, do step, what stepped, may func(*ledger.Tx, *Sheet) error) error {
	obj, err := s.sheetObject(ctx, id)
	if err != nil {
		return err
	}
	return s.Do(ctx, a, act, id.subject(), obj, func(tx *ledger.Tx) error {
		sheet, err := s.sheet(tx, id)
		if err != nil {
			return err
		}
		if sheet.Plan.Locked {
			return errLocked
		}
		if _, err := sheet.State.after(do); err != nil {
			return err
		}
		if may != nil {
			if err := may(tx, sheet); err != nil {
				return err
			}
		}
		_, err = tx.Append(string(do), id.subject(), what)
		return err
	})
}

// ready says what keeps a sheet from being submitted.
func (s *Sheet) ready() error {
	filled := false
	for _, l := range s.Lines {
		filled = filled || l.Cell.Value != ""
		for _, p := range l.Problems {
			if p.Soft && l.Cell.Remark != "" {
				continue
			}
			zh, en := "请更正后再报送。", "Mend it before you submit."
			if p.Soft {
				zh, en = "请更正，或在说明中写明原因后再报送。", "Mend it, or explain it in the remark, before you submit."
			}
			return form.Invalid("check-"+p.Check, "“"+l.Name+"”："+p.Zh+zh, l.Name+": "+p.En+" "+en)
		}
	}
	if !filled {
		return form.Invalid("sheet-empty", "还没有填任何数，不能报送。", "Nothing is filled in yet.")
	}
	return nil
}

// notBy keeps who submitted from passing his own sheet.
func (s *Sheet) notBy(a office.Actor) error {
	if s.Submitter == a.Person {
		return form.Conflict("own-sheet", "这张报表是您自己报送的，要由另一个人审核、确认。", "You submitted this sheet yourself: somebody else must pass it.")
	}
	return nil
}

// partsFirst holds a sheet until its parts are confirmed and agree with it.
func (s *Sheet) partsFirst() error {
	for i := range s.Lines {
		l := &s.Lines[i]
		if units := l.waits(s.Unit.Code); len(units) > 0 {
			return form.Conflict("parts-open",
				fmt.Sprintf("“%s”的分解单位还有%d个没有确认（%s），要先确认它们。", l.Name, len(units), strings.Join(units, "、")),
				fmt.Sprintf("%d units of %s are not confirmed yet (%s): they come first.", len(units), l.Name, strings.Join(units, ", ")))
		}
		if err := l.agrees(); err != nil {
			return err
		}
	}
	return nil
}

// wholeFirst keeps a sheet confirmed while that of a whole is.
func (s *Service) wholeFirst(tx *ledger.Tx, sheet *Sheet) error {
	var closed []string
	above, err := s.wholes(tx, sheet)
	for _, w := range above {
		if w.State == Confirmed {
			closed = append(closed, w.unit)
		}
	}
	if err != nil || len(closed) == 0 {
		return err
	}
	return form.Conflict("whole-confirmed",
		fmt.Sprintf("上级单位（%s）本期已确认。要从上往下办：先收回它的，或批准它限时修改。", strings.Join(closed, "、")),
		fmt.Sprintf("The whole (%s) is confirmed for this period: take that back or open it first, from the top down.", strings.Join(closed, ", ")))
}

// reopenWhole sends the whole of a part that is confirmed back to be looked at
// again. An exception of the whole would otherwise end by itself, and close a
// figure that its parts no longer make.
func (s *Service) reopenWhole(tx *ledger.Tx, sheet *Sheet) error {
	if err := s.wholeFirst(tx, sheet); err != nil {
		return err
	}
	above, err := s.wholes(tx, sheet)
	if err != nil {
		return err
	}
	for _, w := range above {
		if w.State != Unlocked {
			continue
		}
		id := sheetID{sheet.Plan.ID, w.unit, sheet.Period.String()}
		if _, err := tx.Append(string(reopen), id.subject(), stepped{Reason: sheet.Unit.Name + "重新确认，请核对合计后再报送"}); err != nil {
			return err
		}
	}
	return nil
}

type whole struct {
	unit string
	SheetState
}

// wholes are the sheets of other units, for the same period, with a series that
// one of the sheet is a part of.
func (s *Service) wholes(tx *ledger.Tx, sheet *Sheet) ([]whole, error) {
	return query.List(tx, func(rows *sql.Rows) (w whole, err error) {
		var until int64
		err = rows.Scan(&w.unit, &w.State, &until)
		w.Until = query.Micros(until)
		w.SheetState = w.now(s.Now())
		return w, err
	}, `SELECT DISTINCT w.owner, t.state, t.until FROM series c JOIN series w ON w.plan = c.plan AND w.no = c.no AND w.unit = c.parent
		JOIN sheet t ON t.plan = w.plan AND t.unit = w.owner AND t.period = $3
		WHERE c.plan = $1 AND c.owner = $2 AND c.parent <> '' AND w.owner <> c.owner ORDER BY w.owner`,
		sheet.Plan.ID, sheet.Unit.Code, sheet.Period.String())
}
