package main

import (
	"io"

	"gangmu/render"
)

type readCmd struct {
	Format outputFormat `short:"f" default:"text" placeholder:"text|json" help:"${help_format}"`
	Out    string       `short:"o" placeholder:"OUT" help:"${help_out}"`
	Files  []string     `arg:"" help:"${help_files}"`
}

// Run prints the plan of every file.
func (c *readCmd) Run(s *invocation) error {
	return s.documents(c.Files, c.Format, c.Out, printer{
		json: func(w io.Writer, file string, r *report) error { return render.PlanJSON(w, file, r.plan) },
		text: func(w io.Writer, r *report) error { return render.PlanText(w, r.plan, s.lang) },
		nothing: func(r *report) string {
			if p := r.plan; len(p.Indicators)+len(p.Projects)+len(p.Livelihood)+len(p.Commitments) > 0 {
				return ""
			}
			return "no_plan"
		},
	})
}
