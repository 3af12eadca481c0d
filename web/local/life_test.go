package local

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

func ended(s *Server) bool {
	select {
	case <-s.Done():
		return true
	default:
		return false
	}
}

// window opens a window; it closes by the function that is returned.
func window(s *Server) func() {
	ctx, close := context.WithCancel(context.Background())
	r := httptest.NewRequestWithContext(ctx, "GET", s.URL()+"window", nil)
	go s.ServeHTTP(httptest.NewRecorder(), r)
	synctest.Wait()
	return func() { close(); synctest.Wait() }
}

// later lets time pass and what is due happen.
func later(d time.Duration) {
	time.Sleep(d) // within the bubble: no time passes outside
	synctest.Wait()
}

func TestItEndsWithItsLastWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New(Config{Host: "127.0.0.1:1", Secret: "S"})
		first := window(s)
		later(24 * time.Hour)
		if ended(s) {
			t.Fatal("ended with a window open")
		}
		second := window(s)
		first()
		later(2 * grace)
		if ended(s) {
			t.Fatal("ended with the second window open")
		}
		second()
		later(grace - time.Second)
		if ended(s) {
			t.Fatal("the next page had no time to open")
		}
		third := window(s)
		later(2 * grace)
		if ended(s) {
			t.Fatal("ended after going to another page")
		}
		third()
		later(grace)
		if !ended(s) {
			t.Error("goes on without any window")
		}
	})
}

func TestItWaitsForTheFirstWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New(Config{Host: "127.0.0.1:1", Secret: "S"})
		later(patience - time.Minute)
		s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, s.URL(), nil))
		later(patience - time.Minute)
		if ended(s) {
			t.Error("ended while somebody used it without scripts")
		}
		later(2 * time.Minute)
		if !ended(s) {
			t.Error("waits for ever")
		}
	})
}
