package main

import (
	"bufio"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"gangmu/render"
	"gangmu/sample"
)

type demoCmd struct {
	Text    bool   `help:"help_demo_text"`
	Addr    string `default:"127.0.0.1:0" placeholder:"HOST:PORT" help:"help_demo_addr"`
	Browser bool   `default:"true" negatable:"" help:"help_browser"`
}

// Run opens the application on a sample that is gone when it ends.
func (c *demoCmd) Run(s *invocation) error {
	if c.Text {
		return s.demoText()
	}
	dir, err := os.MkdirTemp("", "gangmu-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	data := store{Data: dir}
	srv := &server{Addr: c.Addr, Ledger: data.ledger(), Log: slog.New(slog.DiscardHandler), Workers: 1, Demo: true}
	if err := srv.Open(s.ctx); err != nil {
		return err
	}
	fmt.Fprintf(s.Stderr, words["demo_open"].in(s.lang), srv.URL(), s.Name)
	if c.Browser {
		if err := s.browse(srv.URL()); err != nil {
			fmt.Fprintln(s.Stderr, words["no_browser"].in(s.lang))
		}
	}
	return srv.Run(s.ctx)
}

// demoText shows read and assess on the built-in report, then what to try next.
func (s *invocation) demoText() error {
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
