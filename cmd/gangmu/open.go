package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"time"

	"gangmu/web/local"
)

type openCmd struct {
	Browser bool `default:"true" negatable:"" help:"help_browser"`
}

// largestUpload is the most that the page takes of one file.
const largestUpload = 64 << 20

// Run serves the local page until its windows are closed or the program is
// interrupted.
func (c *openCmd) Run(s *invocation) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return &problem{
			Code:  "cannot-listen",
			Zh:    fmt.Sprintf("本机页面打不开（%v）。命令用法：gangmu --help", err),
			En:    fmt.Sprintf("the local page cannot be opened (%v). For commands: gangmu --help", err),
			Cause: err,
		}
	}
	page := local.New(local.Config{
		Lang: s.lang, Version: version, Host: l.Addr().String(), Secret: rand.Text(),
		Limit: min(s.maxSize, largestUpload), Vet: s.vetUpload, Explain: explained, Formats: s.savedFormats(),
	})
	fmt.Fprintf(s.Stderr, words["opened"].in(s.lang), page.URL())
	server := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	if c.Browser {
		if err := s.browse(page.URL()); err != nil {
			fmt.Fprintln(s.Stderr, words["no_browser"].in(s.lang))
		}
	}
	select {
	case err := <-failed:
		return err
	case <-page.Done():
	case <-s.ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), time.Second)
	defer cancel()
	if err := server.Shutdown(ending); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close() // windows hold their requests open
}

// browse shows an address in the user's browser.
func (s *invocation) browse(url string) error {
	if s.Browse != nil {
		return s.Browse(url)
	}
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	case "darwin":
		cmd = exec.Command("open", url)
	default:
		cmd = exec.Command("xdg-open", url)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}
