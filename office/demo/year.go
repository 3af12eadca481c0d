package demo

import (
	"context"
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
)

//go:embed year.tsv
var yearTSV string

// today is the day on which a visitor comes: the tenth month is over and due.
var today = time.Date(2026, 11, 10, 9, 0, 0, 0, time.Local)

// What is left to be done: the third quarter of the department where the reporter
// works, and October of another, are late; a third corrects September.
const (
	lateQuarter = "999901.nyj"
	lateMonth   = "999901.hbj"
	correcting  = "999901.swj"
	waiting     = "999901.yjj" // its third quarter waits for the plan office
	whole       = "城镇新增就业"     // is split among two towns
)

// yearRow is a line of year.tsv.
type yearRow struct {
	name, unit, source string
	frequency          monitor.Frequency
	janFeb             bool
	first, last        string // words, or the values of the first and the tenth month
	places             int
}

// year fills in the months of the made-up year.
type year struct {
	*reporting.Service
	clock   *Clock
	plan    string
	rows    map[int]yearRow // by number of the plan's row
	staff   map[string][2]office.Actor
	planner office.Actor
}

// Year carries the demonstration's plan through ten months: who answers for what,
// what each unit reported and when, and what is late, corrected or red. The
// service's clock must be the given one.
func Year(ctx context.Context, s *reporting.Service, clock *Clock, seats []Seat) error {
	y := &year{Service: s, clock: clock, plan: office.PlanID(district, 2026), rows: map[int]yearRow{}, staff: map[string][2]office.Actor{}}
	for _, seat := range seats {
		a := office.Actor{Person: seat.Person, Name: seat.Name, Origin: "demo", Grants: []office.Grant{{Role: seat.Role, Unit: district}}}
		switch seat.Role {
		case office.PlanOffice:
			y.planner = a
		case office.Reporter, office.Reviewer:
			pair := y.staff[lateQuarter]
			pair[map[office.Role]int{office.Reporter: 0, office.Reviewer: 1}[seat.Role]] = a
			y.staff[lateQuarter] = pair
		}
	}
	for _, do := range []func(context.Context) error{y.hire, y.assign, y.report, y.correct} {
		if err := do(ctx); err != nil {
			return fmt.Errorf("the demonstration's year: %w", err)
		}
	}
	y.clock.set(today)
	return nil
}

// hire gives every unit a reporter and a reviewer.
func (y *year) hire(ctx context.Context) error {
	for _, u := range units {
		if u.Code == district || u.Code == lateQuarter {
			continue
		}
		var pair [2]office.Actor
		for i, role := range []office.Role{office.Reporter, office.Reviewer} {
			name := u.Name + role.Name().Zh + "（示例）"
			id, _, err := y.AddPerson(ctx, setup, office.NewPerson{Login: strings.TrimPrefix(u.Code, district+".") + strconv.Itoa(i+1), Name: name, Unit: u.Code})
			if err != nil {
				return err
			}
			g := office.Grant{Role: role, Unit: u.Code}
			if err := y.GrantRole(ctx, setup, id, g); err != nil {
				return err
			}
			pair[i] = office.Actor{Person: id, Name: name, Origin: "demo", Grants: []office.Grant{g}}
		}
		y.staff[u.Code] = pair
	}
	return nil
}

// assign gives the rows of year.tsv to their units, one of them split among towns.
func (y *year) assign(ctx context.Context) error {
	y.clock.set(time.Date(2026, 1, 26, 10, 0, 0, 0, time.Local))
	all, err := y.Series(ctx, y.planner, y.plan)
	if err != nil {
		return err
	}
	lines := map[string]yearRow{}
	for _, line := range strings.Split(strings.TrimSpace(yearTSV), "\n") {
		if f := strings.Split(line, "\t"); !strings.HasPrefix(line, "#") {
			places, err := strconv.Atoi(f[7])
			if err != nil {
				return err
			}
			lines[f[0]] = yearRow{f[0], district + "." + f[1], f[4], monitor.Frequency(f[2]), f[3] != "", f[5], f[6], places}
		}
	}
	var given []reporting.Assignment
	for _, s := range all {
		row, found := lines[s.Name]
		if !found {
			continue // nobody has it yet, and the pages say so
		}
		y.rows[s.No] = row
		spec := reporting.Spec{Owner: row.unit, Person: y.staff[row.unit][0].Person, Frequency: row.frequency, JanFeb: row.janFeb, Source: row.source, DueDay: 8}
		if row.frequency != monitor.Monthly {
			spec.DueDay = 25
		}
		if row.name != whole {
			given = append(given, reporting.Assignment{Key: s.Key, Spec: spec})
			continue
		}
		spec.Parts = reporting.Sum
		given = append(given, reporting.Assignment{Key: s.Key, Spec: spec})
		for unit, target := range map[string]string{"999901.qx": "0.5", "999901.fl": "0.45"} {
			given = append(given, reporting.Assignment{Key: reporting.Key{No: s.No, Unit: unit}, Spec: reporting.Spec{
				Owner: unit, Person: y.staff[unit][0].Person, Frequency: row.frequency, DueDay: 6, Target: target,
			}})
		}
	}
	if err := y.Assign(ctx, y.planner, y.plan, given); err != nil {
		return err
	}
	return y.accept(ctx, given)
}

