package reporting

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"gangmu/fault"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
	"gangmu/quantity"
)

// Part is what a part of a series says for a period.
type Part struct {
	Key
	Owner  string
	Weight string
	Value  string // that counts, or will where it stands in the same sheet; empty while none does
	State  State  // of its sheet
}

// fillParts reads the parts of the sheet's series.
func (s *Sheet) fillParts(q office.Reads, id sheetID, line map[Key]*Line, now time.Time) error {
	type part struct {
		Part
		parent string
		has    bool // a value for the period
	}
	rows, err := eachUnit(s, func(unit string) ([]part, error) {
		return query.List(q, func(rows *sql.Rows) (p part, err error) {
			var spec string
			var until int64
			err = rows.Scan(&p.No, &p.Unit, &p.parent, &p.Owner, &spec, &p.State, &until, &p.Value)
			var read Spec
			err = errors.Join(err, json.Unmarshal([]byte(spec), &read))
			p.Weight, p.has = read.Weight, Series{Spec: read, Year: s.Plan.Year}.Has(id.Period)
			p.State = SheetState{State: p.State, Until: query.Micros(until)}.now(now).State
			return p, err
		}, `SELECT c.no, c.unit, c.parent, c.owner, c.spec, coalesce(t.state, 'open'), coalesce(t.until, 0),
				coalesce((SELECT f.value FROM counted f WHERE f.plan = c.plan AND f.no = c.no AND f.period = $2 AND f.unit = c.unit ORDER BY f.seq DESC LIMIT 1), '')
			FROM series c LEFT JOIN sheet t ON t.plan = c.plan AND t.unit = c.owner AND t.period = $2
			WHERE c.plan = $1 AND c.parent = $3 ORDER BY c.no, c.unit`, id.Plan, id.Period, unit)
	})
	if err != nil {
		return err
	}
	for _, p := range rows {
		l, own := line[Key{p.No, p.parent}], line[p.Key]
		switch {
		case l == nil:
		case !p.has:
			l.Spec.Parts = None // it reports less often: there is nothing to compare with
		case own != nil:
			p.Value = own.Cell.Value // will count together with the whole
			fallthrough
		default:
			l.Parts = append(l.Parts, p.Part)
		}
	}
	return nil
}

// waits names the units, other than own, whose parts must be confirmed first.
func (l *Line) waits(own string) (units []string) {
	for _, p := range l.Parts {
		if p.State != Confirmed && p.Owner != own {
			units = append(units, p.Owner)
		}
	}
	return units
}

// ofParts is what the parts make together, as an interval of what their printed
// digits admit; not ok where they need not agree or one has no number.
func (l *Line) ofParts() (total quantity.Interval, ok bool) {
	if l.Spec.Parts == None || len(l.Parts) == 0 {
		return total, false
	}
	weights := quantity.Interval{}
	for i, p := range l.Parts {
		a := l.actual(p.Value, Final)
		if !a.HasValue {
			return total, false
		}
		v, w := a.Quantity.Interval(), quantity.Point(quantity.Int(1))
		if l.Spec.Parts == Mean {
			n, err := quantity.ParseNumber(p.Weight)
			if err != nil {
				return total, false
			}
			w = quantity.Point(n)
			v = v.Mul(w)
		}
		if i == 0 {
			total, weights = v, w
		} else {
			total, weights = total.Add(v), weights.Add(w)
		}
	}
	if l.Spec.Parts == Mean {
		return total.Quo(weights)
	}
	return total, true
}

// agrees says whether a line's value and its parts can both be right as printed.
func (l *Line) agrees() *fault.Error {
	whole := l.actual(l.Cell.Value, l.Cell.Quality)
	total, ok := l.ofParts()
	if !ok || !whole.HasValue || whole.Quantity.Interval().Overlaps(total) {
		return nil
	}
	values := make([]string, len(l.Parts))
	for i, p := range l.Parts {
		values[i] = p.Value
	}
	rule := "合计"
	if l.Spec.Parts == Mean {
		rule = "加权平均"
	}
	return form.Conflict("parts-differ",
		fmt.Sprintf("“%s”填%s，各部分（%s）%s为%s，不一致。请核对后再确认。", l.Name, l.Cell.Value, strings.Join(values, "、"), rule, total),
		fmt.Sprintf("%s says %s, but its parts (%s) make %s. Check before you confirm.", l.Name, l.Cell.Value, strings.Join(values, ", "), total))
}
