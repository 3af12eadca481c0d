package main

import (
	"slices"
	"time"
)

// rounds is how often each figure is taken; the median counts.
const rounds = 15

// median is the middle time of one call of each function. The functions take
// turns, so that a disturbance hits all of them.
func median(rounds int, fns ...func()) []time.Duration {
	times := make([][]time.Duration, len(fns))
	for range rounds {
		for i, fn := range fns {
			start := time.Now()
			fn()
			times[i] = append(times[i], time.Since(start))
		}
	}
	out := make([]time.Duration, len(fns))
	for i, t := range times {
		slices.Sort(t)
		out[i] = t[len(t)/2]
	}
	return out
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func megabytesPerSecond(n int, d time.Duration) float64 {
	return float64(n) / 1e6 / d.Seconds()
}
