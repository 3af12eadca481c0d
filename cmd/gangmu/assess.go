package main

import (
	"io"

	"gangmu/render"
)

type assessCmd struct {
	Format outputFormat `short:"f" default:"text" placeholder:"text|json" help:"help_format"`
	Out    string       `short:"o" placeholder:"OUT" help:"help_out"`
	Files  []string     `arg:"" help:"help_files"`
}

// Run prints the scorecard of every file.
func (c *assessCmd) Run(s *invocation) error {
	return s.documents(c.Files, c.Format, c.Out, printer{
		json: func(w io.Writer, file string, r *report) error {
			return render.ScoreJSON(w, file, r.assessment(), s.lang)
		},
		text: func(w io.Writer, r *report) error { return render.ScoreText(w, r.assessment(), s.lang) },
		nothing: func(r *report) string {
			if len(r.assessment().Rows) > 0 {
				return ""
			}
			return "no_indicators"
		},
	})
}