// accept: everybody takes on what is his, but one indicator of the reporter's.
func (y *year) accept(ctx context.Context, given []reporting.Assignment) error {
	y.clock.set(time.Date(2026, 1, 28, 10, 0, 0, 0, time.Local))
	for unit, pair := range y.staff {
		var keys []reporting.Key
		for _, a := range given {
			if a.Owner == unit && y.rows[a.No].name != "耕地保有量" {
				keys = append(keys, a.Key)
			}
		}
		if len(keys) == 0 {
			continue
		}
		if err := y.Accept(ctx, pair[0], y.plan, keys); err != nil {
			return err
		}
	}
	return nil
}

// report carries every sheet whose period ended by October to its confirmation,
// parts before the whole.
func (y *year) report(ctx context.Context) error {
	y.clock.set(today)
	duties, err := y.Calendar(ctx, y.planner, y.plan)
	if err != nil {
		return err
	}
	for _, d := range duties {
		if d.Unit == lateQuarter && d.Period == monitor.Quarter(2026, 3) || d.Unit == lateMonth && d.Period == monitor.Month(2026, 10) {
			continue
		}
		y.clock.set(d.Due.Add(-14 * time.Hour))
		if err := y.sheet(ctx, d); err != nil {
			return fmt.Errorf("%s %s: %w", d.Unit, d.Period, err)
		}
	}
	return nil
}

func (y *year) sheet(ctx context.Context, d reporting.Duty) error {
	period := d.Period.String()
	sheet, err := y.Sheet(ctx, y.planner, y.plan, d.Unit, period)
	if err != nil {
		return err
	}
	var cells []reporting.Entry
	for _, l := range sheet.Lines {
		if value := y.rows[l.No].value(d.Period, l.Key.Unit); value != "" {
			cells = append(cells, reporting.Entry{Key: l.Key, Value: value})
		}
	}
	if len(cells) == 0 {
		return nil
	}
	pair := y.staff[d.Unit]
	if _, err := y.Save(ctx, pair[0], y.plan, d.Unit, period, cells); err != nil {
		return err
	}
	if err := y.explain(ctx, d, pair[0]); err != nil {
		return err
	}
	if err := y.Submit(ctx, pair[0], y.plan, d.Unit, period); err != nil {
		return err
	}
	if err := y.Review(ctx, pair[1], y.plan, d.Unit, period); err != nil {
		return err
	}
	if d.Unit == waiting && d.Period == monitor.Quarter(2026, 3) {
		return nil // waits for the plan office
	}
	return y.Confirm(ctx, y.planner, y.plan, d.Unit, period)
}

// explain writes the notes that red lights need.
func (y *year) explain(ctx context.Context, d reporting.Duty, who office.Actor) error {
	effects, err := y.Preview(ctx, who, y.plan, d.Unit, d.Period.String())
	if err != nil {
		return err
	}
	for _, e := range effects {
		if e.Then.Light != monitor.Red {
			continue
		}
		n := reporting.Note{Key: e.Key, Period: e.Period, Cause: "外部需求偏弱，部分签约项目开工推迟", Measure: "逐个项目排出到位时间，每周调度", Outlook: "四季度好转，全年仍有缺口"}
		if err := y.Explain(ctx, who, y.plan, n); err != nil {
			return err
		}
	}
	return nil
}

// correct opens September of a department again, which has entered another figure.
func (y *year) correct(ctx context.Context) error {
	y.clock.set(time.Date(2026, 11, 9, 15, 0, 0, 0, time.Local))
	const period = "2026-09"
	if err := y.Unlock(ctx, y.planner, y.plan, correcting, period, y.clock.Now().AddDate(0, 0, 4), "海关更正9月数据"); err != nil {
		return err
	}
	sheet, err := y.Sheet(ctx, y.planner, y.plan, correcting, period)
	if err != nil {
		return err
	}
	for _, l := range sheet.Lines {
		if l.Name == "进出口总值增速" {
			_, err = y.Save(ctx, y.staff[correcting][0], y.plan, correcting, period, []reporting.Entry{{Key: l.Key, Value: "-2.9", Base: l.Cell.Seq, Remark: "海关更正"}})
		}
	}
	return err
}

// value is what the row reports for a period: the straight way from its first to
// its tenth month, with a little unrest in rates.
func (r yearRow) value(p monitor.Period, unit string) string {
	if r.first == "" || r.frequency == monitor.Yearly {
		return ""
	}
	first, err := strconv.ParseFloat(r.first, 64)
	last, err2 := strconv.ParseFloat(r.last, 64)
	if err != nil || err2 != nil {
		return r.last // words
	}
	begin := 1.0
	switch {
	case r.frequency == monitor.Quarterly:
		begin = 3
	case r.frequency == monitor.HalfYearly:
		begin = 6
	case r.janFeb:
		begin = 2
	}
	end := 10.0
	if r.frequency == monitor.Quarterly {
		end = 9
	}
	v := first
	if end > begin {
		v += (last - first) * (float64(p.Last) - begin) / (end - begin)
	}
	if r.name == whole {
		total := math.Round(v*100) / 100
		part := math.Round(total*53) / 100
		switch unit {
		case "999901.qx":
			v = part
		case "999901.fl":
			v = total - part
		}
	}
	return strconv.FormatFloat(v, 'f', r.places, 64)
}
