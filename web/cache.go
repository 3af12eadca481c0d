package web

import (
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

func (c *pageCache) get(k pageKey) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p, found := c.pages[k]
	return p, found
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
