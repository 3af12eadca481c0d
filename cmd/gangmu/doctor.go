package main

import (
	"fmt"
	"time"

	"gangmu/ledger"
)

// doctorCmd says what is wrong with this installation and how to mend it.
type doctorCmd struct{ store }

// Run prints a line per thing that is wrong, or that nothing is.
func (c *doctorCmd) Run(s *invocation) error {
	found := installation(c.ledger(), time.Now()).Findings
	l, err := ledger.Open(s.ctx, c.look())
	if err == nil {
		defer l.Close()
		var more []ledger.Finding
		more, err = l.Examine(s.ctx, time.Now())
		found = append(found, more...)
	}
	if err != nil {
		p := problemOf(err)
		found = append(found, ledger.Finding{Code: p.Code, Zh: p.Zh, En: p.En})
	}
	if len(found) == 0 {
		_, err := fmt.Fprintf(s.Stdout, words["doctor_fine"].in(s.lang)+"\n", l.Engine())
		return wrapOutput("stdout", err)
	}
	for _, f := range found {
		if _, err := fmt.Fprintf(s.Stdout, "%s: %s\n", f.Code, both{f.Zh, f.En}.in(s.lang)); err != nil {
			return wrapOutput("stdout", err)
		}
	}
	return errReported
}
