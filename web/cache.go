package web

import (
	"context"
	"sync"
	"time"

	"gangmu/render"
)

// pageCache keeps pages as long as nothing happened: those of the last event only,
// each for one person (whose roles are events, too), address and language, on one
// day. Nothing else may decide what a page of a route that is kept shows.
type pageCache struct {
	mu    sync.Mutex
	seq   int64
	size  int
	pages map[pageKey][]byte
	made  map[pageKey]chan struct{} // closed when the page that is being made is there
}

type pageKey struct {
	seq     int64
	person  string
	address string
	lang    render.Lang
	day     string
}

const largestCache = 32 << 20 // bytes

// key is what the request's page is kept under.
func (r *request) key() pageKey {
	return pageKey{r.session.Seq, r.actor.Person, r.URL.RequestURI(), r.lang, time.Now().Format(time.DateOnly)}
}

// get is a kept page. Where there is none the caller makes it, puts it, and calls
// done; whoever asks for the same page meanwhile waits for it, so that an event
// does not have everybody's page made by everybody at once.
func (c *pageCache) get(ctx context.Context, k pageKey) (page []byte, done func()) {
	for {
		c.mu.Lock()
		if p, found := c.pages[k]; found {
			c.mu.Unlock()
			return p, nil
		}
		others, busy := c.made[k]
		if !busy {
			others = make(chan struct{})
			if c.made == nil {
				c.made = map[pageKey]chan struct{}{}
			}
			c.made[k] = others
			c.mu.Unlock()
			return nil, func() {
				c.mu.Lock()
				delete(c.made, k)
				c.mu.Unlock()
				close(others)
			}
		}
		c.mu.Unlock()
		select {
		case <-others:
		case <-ctx.Done():
			return nil, func() {} // it is of no use any more
		}
	}
}

func (c *pageCache) put(k pageKey, page []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if k.seq < c.seq || len(page) > largestCache {
		return
	}
	if k.seq > c.seq || c.size+len(page) > largestCache {
		c.seq, c.size, c.pages = k.seq, 0, map[pageKey][]byte{}
	}
	if _, found := c.pages[k]; !found {
		c.pages[k] = page
		c.size += len(page)
	}
}
