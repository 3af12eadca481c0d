package main

import (
	"io"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress draws a bar once the work has taken a second; short work draws nothing.
type progress struct {
	done    atomic.Int64
	stop    chan struct{}
	stopped chan struct{}
}

const (
	progressDelay = time.Second
	progressEvery = 200 * time.Millisecond
)

// startProgress watches total files; w nil means no bar.
func startProgress(w io.Writer, total int, label string) *progress {
	p := &progress{stop: make(chan struct{}), stopped: make(chan struct{})}
	if w == nil {
		close(p.stopped)
		return p
	}
	go p.draw(w, total, label)
	return p
}

func (p *progress) draw(w io.Writer, total int, label string) {
	defer close(p.stopped)
	select {
	case <-p.stop:
		return
	case <-time.After(progressDelay):
	}
	if total == 1 {
		total = -1 // one file has no measurable parts: a spinner
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(label), progressbar.OptionClearOnFinish(),
		progressbar.OptionShowCount(), progressbar.OptionSetWidth(30))
	tick := time.NewTicker(progressEvery)
	defer tick.Stop()
	for {
		_ = bar.Set64(p.done.Load())
		select {
		case <-p.stop:
			_ = bar.Clear()
			return
		case <-tick.C:
		}
	}
}

// add counts one finished file.
func (p *progress) add() { p.done.Add(1) }

// close removes the bar.
func (p *progress) close() {
	close(p.stop)
	<-p.stopped
}
