package reporting

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
)

// invalid is short for what most files here answer with.
var invalid = form.Invalid

// kindNote is the event of a deviation note: Note, subject plan/ID/series/NO/UNIT.
const kindNote = "note.written"

// Note explains why a series is behind in a period.
type Note struct {
	Key
	Period  string `json:"period"`
	Cause   string `json:"cause"`
	Measure string `json:"measure"` // what is done about it
	Outlook string `json:"outlook"` // what the year will probably bring

	Seq    int64     `json:"-"`
	Person string    `json:"-"` // its id
	Name   string    `json:"-"` // as of now
	At     time.Time `json:"-"`
}

func (k Key) subject(plan string) string {
	return fmt.Sprintf("%s/%d/%s", seriesSubject(plan), k.No, k.Unit)
}

// Explain writes a deviation note; a later one for the same period adds to it.
func (s *Service) Explain(ctx context.Context, a office.Actor, plan string, n Note) error {
	var err error
	if n.Cause, err = form.Named("原因", n.Cause, form.MaxReason); err != nil {
		return err
	}
	if n.Measure, err = form.Named("措施", n.Measure, form.MaxReason); err != nil {
		return err
	}
	if n.Outlook, err = form.Named("预计", n.Outlook, form.MaxReason); err != nil {
		return err
	}
	if p, err := monitor.ParsePeriod(n.Period); err != nil || p.String() != n.Period {
		return invalid("bad-period", "期次写得不对。", "The period cannot be read.")
	}
	one, obj, err := s.seriesObject(ctx, plan, n.Key)
	if err != nil {
		return err
	}
	return s.Do(ctx, a, office.WriteNote, n.Key.subject(plan), obj, func(tx *ledger.Tx) error {
		if !one.Has(n.Period) {
			return invalid("bad-period", "这项指标没有这一期。", "The series has no such period.")
		}
		_, err := tx.Append(kindNote, n.Key.subject(plan), n)
		return err
	})
}

// seriesObject is a series, also as rights look at it: its owner's, and for who
// reads the whole plan's.
func (s *Service) seriesObject(ctx context.Context, plan string, k Key) (one Series, obj office.Object, err error) {
	err = s.View(ctx, func(v *ledger.View) error {
		p, err := office.PlanOf(v, plan)
		if err != nil {
			return err
		}
		if p.Locked {
			return errLocked
		}
		if one, err = s.seriesAt(v, p, k); err != nil {
			return err
		}
		unit := one.Owner
		if unit == "" {
			unit = p.Unit
		}
		obj.Units, err = office.UnitPath(v, unit)
		return err
	})
	return one, obj, err
}

// notesOf are the notes of a series, the latest first; an empty period is all.
func notesOf(q office.Reads, plan string, k Key, period string) ([]Note, error) {
	return query.List(q, func(rows *sql.Rows) (n Note, err error) {
		var at int64
		err = rows.Scan(&n.Period, &n.Cause, &n.Measure, &n.Outlook, &n.Person, &n.Name, &at, &n.Seq)
		n.Key, n.At = k, query.Micros(at)
		return n, err
	}, `SELECT n.period, n.cause, n.measure, n.outlook, n.person, coalesce(p.name, ''), n.at, n.seq FROM note n LEFT JOIN person p ON p.id = n.person
		WHERE n.plan = $1 AND n.no = $2 AND n.unit = $3 AND ($4 = '' OR n.period = $4) ORDER BY n.seq DESC`, plan, k.No, k.Unit, period)
}

func applyNote(tx *ledger.Tx, e ledger.Event, plan string) error {
	var n Note
	if err := e.Decode(&n); err != nil {
		return err
	}
	return query.Exec(tx, `INSERT INTO note (plan, no, unit, period, cause, measure, outlook, person, at, seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		plan, n.No, n.Unit, n.Period, n.Cause, n.Measure, n.Outlook, e.Actor, e.At.UnixMicro(), e.Seq)
}
