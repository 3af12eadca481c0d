package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"

	"gangmu/render"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// errFindings says that a report was read and contradicts itself.
var errFindings = errors.New("findings")

type vetCmd struct {
	Format outputFormat `short:"f" default:"text" placeholder:"text|json" help:"${help_format}"`
	Rules  string       `placeholder:"ID,ID" help:"${help_rules}"`
	Out    string       `short:"o" placeholder:"OUT" help:"${help_out}"`
	Files  []string     `arg:"" help:"${help_files}"`
}

// Run prints what every file's rules find. It fails when one of them found an
// error, or when a file had nothing that could be checked.
func (c *vetCmd) Run(s *invocation) error {
	chosen, err := chooseRules(c.Rules)
	if err != nil {
		return err
	}
	var wrong, empty atomic.Bool
	check := func(r *report) (render.Vetted, error) {
		result, err := vet.Run(s.ctx, vet.NewReading(r.file, r.document, r.extracted), nil, chosen)
		if err != nil {
			return render.Vetted{}, err
		}
		r.findings = len(result.Findings)
		for _, f := range result.Findings {
			if f.Severity == vet.Error {
				wrong.Store(true)
			}
		}
		return render.Vetted{File: r.file, Document: r.document, Result: result}, nil
	}
	err = s.documents(c.Files, c.Format, c.Out, printer{
		listed: true,
		json: func(w io.Writer, _ string, r *report) error {
			v, err := check(r)
			if err != nil {
				return err
			}
			return render.FindingsJSON(w, v, s.lang)
		},
		text: func(w io.Writer, r *report) error {
			v, err := check(r)
			if err != nil {
				return err
			}
			return render.FindingsText(w, v, s.lang)
		},
		nothing: func(r *report) string {
			if r.findings > 0 || len(r.extracted.Claims()) > 0 || !r.empty() {
				return ""
			}
			empty.Store(true)
			return "nothing_checkable"
		},
	})
	switch {
	case err != nil:
		return err
	case empty.Load():
		return errReported
	case wrong.Load():
		return errFindings
	}
	return nil
}

// chooseRules are the rules of a list of ids; all of them when it is empty.
func chooseRules(ids string) ([]*vet.Rule, error) {
	if ids == "" {
		return rules.All, nil
	}
	var out []*vet.Rule
	for id := range strings.SplitSeq(ids, ",") {
		r, err := ruleOf(strings.TrimSpace(id))
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func ruleOf(id string) (*vet.Rule, error) {
	r, ok := rules.Lookup(id)
	if !ok {
		return nil, &problem{
			Code: "unknown-rule",
			Zh:   fmt.Sprintf("没有规则 %q。运行 gangmu explain 查看全部规则。", id),
			En:   fmt.Sprintf("no rule %q: run gangmu explain for the list.", id),
		}
	}
	return r, nil
}
