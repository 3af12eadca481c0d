package guess_test

import (
	"testing"
	"time"

	"gangmu/web/internal/guess"
)

func TestLimiter(t *testing.T) {
	now := time.Date(2026, 1, 16, 9, 0, 0, 0, time.UTC)
	l := guess.Limiter{Clock: func() time.Time { return now }}
	fail := func(address string, n int) {
		for range n {
			l.Failed(address)
		}
	}
	fail("192.0.2.1", guess.Most-1)
	if l.Wait("192.0.2.1") != 0 {
		t.Error("too early")
	}
	now = now.Add(time.Minute)
	fail("::ffff:192.0.2.1", 1) // the same address, written otherwise
	if got := l.Wait("192.0.2.1"); got != guess.Window-time.Minute {
		t.Errorf("waits %s", got)
	}
	if l.Wait("192.0.2.2") != 0 {
		t.Error("another address waits")
	}
	fail("2001:db8::1", guess.Most)
	if l.Wait("2001:db8::ffff") == 0 || l.Wait("2001:db8:0:1::1") != 0 {
		t.Error("a network of IPv6 is 64 bits")
	}
	fail("nonsense", guess.Most)
	if l.Wait("") == 0 {
		t.Error("what is no address is not counted")
	}
	now = now.Add(guess.Window)
	if l.Wait("192.0.2.1") != 0 {
		t.Error("waits for ever")
	}
}
