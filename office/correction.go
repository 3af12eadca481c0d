package office

import (
	"context"
	"database/sql"
	"slices"
	"strconv"

	"gangmu/ledger"
	"gangmu/plan"
	"gangmu/target"
)

// Field is what of a read row a correction can change.
type Field string

const (
	FieldYear    Field = "year"
	FieldNo      Field = "no"
	FieldOf      Field = "of" // the no of the row that it is a part (其中) of
	FieldName    Field = "name"
	FieldUnit    Field = "unit"
	FieldSection Field = "section"
	FieldBinding Field = "binding" // yes, or empty
	FieldTarget  Field = "target"  // as it would be printed: 8以上
	FieldActual  Field = "actual"
	FieldOwner   Field = "owner"
	FieldRemoved Field = "removed" // yes: it is no row
)

// Fields are all fields, in the order of pages.
var Fields = []Field{
	FieldYear, FieldNo, FieldOf, FieldName, FieldUnit, FieldSection, FieldBinding, FieldTarget, FieldActual, FieldOwner, FieldRemoved,
}

const maxValue = 200

func (c Correction) check(rows int) (Correction, error) {
	c.Value = tidy(c.Value)
	switch {
	case !slices.Contains(Fields, c.Field):
		return c, invalid("bad-field", "没有这一栏。", "There is no such field.")
	case len([]rune(c.Value)) > maxValue:
		return c, tooLong("内容", maxValue)
	case c.Row < 0 || c.Row > rows:
		return c, ErrNotFound
	case c.Field == FieldYear && !isYear(c.Value):
		return c, invalid("bad-year", "年份要写成四位数字。", "A year has four digits.")
	case c.Field == FieldName && c.Value == "":
		return c, invalid("empty-field", "请填写指标名称。", "The indicator's name is missing.")
	case (c.Field == FieldBinding || c.Field == FieldRemoved) && c.Value != "" && c.Value != "yes":
		return c, invalid("bad-value", "请选择是或否。", "Choose yes or no.")
	}
	return c, nil
}

func isYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n >= 1949 && n <= 2199
}

// CorrectReading changes what was read in a version. The file and the first
// reading stay as they are.
func (o *Office) CorrectReading(ctx context.Context, a Actor, j Job, c Correction) error {
	reason, err := reasoned(c.Reason)
	if err != nil {
		return err
	}
	c.Reason = reason
	v, err := o.version(ctx, a, CorrectReading, j)
	if err != nil {
		return err
	}
	r, err := o.reading(ctx, v)
	if err != nil {
		return err
	}
	if c, err = c.check(len(r.Plan.Indicators)); err != nil {
		return err
	}
	_, err = o.ledger.Do(ctx, a.ledger(), func(tx *ledger.Tx) error {
		_, err := tx.Append(kindReadingCorrected, j.subject(), c)
		return err
	})
	return err
}

func corrections(q querier, v Version) ([]Corrected, error) {
	return list(q, func(rows *sql.Rows) (c Corrected, err error) {
		var at int64
		err = rows.Scan(&c.Seq, &c.Row, &c.Field, &c.Value, &c.Reason, &c.Person, &at)
		c.At = fromMicros(at)
		return c, err
	}, `SELECT seq, row_no, field, value, reason, person, at FROM reading_correction WHERE draft = $1 AND version = $2 ORDER BY seq`, v.Draft, v.No)
}

// apply is the rows with the correction. A removed row keeps its place, so that
// the numbers of the others stay; Reading.Removed tells it.
func (c Correction) apply(rows []plan.Item, year int) []plan.Item {
	rows = slices.Clone(rows)
	if c.Row == len(rows) {
		rows = append(rows, plan.Item{Year: year, Measures: []plan.Measure{{}}})
	}
	if c.Row > len(rows) {
		return rows
	}
	it := &rows[c.Row]
	it.Measures = slices.Clone(it.Measures)
	if len(it.Measures) == 0 {
		it.Measures = []plan.Measure{{}}
	}
	m := &it.Measures[0]
	switch c.Field {
	case FieldYear:
		it.Year, _ = strconv.Atoi(c.Value)
	case FieldNo:
		it.No = c.Value
	case FieldOf:
		it.Of = c.Value
	case FieldName:
		it.Name = c.Value
	case FieldUnit:
		m.Unit = c.Value
	case FieldSection:
		it.Section = c.Value
	case FieldBinding:
		it.Binding = c.Value != ""
	case FieldOwner:
		it.Owner = c.Value
	case FieldTarget:
		m.Target, m.HasTarget = target.Target{Text: c.Value}, c.Value != ""
	case FieldActual:
		m.Facts = nil
		if c.Value != "" {
			m.Facts = []plan.Fact{{Actual: target.Actual{Text: c.Value}, Period: strconv.Itoa(it.Year)}}
		}
	}
	if c.Field == FieldName || c.Field == FieldUnit || c.Field == FieldTarget || c.Field == FieldActual {
		reparse(it.Name, m)
	}
	return rows
}

// reparse reads a measure's target and result anew from their texts, as its name
// and unit now are.
func reparse(name string, m *plan.Measure) {
	m.Subject = name
	c := plan.ContextFor(name, m.Unit)
	if m.HasTarget {
		m.Target = target.Parse(m.Target.Text, c)
	}
	m.Facts = slices.Clone(m.Facts)
	for i := range m.Facts {
		quality := m.Facts[i].Quality
		m.Facts[i].Actual, m.Facts[i].Unit = target.ParseActualIn(m.Facts[i].Text, c), m.Unit
		if quality == target.Forecast || quality == target.Preliminary {
			m.Facts[i].Quality = quality
		}
	}
}
