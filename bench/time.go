package main

import "time"

// rounds is how often each figure is taken; the fastest counts, since other work
// on the machine only ever adds time.
const rounds = 25

// fastest is the shortest time of one call of each function. The functions take
// turns, so that a disturbance hits all of them.
func fastest(rounds int, fns ...func()) []time.Duration {
	best := make([]time.Duration, len(fns))
	for range rounds {
		for i, fn := range fns {
			start := time.Now()
			fn()
			if d := time.Since(start); best[i] == 0 || d < best[i] {
				best[i] = d
			}
		}
	}
	return best
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func megabytesPerSecond(n int, d time.Duration) float64 {
	return float64(n) / 1e6 / d.Seconds()
}
