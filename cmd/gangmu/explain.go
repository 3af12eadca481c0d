package main

import (
	"bytes"

	"gangmu/render"
	"gangmu/vet/rules"
)

type explainCmd struct {
	Rule string `arg:"" optional:"" name:"rule" help:"help_rule"`
}

// Run prints the list of rules, or one rule's page.
func (c *explainCmd) Run(s *invocation) error {
	var b bytes.Buffer
	if c.Rule == "" {
		if err := render.RuleList(&b, rules.All, s.lang); err != nil {
			return err
		}
	} else {
		r, err := ruleOf(c.Rule)
		if err != nil {
			return err
		}
		if err := render.RulePage(&b, r, s.lang); err != nil {
			return err
		}
	}
	_, err := s.Stdout.Write(b.Bytes())
	return wrapOutput("stdout", err)
}
