package main

import (
	"fmt"

	"gangmu/internal/layout"
	"gangmu/plan"
	"gangmu/render"
)

type diffCmd struct {
	Format outputFormat `short:"f" default:"text" placeholder:"text|json" help:"help_format"`
	Out    string       `short:"o" placeholder:"OUT" help:"help_out"`
	Old    string       `arg:"" name:"old" help:"help_diff_old"`
	New    string       `arg:"" optional:"" name:"new" help:"help_diff_new"`
}

// Run prints what changed between the two years of one report, or between the
// plans of two.
func (c *diffCmd) Run(s *invocation) error {
	if err := c.Format.check(formatText, formatJSON); err != nil {
		return err
	}
	files := []string{c.Old}
	if c.New != "" {
		files = append(files, c.New)
	}
	if c.Old == stdio && c.New == stdio {
		return stdinTwice()
	}
	var reports []*report
	for _, f := range files {
		r, err := s.read(f)
		if err != nil {
			p := *problemOf(err)
			p.Zh, p.En = f+": "+p.Zh, f+": "+p.En
			return &p
		}
		for _, w := range r.warnings {
			fmt.Fprintf(s.Stderr, "gangmu: %s: %s\n", layout.Clean(f), w.in(s.lang))
		}
		reports = append(reports, r)
	}
	return c.print(s, files, reports)
}

func (c *diffCmd) print(s *invocation, files []string, reports []*report) error {
	first, last := reports[0].plan, reports[len(reports)-1].plan
	old := render.Edition{File: c.Old, Year: first.ExecutedYear}
	changes := first.DiffYears()
	if len(reports) == 2 {
		changes, old.Year = plan.DiffPlans(first, last), plan.AdoptedYear(first)
	}
	new := render.Edition{File: files[len(files)-1], Year: plan.AdoptedYear(last)}
	if len(first.Indicators) == 0 || len(last.Indicators) == 0 {
		fmt.Fprintf(s.Stderr, "gangmu: %s\n", words["no_comparison"].in(s.lang))
	}
	w, err := s.openOutput(c.Out, files)
	if err != nil {
		return err
	}
	defer w.discard()
	if c.Format == formatJSON {
		err = render.DiffJSON(w, old, new, changes, s.lang)
	} else {
		err = render.DiffText(w, old, new, changes, s.lang)
	}
	if err != nil {
		return err
	}
	return w.commit()
}
