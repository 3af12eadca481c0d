// Package outcome says what a failure is over HTTP, for pages and for the API
// alike: its status, and its words when it comes from reading a document.
package outcome

import (
	"errors"
	"net/http"

	"gangmu/document"
	"gangmu/fault"
	"gangmu/render"
)

// statuses are the one place where an error becomes an HTTP status.
var statuses = map[fault.Kind]int{
	fault.Invalid:         http.StatusUnprocessableEntity,
	fault.NotFound:        http.StatusNotFound,
	fault.Conflict:        http.StatusConflict,
	fault.Stale:           http.StatusPreconditionFailed,
	fault.Unauthenticated: http.StatusUnauthorized,
	fault.Denied:          http.StatusForbidden,
	fault.TooMany:         http.StatusTooManyRequests,
	fault.TooLarge:        http.StatusRequestEntityTooLarge,
	fault.Unavailable:     http.StatusServiceUnavailable,
	fault.Damaged:         http.StatusInternalServerError,
	fault.Internal:        http.StatusInternalServerError,
}

// Status is the HTTP status of a kind of failure; 500 of one that is unknown.
func Status(k fault.Kind) int {
	if s, ok := statuses[k]; ok {
		return s
	}
	return http.StatusInternalServerError
}

// Fault puts any error into words for people.
func Fault(err error) *fault.Error {
	var d *document.Error
	if errors.As(err, &d) {
		return &fault.Error{Kind: fault.Invalid, Code: d.Code, Zh: d.Message, En: d.MessageEn, Cause: err}
	}
	return fault.Of(err)
}

// In is the failure's sentence in a language.
func In(l render.Lang, f *fault.Error) string {
	if l == render.En {
		return f.En
	}
	return f.Zh
}
