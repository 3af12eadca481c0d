package office

import (
	"sync"
	"time"
)

// sessions keeps who the tokens in use belong to, so that a page costs one look at
// the ledger instead of several. Whatever ends or changes a session, a person, a
// role or a setting is an event, in whichever process it happens: what was read
// holds as long as the last event is the same, and until the session's use must be
// noted again.
type sessions struct {
	mu   sync.Mutex
	seq  int64
	kept map[string]keptSession // by digest of the token
}

type keptSession struct {
	Session
	until time.Time
}

// mostSessions bounds the memory; more than these are looked up each time.
const mostSessions = 10_000

func (c *sessions) get(digest string, seq int64, now time.Time) (Session, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s, found := c.kept[digest]
	return s.Session, found && c.seq == seq && now.Before(s.until)
}

func (c *sessions) put(digest string, s Session, until time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seq > s.Seq {
		return
	}
	if c.seq < s.Seq || len(c.kept) >= mostSessions {
		c.seq, c.kept = s.Seq, map[string]keptSession{}
	}
	c.kept[digest] = keptSession{s, until}
}
