package main

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"gangmu/render"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// vetting is one run of vet: what was asked for and what came of it.
type vetting struct {
	*invocation
	rules    []*vet.Rule
	severity vet.Severity // what is less is left out
	baseline *vet.Baseline
	accepted acceptances
	earlier  map[string]string // for a file that of last year's report of its place

	wrong, empty atomic.Bool // a report has an open error; had nothing to check
}

func (s *invocation) newVetting(c *vetCmd) (v *vetting, err error) {
	v = &vetting{invocation: s, severity: vet.Severity(c.Severity)}
	if v.rules, err = chooseRules(c.Rules); err != nil {
		return nil, err
	}
	if v.severity.Rank() < 0 {
		return nil, &problem{
			Code: codeArguments,
			Zh:   fmt.Sprintf("没有等级 %q，可用 error（必须改）、warning（请核实）、info（提示）。", c.Severity),
			En:   fmt.Sprintf("no severity %q: use error, warning or info.", c.Severity),
		}
	}
	if c.Baseline != "" {
		data, err := s.load(c.Baseline)
		if err == nil {
			v.baseline, err = vet.ReadBaseline(data)
		}
		if err != nil {
			return nil, about(c.Baseline, err)
		}
	}
	if c.Accept != "" {
		if _, err := v.accepted.read(s, c.Accept); err != nil {
			return nil, err
		}
		v.accepted.only = c.Accept
	}
	return v, nil
}

// examine applies the rules to one report.
func (v *vetting) examine(r *report) error {
	accepted, err := v.accepted.of(v.invocation, r.file)
	if err != nil {
		return err
	}
	earlier, err := v.lastYear(r.file)
	if err != nil {
		return err
	}
	result, err := vet.Run(v.ctx, vet.NewReading(r.file, r.document, r.extracted), earlier, v.rules)
	if err != nil {
		return err
	}
	v.accepted.note(r.file, result, result.Accept(accepted))
	if v.baseline != nil {
		result.Since(v.baseline, r.file)
	}
	result.Findings = slices.DeleteFunc(result.Findings, func(f vet.Finding) bool {
		return f.Severity.Rank() > v.severity.Rank()
	})
	for _, f := range result.Findings {
		if f.Severity == vet.Error && f.Open() {
			v.wrong.Store(true)
		}
	}
	r.vetted = render.Vetted{File: r.file, Document: r.document, Plan: r.plan, Result: result}
	return nil
}

// nothing names the note for a report in which nothing could be checked.
func (v *vetting) nothing(r *report) string {
	if len(r.vetted.Result.Findings) > 0 || len(r.extracted.Claims()) > 0 || !r.empty() {
		return ""
	}
	v.empty.Store(true)
	return "nothing_checkable"
}

// chooseRules are the rules of a list of ids; all of them when it is empty, all
// but those of the list when its ids begin with a hyphen.
func chooseRules(ids string) ([]*vet.Rule, error) {
	var named, without []*vet.Rule
	for id := range strings.SplitSeq(ids, ",") {
		id = strings.TrimSpace(id)
		if id == "" {
			continue
		}
		plain, minus := strings.CutPrefix(id, "-")
		r, err := ruleOf(plain)
		if err != nil {
			return nil, err
		}
		if minus {
			without = append(without, r)
		} else {
			named = append(named, r)
		}
	}
	if len(named) == 0 {
		named = rules.All
	}
	return slices.DeleteFunc(slices.Clone(named), func(r *vet.Rule) bool { return slices.Contains(without, r) }), nil
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
