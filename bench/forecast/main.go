// Command forecast prints how far off forecasts of the year are on the made-up
// series of monitor/trial, how often their range holds, and how naive methods do.
// Run it with `make forecast`; docs/monitoring.md keeps its table.
package main

import (
	"flag"
	"fmt"

	"gangmu/monitor"
	"gangmu/monitor/trial"
)

func main() {
	seed := flag.Uint64("seed", 20260101, "of the generator")
	n := flag.Int("n", 2000, "series for each line")
	flag.Parse()
	fmt.Printf("Range %.0f%%; seed %d; %d series a line. Errors are means of absolute ones: relative, of growth in points.\n\n", 100*monitor.Coverage, *seed, *n)
	fmt.Println("| kind | years before | month | error | pace, or no change | last year's share | range holds | its width |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	for _, kind := range []monitor.Kind{monitor.Accumulating, monitor.Growth, monitor.Stock} {
		for _, past := range []int{0, 1, 2, 3} {
			for _, month := range []int{4, 6, 9, 10} {
				line(trial.Measure(*seed, kind, past, month, *n))
			}
		}
	}
}

func line(s trial.Score) {
	last := "-"
	if s.Past > 0 {
		last = size(s.Kind, s.LastYear)
	}
	fmt.Printf("| %s | %d | %d | %s | %s | %s | %.0f%% | %s |\n",
		s.Kind, s.Past, s.Month, size(s.Kind, s.Error), size(s.Kind, s.Pace), last, 100*s.Coverage, size(s.Kind, s.Width))
}

func size(kind monitor.Kind, x float64) string {
	if kind == monitor.Growth {
		return fmt.Sprintf("%.2f", x)
	}
	return fmt.Sprintf("%.1f%%", 100*x)
}
