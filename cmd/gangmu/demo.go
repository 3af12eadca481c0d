package main

import (
	"bufio"
	"fmt"
	"strings"

	"gangmu/render"
	"gangmu/sample"
)

type demoCmd struct{}

// Run shows read and assess on the built-in report, then what to try next.
func (demoCmd) Run(s *invocation) error {
	r, err := s.parse("sample", []byte(sample.Text))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(s.Stdout)
	demoTitle(w, words["demo_read"].in(s.lang))
	if err := render.PlanText(w, r.plan, s.lang); err != nil {
		return err
	}
	demoTitle(w, words["demo_assess"].in(s.lang))
	if err := render.ScoreText(w, r.assessment(), s.lang); err != nil {
		return err
	}
	demoTitle(w, words["demo_next"].in(s.lang))
	fmt.Fprintf(w, words["demo_commands"].in(s.lang), s.Name)
	return wrapOutput("stdout", w.Flush())
}

func demoTitle(w *bufio.Writer, title string) {
	rule := strings.Repeat("#", 100)
	fmt.Fprintf(w, "\n%s\n# %s\n%s\n\n", rule, title, rule)
}
