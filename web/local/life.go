package local

import (
	"net/http"
	"sync"
	"time"
)

const (
	// grace is how long the program waits for the next window when the last one
	// has closed: going from one page to another closes and opens one.
	grace = 15 * time.Second
	// patience is how long it waits without any window, as where scripts are off.
	patience = 30 * time.Minute
)

// life ends when no window has been open for a while. A window is open as long
// as its request for /window is.
type life struct {
	done chan struct{}

	mu      sync.Mutex
	windows int
	seen    bool // there was a window
	timer   *time.Timer
}

func newLife() *life {
	l := &life{done: make(chan struct{})}
	l.timer = time.AfterFunc(patience, l.end)
	return l
}

func (l *life) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.windows > 0 {
		return // one opened while the timer ran out
	}
	select {
	case <-l.done:
	default:
		close(l.done)
	}
}

// touch says that somebody is there.
func (l *life) touch() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.windows == 0 {
		l.wait()
	}
}

func (l *life) open() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.windows++
	l.seen = true
	l.timer.Stop()
}

func (l *life) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.windows--; l.windows == 0 {
		l.wait()
	}
}

// wait starts to wait for a window anew.
func (l *life) wait() {
	if l.seen {
		l.timer.Reset(grace)
	} else {
		l.timer.Reset(patience)
	}
}

// window stays open as long as the window that asked for it.
func (s *Server) window(w http.ResponseWriter, r *http.Request) {
	s.life.open()
	defer s.life.close()
	w.Header().Set("Content-Type", "text/event-stream")
	if _, err := w.Write([]byte("retry: 1000\n\n")); err != nil {
		return
	}
	if err := http.NewResponseController(w).Flush(); err != nil {
		return
	}
	select {
	case <-r.Context().Done():
	case <-s.life.done:
	}
}
