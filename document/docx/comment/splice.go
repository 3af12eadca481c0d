package comment

import (
	"cmp"
	"slices"
)

// edit puts text in at a place of a part.
type edit struct {
	at   int
	text string
}

// splice is data with edits, which must be in order.
func splice(data []byte, edits []edit) []byte {
	size := len(data)
	for _, e := range edits {
		size += len(e.text)
	}
	out := make([]byte, 0, size)
	from := 0
	for _, e := range edits {
		out = append(out, data[from:e.at]...)
		out = append(out, e.text...)
		from = e.at
	}
	return append(out, data[from:]...)
}

// cut is data without some stretches. Those that overlap count once.
func cut(data []byte, stretches []stretch) []byte {
	slices.SortFunc(stretches, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	out := make([]byte, 0, len(data))
	from := 0
	for _, s := range stretches {
		if s.from > from {
			out = append(out, data[from:s.from]...)
		}
		from = max(from, s.to)
	}
	return append(out, data[from:]...)
}

// stretch is the bytes from up to to of a part.
type stretch struct{ from, to int }

// inserted lists where the texts of edits stand in what splice makes of them.
func inserted(edits []edit) []stretch {
	var out []stretch
	moved := 0
	for _, e := range edits {
		from := e.at + moved
		moved += len(e.text)
		if n := len(out); n > 0 && out[n-1].to == from {
			out[n-1].to = from + len(e.text)
			continue
		}
		out = append(out, stretch{from, from + len(e.text)})
	}
	return out
}
