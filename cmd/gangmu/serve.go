package main

import (
	"fmt"
	"log/slog"
)

type serveCmd struct {
	store
	Addr string `default:"127.0.0.1:8080" env:"GANGMU_ADDR" placeholder:"HOST:PORT" help:"${help_addr}"`
}

// Run serves until it is interrupted, then lets what runs come to its end.
func (c *serveCmd) Run(s *invocation) error {
	if err := c.makeData(); err != nil {
		return err
	}
	srv := &server{Addr: c.Addr, Ledger: c.ledger(), Log: s.logger()}
	if err := srv.Open(s.ctx); err != nil {
		return err
	}
	fmt.Fprintf(s.Stderr, words["serving"].in(s.lang)+"\n", srv.URL())
	return srv.Run(s.ctx)
}

// logger writes to stderr: lines for people on a terminal, otherwise JSON.
func (s *invocation) logger() *slog.Logger {
	if s.StderrTerminal {
		return slog.New(slog.NewTextHandler(s.Stderr, nil))
	}
	return slog.New(slog.NewJSONHandler(s.Stderr, nil))
}
