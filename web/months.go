package web

import (
	"strconv"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
)

// monthsTable are the periods of a series: what counts beside earlier years and what
// it should be by then, who stands for it, and what is under way.
func (r *request) monthsTable(i *reporting.Indicator) table {
	t := table{name: i.Plan.ID + "-" + strconv.Itoa(i.No), label: r.t("watch.months"), short: true, columns: []column{
		{Key: "period", Head: r.t("sheet.period"), Tight: true}, {Key: "now", Head: strconv.Itoa(i.Plan.Year), Number: true},
		{Key: "goal", Head: r.t("watch.should"), Number: true},
	}}
	for _, y := range i.Earlier {
		t.columns = append(t.columns, column{Key: "y" + strconv.Itoa(y.Year), Head: strconv.Itoa(y.Year), Number: true})
	}
	t.columns = append(t.columns,
		column{Key: "low", Head: r.t("watch.forecast"), Number: true, Hidden: true}, column{Key: "high", Head: r.t("watch.forecast"), Number: true, Hidden: true},
		column{Key: "quality", Head: r.t("sheet.quality"), Tight: true}, column{Key: "signer", Head: r.t("watch.signer")},
		column{Key: "known", Head: r.t("watch.known"), Tight: true}, column{Key: "pending", Head: r.t("watch.pending"), Number: true})
	sheets := i.Owner != "" && r.holds(office.ReadSheet)
	for _, m := range i.Months {
		t.add(r.monthRow(i, m, sheets)...)
	}
	return t
}

func (r *request) monthRow(i *reporting.Indicator, m reporting.Month, sheets bool) []cell {
	period := cell{Text: r.period(m.Period.String())}
	if sheets {
		period.Href = sheetPath(i.Plan.ID, i.Owner, m.Period.String())
	}
	var now, quality, signer, known, pending cell
	if c := m.Counted; c != nil {
		now.Text, quality.Text, signer.Text, known.Text = c.Value, r.t("quality."+string(c.Quality)), i.Names[c.Signer], c.At.Local().Format("2006-01-02 15:04")
	}
	if m.Pending != nil {
		pending.Text = m.Pending.Value
	}
	row := []cell{period, now, {Text: should(i, m.Period)}}
	for _, y := range i.Earlier {
		row = append(row, cell{Text: figureOf(y, m.Period)})
	}
	low, high := band(i, m.Period)
	return append(row, low, high, quality, signer, known, pending)
}

// should is what the series should show by the end of a period: the pace of what
// accumulates, otherwise the goal itself.
func should(i *reporting.Indicator, p monitor.Period) string {
	if i.Judgement.Goal == nil {
		return ""
	}
	goal := *i.Judgement.Goal
	if i.Kind == monitor.Accumulating && !i.Flow {
		goal = monitor.PaceOf(goal, p)
	}
	return goal.String()
}

// figureOf is an earlier year's figure of the same period.
func figureOf(y reporting.Year, p monitor.Period) string {
	p.Year = y.Year
	for _, f := range y.Figures {
		if f.Period == p.String() {
			return f.Value
		}
	}
	return ""
}

// band is the forecast's range at a period: it opens from the last figure to the
// year's end.
func band(i *reporting.Indicator, p monitor.Period) (low, high cell) {
	f, from := i.Forecast, i.From
	if f == nil || from == nil || p.Last < from.Period.Last {
		return low, high
	}
	last, ok := monitor.Exact(from.Actual, i.Measure)
	if !ok {
		return low, high
	}
	v, err := strconv.ParseFloat(last.String(), 64)
	if err != nil {
		return low, high
	}
	share := float64(p.Last-from.Period.Last) / float64(12-from.Period.Last)
	at := func(end float64) cell {
		return cell{Text: strconv.FormatFloat(v+(end-v)*share, 'f', last.Places()+1, 64)}
	}
	return at(f.Low), at(f.High)
}

// monthsChart draws them.
func (r *request) monthsChart(i *reporting.Indicator, t table) chart {
	c := chart{title: r.t("watch.months"), unit: i.Measure, along: "period", table: t, lines: []chartLine{{column: "low", upper: "high", role: forecast}}}
	for _, y := range i.Earlier {
		c.lines = append(c.lines, chartLine{column: "y" + strconv.Itoa(y.Year), role: pastYear})
	}
	c.lines = append(c.lines, chartLine{column: "goal", role: goalLine}, chartLine{column: "now", role: thisYear})
	return c
}
