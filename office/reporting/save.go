package reporting

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/internal/form"
)

// Saved is what came of saving cells.
type Saved struct {
	Seq       int64      // of the event; 0: nothing was saved
	Cells     []Cell     // as they are now
	Conflicts []Conflict // those that somebody else changed meanwhile: they stay as they are
}

// Conflict is a cell that two people filled in: what stands there, and what was to
// replace it.
type Conflict struct {
	Cell Cell
	Name string // of the person who was first
	Mine Entry
}

const (
	mostCells = 5000
	maxValue  = 60 // characters
	maxFiles  = 20 // of evidence in a cell
)

// Save puts values into cells of a sheet, as drafts: whatever the checks say of
// them, nothing typed is lost. A cell that was changed since the one it is based
// on is not overwritten; the others are saved.
func (s *Service) Save(ctx context.Context, a office.Actor, plan, unit, period string, cells []Entry) (out Saved, err error) {
	id := sheetID{plan, unit, period}
	if len(cells) == 0 || len(cells) > mostCells {
		return out, form.Invalid("no-cells", fmt.Sprintf("一次要保存1到%d格。", mostCells), fmt.Sprintf("Save 1 to %d cells at once.", mostCells))
	}
	obj, err := s.sheetObject(ctx, id)
	if err != nil {
		return out, err
	}
	err = s.Do(ctx, a, office.ReportSheet, id.subject(), obj, func(tx *ledger.Tx) error {
		out = Saved{}
		sheet, err := s.sheet(tx, id)
		if err != nil {
			return err
		}
		if err := sheet.fillable(); err != nil {
			return err
		}
		changed, err := out.sort(tx, sheet, cells)
		if err != nil || len(changed) == 0 {
			return err
		}
		return out.append(tx, a, id, changed)
	})
	return out, err
}

// append makes the event of cells that nobody else changed.
func (out *Saved) append(tx *ledger.Tx, a office.Actor, id sheetID, changed []Entry) error {
	e, err := tx.Append(kindSaved, id.subject(), saved{changed})
	if err != nil {
		return err
	}
	out.Seq = e.Seq
	for _, c := range changed {
		out.Cells = append(out.Cells, Cell{Key: c.Key, Period: id.Period, Value: c.Value, Quality: c.Quality,
			Remark: c.Remark, Evidence: c.Evidence, Person: a.Person, At: e.At, Seq: e.Seq})
	}
	return nil
}

// sort tells what is to be saved from what somebody else was first with.
func (out *Saved) sort(q office.Reads, sheet *Sheet, cells []Entry) (changed []Entry, err error) {
	seen := map[Key]bool{}
	for _, c := range cells {
		at := slices.IndexFunc(sheet.Lines, func(l Line) bool { return l.Key == c.Key })
		if at < 0 || seen[c.Key] {
			return nil, form.Invalid("no-cell", fmt.Sprintf("这张报表没有第%d行，或一行填了两次。", c.No), fmt.Sprintf("The sheet has no row %d, or it is given twice.", c.No))
		}
		seen[c.Key] = true
		if c, err = c.check(); err != nil {
			return nil, err
		}
		if now := sheet.Lines[at].Cell; !slices.Equal(now.Evidence, c.Evidence) {
			if err := sheet.attached(q, c.Evidence); err != nil {
				return nil, err
			}
		}
		switch now := sheet.Lines[at].Cell; {
		case now.same(c):
			out.Cells = append(out.Cells, now)
		case now.Seq != c.Base:
			person, err := office.PersonOf(q, now.Person)
			if err != nil {
				return nil, err
			}
			out.Conflicts = append(out.Conflicts, Conflict{Cell: now, Name: person.Name, Mine: c})
		default:
			changed = append(changed, c)
		}
	}
	return changed, nil
}

func (c Cell) same(e Entry) bool {
	return c.Value == e.Value && c.Quality == e.Quality && c.Remark == e.Remark && slices.Equal(c.Evidence, e.Evidence)
}

func (c Entry) check() (Entry, error) {
	c.Value, c.Remark = form.Tidy(c.Value), form.Tidy(c.Remark)
	switch {
	case utf8.RuneCountInString(c.Value) > maxValue:
		return c, form.TooLong("数值", maxValue)
	case utf8.RuneCountInString(c.Remark) > form.MaxReason:
		return c, form.TooLong("说明", form.MaxReason)
	case !slices.Contains(Qualities, c.Quality):
		return c, form.Invalid("bad-quality", "没有这种数据性质。", "There is no such quality of a value.")
	case len(c.Evidence) > maxFiles:
		return c, form.Invalid("too-many-files", fmt.Sprintf("一格最多%d个佐证文件。", maxFiles), fmt.Sprintf("At most %d files for a cell.", maxFiles))
	}
	return c, nil
}

// fillable says why a sheet cannot be changed.
func (s *Sheet) fillable() error {
	switch {
	case s.Plan.Locked:
		return errLocked
	case s.State == Confirmed && !s.Until.IsZero() && s.Until.UnixMicro() > 0:
		return form.Conflict("exception-over", "限时修改已到期，报表重新锁定。还要修改请再申请。", "The time for the change is over: the sheet is locked again. Ask for another exception.")
	case s.State == Confirmed:
		return form.Conflict("sheet-locked", "这张报表已确认锁定。要修改请计划部门批准限时修改。", "The sheet is confirmed and locked. The plan office can grant a change.")
	case !s.State.Fillable():
		return form.Conflict("sheet-sent", "这张报表已报送，"+s.State.Name().Zh+"。要修改请先撤回，或请对方退回。", "The sheet was submitted and is "+s.State.Name().En+". Withdraw it first, or have it returned.")
	}
	return nil
}

// sheetObject is a sheet as rights look at it: its unit's and those above.
func (s *Service) sheetObject(ctx context.Context, id sheetID) (obj office.Object, err error) {
	err = s.View(ctx, func(v *ledger.View) error {
		obj.Units, err = office.UnitPath(v, id.Unit)
		return err
	})
	return obj, err
}
