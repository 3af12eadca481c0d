package workbook

import (
	"fmt"
	"path/filepath"

	"gangmu/plan"
)

const seriesSheet = "历年"

var seriesColumns = []column{
	{head: "地区", width: 16, wrap: true},
	{head: "指标", width: 40, wrap: true},
	{head: "单位", width: 10, align: "center"},
	{head: "年份", width: 7, align: "center"},
	{head: "期间", width: 11, align: "center", optional: true},
	{head: "目标", width: 20, align: "right", wrap: true},
	{head: "目标比较", width: 9, align: "center", optional: true},
	{head: "目标值", width: 10},
	{head: "目标出处", width: 32, wrap: true},
	{head: "完成", width: 20, align: "right", wrap: true},
	{head: "完成比较", width: 9, align: "center", optional: true},
	{head: "完成值", width: 10},
	{head: "完成出处", width: 32, wrap: true},
}

// series prints what several reports promise and say was achieved for one
// indicator, a row a year, further statements on the same year below.
func (p *printer) series(reports []Report) error {
	var all []plan.Observation
	for _, r := range reports {
		all = append(all, r.Plan.Observations(r.File)...)
	}
	var rows []row
	for _, s := range plan.SeriesOf(all) {
		for _, y := range s.Years {
			for i := range max(len(y.Promised), len(y.Achieved)) {
				r := row{"地区": text(s.Region), "指标": text(s.Name), "单位": text(s.Unit), "年份": text(year(y.Year))}
				if i < len(y.Promised) {
					r.observe("目标", y.Promised[i])
				}
				if i < len(y.Achieved) {
					r.observe("完成", y.Achieved[i])
				}
				rows = append(rows, r)
			}
		}
	}
	return p.sheet(seriesSheet, used(seriesColumns, rows), rows)
}

func (r row) observe(what string, o plan.Observation) {
	r[what], r[what+"值"] = text(o.Text), text(o.Value)
	for _, c := range comparators {
		if o.Value != "" && c.op.String() == o.Op && !c.near {
			r[what+"比较"] = text(c.sign)
		}
	}
	if o.Period != "" {
		r["期间"] = text(o.Period)
	}
	where := fmt.Sprintf("%s 第%d行", filepath.Base(o.File), o.Span.Line)
	if o.Span.Block != "" {
		where = filepath.Base(o.File) + " " + o.Span.Block
	}
	r[what+"出处"] = text(where)
}
