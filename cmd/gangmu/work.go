package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/jobs"
	"gangmu/office/reporting"
)

type workCmd struct {
	store
	notices
	Workers int `default:"2" env:"GANGMU_WORKERS" placeholder:"N" help:"help_workers"`
}

// Run reads and vets what is uploaded until it is interrupted.
func (c *workCmd) Run(s *invocation) error {
	if !strings.HasPrefix(c.DB, "postgres") {
		return &problem{
			Code: "work-alone",
			Zh:   "单独的后台进程要用 PostgreSQL（--db postgres://…）。内嵌的 SQLite 只供一个进程使用，gangmu serve 自己做后台工作。",
			En:   "a separate worker needs PostgreSQL (--db postgres://…). The embedded SQLite serves one process: gangmu serve works by itself.",
		}
	}
	if c.Workers < 1 {
		return &problem{Code: codeArguments, Zh: "--workers 至少为 1。", En: "--workers must be 1 or more."}
	}
	if err := c.makeData(); err != nil {
		return err
	}
	over, err := c.senders()
	if err != nil {
		return err
	}
	w := &worker{Over: over, Ledger: c.ledger(), Workers: c.Workers, Log: s.logger()}
	if err := w.Open(s.ctx); err != nil {
		return err
	}
	fmt.Fprintln(s.Stderr, words["working"].in(s.lang))
	<-s.ctx.Done()
	return w.Close()
}

// worker is a process that only does the long work of an office.
type worker struct {
	Ledger  ledger.Config
	Workers int
	Log     *slog.Logger
	Over    map[string]reporting.Sender // ways out for reminders

	ledger *ledger.Ledger
	jobs   *jobs.Queue
}

// Open opens the ledger and starts to work.
func (w *worker) Open(ctx context.Context) (err error) {
	w.Ledger.Log, w.Ledger.Modules = w.Log, modules()
	if w.ledger, err = ledger.Open(ctx, w.Ledger); err != nil {
		return err
	}
	o, err := office.New(office.Config{
		Ledger: w.ledger, KeyFile: filepath.Join(filepath.Dir(w.Ledger.KeyFile), "secret.key"), Log: w.Log, Version: version,
	})
	if err == nil {
		w.jobs, err = jobs.Start(ctx, jobs.Config{Database: w.Ledger.Database, Office: o, Workers: w.Workers, Log: w.Log, Outbox: outbox(reporting.New(o), w.Over)})
	}
	if err != nil {
		return errors.Join(err, w.ledger.Close())
	}
	w.Log.Info("working", "database", w.ledger.Engine(), "workers", w.Workers, "version", version)
	return nil
}

// Close lets what runs come to its end for a while, then breaks it off.
func (w *worker) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	err := errors.Join(w.jobs.Close(ctx), w.ledger.Close())
	w.Log.Info("stopped")
	return err
}
