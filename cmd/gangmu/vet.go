package main

import (
	"errors"
	"io"

	"gangmu/render"
	"gangmu/render/page"
	"gangmu/render/sarif"
)

// errFindings says that a report was read and contradicts itself.
var errFindings = errors.New("findings")

type vetCmd struct {
	Format   outputFormat `short:"f" default:"text" placeholder:"text|json|sarif|html|docx|pdf" help:"help_vet_format"`
	Rules    string       `placeholder:"ID,ID" help:"help_rules"`
	Severity string       `default:"info" placeholder:"error|warning|info" help:"help_severity"`
	Baseline string       `placeholder:"FILE" help:"help_baseline"`
	Accept   string       `placeholder:"FILE" help:"help_accept"`
	Author   string       `placeholder:"NAME" help:"help_author"`
	Clear    bool         `help:"help_clear"`
	Out      string       `short:"o" placeholder:"OUT" help:"help_out"`
	Files    []string     `arg:"" help:"help_files"`
}

// Run prints what every file's rules find. It fails when one of them found an
// error that nobody accepted, or when a file had nothing that could be checked.
func (c *vetCmd) Run(s *invocation) error {
	if err := c.checkComments(s); err != nil {
		return err
	}
	switch {
	case c.Clear:
		return c.clear(s)
	case c.Format == formatDocx, c.Format == formatPDF:
		return c.comments(s)
	}
	v, err := s.newVetting(c)
	if err != nil {
		return err
	}
	v.pairYears(c.Files)
	err = s.documents(c.Files, c.Format, c.Out, printer{
		listed:  true,
		examine: v.examine,
		json: func(w io.Writer, _ string, r *report) error {
			return render.FindingsJSON(w, r.vetted, s.lang)
		},
		text: func(w io.Writer, r *report) error {
			return render.FindingsText(w, r.vetted, s.lang)
		},
		nothing: v.nothing,
		whole: map[outputFormat]func(io.Writer, []*report) error{
			formatSarif: func(w io.Writer, all []*report) error { return sarif.Write(w, vettedOf(all), version, s.lang) },
			formatHTML:  func(w io.Writer, all []*report) error { return page.Write(w, vettedOf(all), version, s.lang) },
		},
	})
	v.accepted.warnUnused(s)
	switch {
	case err != nil:
		return err
	case v.empty.Load():
		return errReported
	case v.wrong.Load():
		return errFindings
	}
	return nil
}

func vettedOf(all []*report) []render.Vetted {
	out := make([]render.Vetted, len(all))
	for i, r := range all {
		out[i] = r.vetted
	}
	return out
}
