package main

import (
	"iter"
	"runtime"
)

// inOrder does work(0) … work(n-1) on all cores and yields the results in
// order. It keeps only a few results ahead of the reader, so that many large
// files do not pile up in memory.
func inOrder[T any](n int, work func(int) T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		queue := make(chan chan T, max(runtime.GOMAXPROCS(0)-1, 0))
		done := make(chan struct{})
		defer close(done)
		go func() {
			defer close(queue)
			for i := range n {
				result := make(chan T, 1)
				select {
				case queue <- result:
				case <-done:
					return
				}
				go func() { result <- work(i) }()
			}
		}()
		i := 0
		for result := range queue {
			if !yield(i, <-result) {
				return
			}
			i++
		}
	}
}
