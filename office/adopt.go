package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"gangmu/ledger"
	"gangmu/plan"
)

// Adoption makes a plan the one that the congress approved. Its rows come from a
// read draft with its corrections, or are given.
type Adoption struct {
	From    Job // a version that was read; zero where rows are given
	Unit    string
	Year    int
	Session string // 会次
	Date    string // of the resolution
	Title   string // empty: that of the draft
	Region  string // empty: that of the draft
	Rows    []plan.Item
	Source  string // where given rows come from
	Publish bool
	Locked  bool // a plan to look at, which nobody changes
}

// maxRows bounds the indicators of a plan.
const maxRows = 2000

// Adopt makes the plan of a year: the approved baseline, which never changes. It
// gives the plan's id.
func (o *Office) Adopt(ctx context.Context, a Actor, ad Adoption) (id string, err error) {
	if ad, err = ad.check(); err != nil {
		return "", err
	}
	if ad.From != (Job{}) {
		if err := o.fill(ctx, a, &ad); err != nil {
			return "", err
		}
	}
	if !slices.ContainsFunc(ad.Rows, func(it plan.Item) bool { return it.Year == ad.Year }) {
		return "", invalid("no-rows", fmt.Sprintf("没有%d年的指标，不能确定为%d年计划。请核对年份，或先更正读取结果。", ad.Year, ad.Year),
			fmt.Sprintf("There is no indicator of %d to adopt. Check the year, or correct what was read.", ad.Year))
	}
	if len(ad.Rows) > maxRows {
		return "", invalid("too-many-rows", fmt.Sprintf("指标超过%d行。", maxRows), fmt.Sprintf("More than %d rows.", maxRows))
	}
	obj, err := o.unitObject(ctx, ad.Unit)
	if err != nil {
		return "", invalid("no-unit", "没有这个单位。", "There is no such unit.")
	}
	id = PlanID(ad.Unit, ad.Year)
	return id, o.do(ctx, a, AdoptPlan, planSubject(id), obj, func(tx *ledger.Tx) error {
		if _, err := planOf(tx, id); err == nil {
			return conflict("plan-exists",
				fmt.Sprintf("%d年计划已经确定，不能改动。目标有变请用“计划调整”。", ad.Year),
				fmt.Sprintf("The plan of %d is adopted and stays. Enter an adjustment instead.", ad.Year))
		}
		_, err := tx.AppendAll(ad.events(id)...)
		return err
	})
}

func (ad Adoption) check() (Adoption, error) {
	var err error
	if !isYear(fmt.Sprint(ad.Year)) {
		return ad, invalid("bad-year", "请填写计划年份。", "Give the year of the plan.")
	}
	if ad.Session, err = named("会次", ad.Session, maxTitle); err != nil {
		return ad, err
	}
	if ad.Date, err = day("批准日期", ad.Date); err != nil {
		return ad, err
	}
	ad.Title, ad.Region, ad.Source = cut(tidy(ad.Title), maxTitle), cut(tidy(ad.Region), maxTitle), cut(tidy(ad.Source), maxReason)
	return ad, nil
}

// fill takes unit, title and rows from the draft.
func (o *Office) fill(ctx context.Context, a Actor, ad *Adoption) error {
	r, err := o.Reading(ctx, a, ad.From)
	if err != nil {
		return err
	}
	if ad.Unit, err = o.draftUnit(ctx, ad.From.Draft); err != nil {
		return err
	}
	if ad.Title == "" {
		ad.Title = cut(r.Plan.Title, maxTitle)
	}
	if ad.Region == "" {
		ad.Region = r.Plan.Region
	}
	ad.Source = r.Version.File
	ad.Rows = r.Indicators()
	return nil
}

// events are the adoption of the plan, of each row, and last year's results.
func (ad Adoption) events(id string) []ledger.Draft {
	p := planAdopted{
		Unit: ad.Unit, Year: ad.Year, Executed: executed(ad.Rows, ad.Year), Title: ad.Title, Region: ad.Region,
		Session: ad.Session, Approved: ad.Date, Draft: ad.From.Draft, Version: ad.From.Version, Source: ad.Source,
		Published: ad.Publish, Locked: ad.Locked,
	}
	out := []ledger.Draft{{Kind: kindPlanAdopted, Subject: planSubject(id), Payload: p}}
	rows := ad.rows(p.Executed)
	last := pairs(rows, p.Year)
	for i, it := range rows {
		results := it.Measure().Facts
		if len(it.Measures) > 0 {
			it.Measures = slices.Clone(it.Measures[:1])
			it.Measures[0].Facts = nil
		}
		subject := indicatorSubject(id, i+1)
		adopted := indicatorAdopted{Item: it, Series: it.Series(), Last: last[i]}
		out = append(out, ledger.Draft{Kind: kindIndicatorAdopted, Subject: subject, Payload: adopted})
		for _, f := range results {
			f.Source, f.Period = cmp.Or(f.Source, ad.Source), cmp.Or(f.Period, fmt.Sprint(it.Year))
			out = append(out, ledger.Draft{Kind: kindFactRecorded, Subject: subject, Payload: factEvent{Fact: f}})
		}
	}
	return out
}

// rows are those of the two years.
func (ad Adoption) rows(executed int) []plan.Item {
	var out []plan.Item
	for _, it := range ad.Rows {
		if it.Year == ad.Year || it.Year == executed && executed != 0 {
			out = append(out, it)
		}
	}
	return out
}

// pairs is for each row of the year the number, from 1, of the row of the year
// before that is the same indicator; 0 for none.
func pairs(rows []plan.Item, year int) []int {
	var old, new []plan.Item
	var oldNo, newAt []int
	for i, it := range rows {
		if it.Year == year {
			new, newAt = append(new, it), append(newAt, i)
		} else {
			old, oldNo = append(old, it), append(oldNo, i+1)
		}
	}
	out := make([]int, len(rows))
	for i, j := range plan.Match(old, new) {
		if j >= 0 {
			out[newAt[i]] = oldNo[j]
		}
	}
	return out
}

// executed is the last year before the planned one of which there are rows, 0 for
// none.
func executed(rows []plan.Item, year int) int {
	last := 0
	for _, it := range rows {
		if it.Year < year {
			last = max(last, it.Year)
		}
	}
	return last
}

// PlanID names the plan of a unit and year.
func PlanID(unit string, year int) string { return fmt.Sprintf("%s-%d", unit, year) }

func planSubject(id string) string { return "plan/" + id }

func indicatorSubject(id string, no int) string { return fmt.Sprintf("plan/%s/indicator/%d", id, no) }

// TypedRow is an indicator as somebody types it.
type TypedRow struct {
	Year                        int
	No, Of, Name, Unit, Section string
	Binding                     bool
	Target, Actual              string // as a report prints them
	Owner                       string
}

// Item is the row as reading it from a report would give it.
func (r TypedRow) Item() plan.Item {
	field := func(s string) string { return cut(tidy(s), maxValue) }
	name, m := field(r.Name), plan.Measure{Unit: field(r.Unit)}
	if t := field(r.Target); t != "" {
		m.Target.Text, m.HasTarget = t, true
	}
	if s := field(r.Actual); s != "" {
		f := plan.Fact{Period: fmt.Sprint(r.Year)}
		f.Text = s
		m.Facts = []plan.Fact{f}
	}
	reparse(name, &m)
	return plan.Item{
		Year: r.Year, No: field(r.No), Of: field(r.Of), Name: name,
		Section: field(r.Section), Binding: r.Binding, Owner: field(r.Owner), Measures: []plan.Measure{m},
	}
}
