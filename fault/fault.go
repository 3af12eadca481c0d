// Package fault is the error that the living half of the program (ledger, office,
// web) gives to people: what happened and what to do, in both languages, with a
// code for programs and a kind that the outer layers map, in one place each, to
// an HTTP status or an exit code.
//
// It decides nothing about wording or transport, and leaves out stack traces: an
// error is returned with its cause, and logged once by whoever answers it.
package fault

import "errors"

// Kind says in which way something failed.
type Kind string

const (
	Invalid         Kind = "invalid"         // what was given cannot be used
	NotFound        Kind = "not-found"       // there is no such thing, or none that may be seen
	Conflict        Kind = "conflict"        // it does not fit the present state
	Stale           Kind = "stale"           // it was made for an earlier state
	Unauthenticated Kind = "unauthenticated" // nobody is signed in
	Denied          Kind = "denied"          // the actor may not do this
	TooMany         Kind = "too-many"        // too often within a short time
	TooLarge        Kind = "too-large"       // beyond a limit
	Unavailable     Kind = "unavailable"     // not now: try again
	Damaged         Kind = "damaged"         // stored data is not what was stored
	Internal        Kind = "internal"        // a defect of the program
)

// Error is a failure for people. Code never changes once published.
type Error struct {
	Kind   Kind
	Code   string
	Zh, En string
	Field  string // what was given that cannot be used: the name of the form's field; empty for none
	Cause  error
}

// Error is the English sentence with the cause.
func (e *Error) Error() string {
	if e.Cause == nil {
		return e.En
	}
	return e.En + ": " + e.Cause.Error()
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Because is the same failure with a cause.
func (e *Error) Because(cause error) *Error {
	with := *e
	with.Cause = cause
	return &with
}

// Is makes two failures equal when their codes are, so that errors.Is finds one
// whatever its words and cause.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

// Of is the failure in err; an error that nobody put into words is a defect.
func Of(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{
		Kind:  Internal,
		Code:  "internal",
		Zh:    "没有做完，数据没有改动。请重试；仍不行，请联系系统管理员。",
		En:    "Not finished; nothing was changed. Try again; if it stays, tell the system administrator.",
		Cause: err,
	}
}
