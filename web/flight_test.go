package web

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
)

// Of many who ask for a page at once one makes it, and all get it. One that fails
// leaves it to the next.
func TestPageIsMadeOnce(t *testing.T) {
	var c pageCache
	k := pageKey{seq: 1, address: "/plan"}
	if _, done := c.get(t.Context(), k); done == nil {
		t.Fatal("a page that nobody made")
	} else {
		done() // failed
	}
	var made atomic.Int32
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			page, done := c.get(t.Context(), k)
			if done != nil {
				made.Add(1)
				c.put(k, []byte("page"))
				done()
				return
			}
			if string(page) != "page" {
				t.Errorf("%q", page)
			}
		})
	}
	all.Wait()
	if n := made.Load(); n != 1 {
		t.Errorf("made %d times", n)
	}
}

// Who goes away does not wait for a page.
func TestPageIsNotWaitedForInVain(t *testing.T) {
	var c pageCache
	k := pageKey{seq: 1}
	_, done := c.get(t.Context(), k)
	defer done()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if page, done := c.get(gone, k); page != nil || done == nil {
		t.Errorf("%q", page)
	} else {
		done()
	}
}
