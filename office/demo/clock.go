package demo

import (
	"sync"
	"time"
)

// Clock is what the demonstration goes by: set to a day, it runs on from there, so
// that a visitor always finds the tenth month just over.
type Clock struct {
	mu   sync.Mutex
	at   time.Time
	from time.Time
}

// NewClock stands at the beginning of the made-up year.
func NewClock() *Clock {
	c := &Clock{}
	c.set(time.Date(2026, 1, 20, 9, 0, 0, 0, time.Local))
	return c
}

// Now is the time that the demonstration goes by.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at.Add(time.Since(c.from))
}

func (c *Clock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at, c.from = at, time.Now()
}
