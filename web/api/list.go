package api

import (
	"gangmu/fault"
)

// Page says which part of a list is wanted.
type Page struct {
	Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"At most so many entries"`
	After string `query:"after" maxLength:"200" doc:"next of the page before"`
}

// List is a part of a list.
type List[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"Send it as after for the page behind; missing on the last"`
}

// Many answers with a part of a list.
type Many[T any] struct {
	ETag string `header:"ETag" doc:"The event up to which it is told, for lists of the ledger's state"`
	Body List[T]
}

// One answers with one thing.
type One[T any] struct {
	ETag string `header:"ETag" doc:"The event up to which it is told; send it back as If-Match with a change"`
	Body T
}

var errCursor = &fault.Error{
	Kind: fault.Invalid, Code: "bad-cursor",
	Zh: "after 不是本列表给出的 next，请从头取。", En: "after is not the next of this list: begin anew.",
}

// pageOf is the part of all behind the entry whose key is after, each as show has it.
func pageOf[S, T any](all []S, p Page, key func(S) string, show func(S) T) (*Many[T], error) {
	from := 0
	if p.After != "" {
		for from < len(all) && key(all[from]) != p.After {
			from++
		}
		if from == len(all) {
			return nil, errCursor
		}
		from++
	}
	out := &Many[T]{Body: List[T]{Items: []T{}}}
	to := min(from+p.Limit, len(all))
	for _, s := range all[from:to] {
		out.Body.Items = append(out.Body.Items, show(s))
	}
	if to < len(all) {
		out.Body.Next = key(all[to-1])
	}
	return out, nil
}
