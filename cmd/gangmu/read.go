package main

import (
	"io"

	"gangmu/plan"
	"gangmu/render"
	"gangmu/render/cube"
	"gangmu/render/workbook"
)

type readCmd struct {
	Format outputFormat `short:"f" default:"text" placeholder:"text|json|xlsx|parquet" help:"help_read_format"`
	Out    string       `short:"o" placeholder:"OUT" help:"help_out"`
	Files  []string     `arg:"" help:"help_files"`
}

// Run prints the plan of every file.
func (c *readCmd) Run(s *invocation) error {
	return s.documents(c.Files, c.Format, c.Out, printer{
		json: func(w io.Writer, file string, r *report) error {
			return render.PlanJSON(w, file, r.plan, r.extracted.Claims())
		},
		text: func(w io.Writer, r *report) error { return render.PlanText(w, r.plan, s.lang) },
		nothing: func(r *report) string {
			if r.empty() {
				return "no_plan"
			}
			return ""
		},
		appendix: func(w io.Writer, format outputFormat, all []*report) error {
			series := plan.SeriesOf(observations(all))
			if format == formatJSON {
				return render.SeriesField(w, series)
			}
			return render.SeriesText(w, series, s.lang)
		},
		whole: map[outputFormat]func(io.Writer, []*report) error{
			formatParquet: func(w io.Writer, all []*report) error { return cube.Parquet(w, observations(all)) },
			formatXlsx:    func(w io.Writer, all []*report) error { return workbook.Write(w, named(all)) },
		},
	})
}

// observations are the values of all reports' indicators.
func observations(all []*report) []plan.Observation {
	var out []plan.Observation
	for _, r := range all {
		out = append(out, r.plan.Observations(r.file)...)
	}
	return out
}

// named are the plans of all reports with their files.
func named(all []*report) []workbook.Report {
	var out []workbook.Report
	for _, r := range all {
		out = append(out, workbook.Report{File: r.file, Plan: r.plan})
	}
	return out
}
