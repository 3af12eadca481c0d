// Package guess slows down whoever tries passwords of many accounts: an address
// from which too many sign-ins failed must wait. Accounts themselves are locked by
// the office; this is about one address and all of them.
//
// Only failures count, so that an office whose people all sign in at nine through
// one address is not kept out.
package guess

import (
	"net/netip"
	"sync"
	"time"
)

const (
	// Most failures of an address within Window.
	Most   = 30
	Window = 10 * time.Minute

	mostAddresses = 50_000 // that are kept in mind
)

// Limiter counts failures. The zero value with a clock is ready.
type Limiter struct {
	Clock func() time.Time

	mu     sync.Mutex
	begun  time.Time
	counts map[netip.Prefix]int
}

// Wait is how long an address has to wait; 0 for not at all.
func (l *Limiter) Wait(address string) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.turn()
	if l.counts[network(address)] < Most {
		return 0
	}
	return l.begun.Add(Window).Sub(l.Clock())
}

// Failed counts a failure of an address.
func (l *Limiter) Failed(address string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.turn()
	if n := network(address); len(l.counts) < mostAddresses || l.counts[n] > 0 {
		l.counts[n]++
	}
}

// turn begins anew when the window is over.
func (l *Limiter) turn() {
	if now := l.Clock(); l.counts == nil || !now.Before(l.begun.Add(Window)) {
		l.begun, l.counts = now, map[netip.Prefix]int{}
	}
}

// network is what one customer has: an IPv4 address, or 64 bits of IPv6. What is no
// address is counted together.
func network(address string) netip.Prefix {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return netip.Prefix{}
	}
	a = a.Unmap().WithZone("")
	p, _ := a.Prefix(min(a.BitLen(), 64)) // the length fits
	return p
}
