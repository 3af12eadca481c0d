package web

import (
	"strconv"
	"strings"
	"time"
)

// asOf is the event up to which the address wants things told, 0 for now:
// ?asof=NUMBER, or a day for what was known at its end.
func (r *request) asOf() int64 {
	s := r.URL.Query().Get("asof")
	if !strings.Contains(s, "-") {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || n < 0 {
			return 0
		}
		return n
	}
	seq, err := r.app.Office.SeqOn(r.Context(), s)
	if err != nil {
		return 0
	}
	return max(seq, 1) // before everything there was nothing, and that is told
}

// asOfSuffix keeps it in the addresses of a page that does not tell things as they
// are now.
func asOfSuffix(asOf, now int64) string {
	if asOf == now {
		return ""
	}
	return "?asof=" + strconv.FormatInt(asOf, 10)
}

// known is as of when a page tells things.
type known struct {
	Seq  int64  // the last event told of; 0 is now
	Now  int64  // the last there is
	Day  string // of Seq
	Last string // the last day that can be asked for
	Kept []link // other parameters of the address
	Here string // the address as of now
}

// Known is for pages that can be told as of an earlier event; they ask for it by
// the part "asof".
func (l layout) Known() (k known, err error) {
	q := l.r.URL.Query()
	k = known{Now: l.r.session.Seq, Last: time.Now().Format(time.DateOnly), Here: with(q, "asof", "")}
	if k.Seq = l.r.asOf(); k.Seq >= k.Now {
		k.Seq = 0
	}
	if k.Seq > 0 {
		k.Day, err = l.r.app.Office.DayOf(l.r.Context(), k.Seq)
	}
	for name := range q {
		if name != "asof" && name != "lang" {
			k.Kept = append(k.Kept, link{Href: name, Text: q.Get(name)})
		}
	}
	return k, err
}
