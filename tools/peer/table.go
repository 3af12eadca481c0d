package main

import (
	"fmt"
	"os"
	"text/tabwriter"
	"time"
)

// line is one figure of both beside what is required of ours.
type line struct {
	what         string
	ours, theirs float64 // theirs 0: has no such thing
	limit        float64
	least        bool // at least the limit, else at most
	unit         string
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// print reports whether every requirement is met.
func print(g, p figures) bool {
	lines := []line{
		{"values accepted, 32 clients", g.many.perSecond, p.many.perSecond, 8000, true, "/s"},
		{"  p99", ms(g.many.p99), ms(p.many.p99), 50, false, "ms"},
		{"values, one at a time, median", ms(g.one.p50), ms(p.one.p50), 5, false, "ms"},
		{"overview page of 400 series, 32 clients", g.page.perSecond, 0, 1500, true, "/s"},
		{"  p99", ms(g.page.p99), 0, 50, false, "ms"},
		{"list of 400 rows as JSON, 32 clients", g.list.perSecond, p.list.perSecond, 0, true, "/s"},
		{"one series as of an earlier event, median", ms(g.asOf.p50), 0, 2, false, "ms"},
		{"start until the first answer", ms(g.ready), ms(p.ready), 300, false, "ms"},
		{"memory after the start", g.startPeak, p.startPeak, 0, false, "MB"},
		{"memory at the peak of all loads", g.peak, p.peak, 150, false, "MB"},
	}
	ok := true
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "what\tGangmu\tPocketBase\tratio\trequired\t\t")
	for _, l := range lines {
		peer, ratio, required, verdict := "", "", "", ""
		if l.theirs > 0 {
			peer, ratio = fmt.Sprintf("%.2f %s", l.theirs, l.unit), fmt.Sprintf("%.2f", l.ours/l.theirs)
		}
		if l.limit > 0 {
			op, met := "<=", l.ours <= l.limit
			if l.least {
				op, met = ">=", l.ours >= l.limit
			}
			required, verdict = fmt.Sprintf("%s %g %s", op, l.limit, l.unit), "ok"
			if !met {
				verdict, ok = "MISSED", false
			}
		}
		fmt.Fprintf(w, "%s\t%.2f %s\t%s\t%s\t%s\t%s\t\n", l.what, l.ours, l.unit, peer, ratio, required, verdict)
	}
	w.Flush()
	return ok
}
