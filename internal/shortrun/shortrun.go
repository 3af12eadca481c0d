// Package shortrun lets a run that needs little memory end before garbage is
// collected for the first time: the collector begins at 12 MB instead of 4, and
// from then on works as usual. Reading one report so costs a tenth less time;
// whatever needs more is as large as before.
//
// It takes effect when it is imported, before the packages whose
// initialisation makes most of the garbage: Go initialises packages in the order
// of their paths as far as imports allow, and this one imports next to nothing.
package shortrun

import (
	"os"
	"runtime"
	"runtime/debug"
)

const firstAt = 300 // percent of 4 MB

func init() {
	if os.Getenv("GOGC") != "" {
		return // somebody knows better
	}
	usual := debug.SetGCPercent(firstAt)
	runtime.AddCleanup(new(*byte), func(percent int) { debug.SetGCPercent(percent) }, usual)
}
