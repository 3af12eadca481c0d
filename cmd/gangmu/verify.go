package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"gangmu/ledger"
	"gangmu/render"
)

// verifyCmd compares the ledger with its hashes and signatures.
type verifyCmd struct {
	store
	Checkpoint string `placeholder:"FILE" help:"help_checkpoint"`
	Out        string `short:"o" placeholder:"OUT" help:"help_checkpoint_out"`
}

// Run prints what was compared and what is damaged; damage fails the command.
func (c *verifyCmd) Run(s *invocation) error {
	var outside []byte
	if c.Checkpoint != "" {
		var err error
		if outside, err = readCheckpoint(c.Checkpoint); err != nil {
			return err
		}
	}
	l, err := ledger.Open(s.ctx, c.look())
	if err != nil {
		return err
	}
	defer l.Close()
	r, err := l.Verify(s.ctx, outside)
	if err != nil {
		return err
	}
	if err := wrapOutput("stdout", printReport(s.Stdout, r, outside != nil, s.lang)); err != nil {
		return err
	}
	if !r.Sound() {
		return errFindings
	}
	if c.Out == "" {
		return nil
	}
	return s.saveCheckpoint(l, c.Out)
}

// readCheckpoint reads at most what a checkpoint may be long.
func readCheckpoint(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, checkpointProblem(path, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return nil, checkpointProblem(path, err)
	}
	return data, nil
}

func (s *invocation) saveCheckpoint(l *ledger.Ledger, path string) error {
	signed, err := l.Checkpoint(s.ctx)
	if err != nil {
		return err
	}
	out, err := s.openOutput(path, nil)
	if err != nil {
		return err
	}
	defer out.discard()
	if _, err := out.Write(signed); err != nil {
		return wrapOutput(path, err)
	}
	return out.commit()
}

func printReport(w io.Writer, r *ledger.Report, checked bool, lang render.Lang) error {
	say := func(name string, args ...any) error {
		_, err := fmt.Fprintf(w, words[name].in(lang)+"\n", args...)
		return err
	}
	var errs []error
	if r.Sound() {
		errs = append(errs, say("verify_sound", r.Events, r.Files, r.Root))
	} else {
		errs = append(errs, say("verify_damaged", len(r.Damages)+r.More))
		for _, d := range r.Damages {
			_, err := fmt.Fprintln(w, "  - "+both{d.Zh, d.En}.in(lang))
			errs = append(errs, err)
		}
		if r.More > 0 {
			errs = append(errs, say("verify_more", r.More))
		}
	}
	switch {
	case !checked:
		errs = append(errs, say("verify_tail"))
	case r.StrangeSigner:
		errs = append(errs, say("verify_stranger"))
	case r.Sound():
		errs = append(errs, say("verify_agrees", r.Signed))
	}
	return errors.Join(errs...)
}

func checkpointProblem(path string, cause error) error {
	return &problem{
		Code:  "checkpoint-missing",
		Zh:    fmt.Sprintf("检查点文件 %s 读不了（%v）。", path, cause),
		En:    fmt.Sprintf("the checkpoint %s cannot be read (%v).", path, cause),
		Cause: cause,
	}
}
