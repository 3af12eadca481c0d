package main

import (
	"fmt"
	"time"

	"gangmu/ledger"
)

// backupCmd writes a backup while the service runs.
type backupCmd struct {
	store
	Out string `arg:"" help:"help_backup_out"`
}

func (c *backupCmd) Run(s *invocation) error {
	l, err := ledger.Open(s.ctx, c.look())
	if err != nil {
		return err
	}
	defer l.Close()
	r, err := l.Backup(s.ctx, c.Out)
	if err != nil {
		return err
	}
	if r.Sound() {
		if err := noteBackup(c.Data, time.Now()); err != nil {
			s.logger().Warn("the backup is made, but could not be noted", "error", err)
		}
	}
	return s.restoredOrSaved("backup_done", c.Out, r)
}

// restoreCmd fills an empty ledger from a backup.
type restoreCmd struct {
	store
	File string `arg:"" help:"help_restore_file"`
}

func (c *restoreCmd) Run(s *invocation) error {
	if err := c.makeData(); err != nil {
		return err
	}
	config := c.ledger()
	config.Log = s.logger()
	config.Modules = modules()
	r, err := ledger.Restore(s.ctx, c.File, config)
	if err != nil {
		return err
	}
	return s.restoredOrSaved("restore_done", c.File, r)
}

func (s *invocation) restoredOrSaved(done, file string, r *ledger.Report) error {
	if _, err := fmt.Fprintf(s.Stdout, words[done].in(s.lang)+"\n", file, r.Events, r.Files); err != nil {
		return wrapOutput("stdout", err)
	}
	if r.Sound() {
		return nil
	}
	fmt.Fprintln(s.Stderr, "gangmu: "+words["backup_damaged"].in(s.lang))
	return errReported
}
