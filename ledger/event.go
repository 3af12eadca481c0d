package ledger

import (
	"encoding/json"
	"strconv"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// Actor is who does something: a person's or a service's id, never a name, and
// where the request came from (a network address, "console", "job").
type Actor struct {
	ID     string
	Origin string
}

// System is the program itself, acting for nobody.
var System = Actor{ID: "system"}

// Event is one change. Nothing of it is ever altered.
type Event struct {
	Seq     int64     // 1, 2, 3, … without gaps
	ID      string    // 26 characters, unique everywhere, later ones sort higher
	At      time.Time // by the clock of the machine that wrote it, in microseconds, UTC
	Actor   string    // Actor.ID
	Origin  string    // Actor.Origin
	Kind    string    // what happened: "plan.adopted"
	Subject string    // to what: "plan/2024/indicator/1"; a path, so that Filter.Under works
	Payload json.RawMessage
}

// Decode reads the payload into v.
func (e Event) Decode(v any) error {
	if err := json.Unmarshal(e.Payload, v); err != nil {
		return unreadablePayload(e, err)
	}
	return nil
}

// Draft is an event to be: what a command says, before it has a number.
type Draft struct {
	Kind, Subject string
	Payload       any // marshalled as JSON; a json.RawMessage stays as it is
}

// Limits of one event, in bytes.
const (
	maxKind    = 64
	maxSubject = 256
	maxActor   = 128
	maxPayload = 1 << 20
)

// leaf is the hash of the event in the tree. Its input is unambiguous: each field
// as a netstring, after the name of the encoding.
func (e Event) leaf() tlog.Hash {
	b := make([]byte, 0, 256+len(e.Payload))
	b = append(b, "gangmu event v1\n"...)
	for _, field := range [...]string{
		strconv.FormatInt(e.Seq, 10), e.ID, strconv.FormatInt(e.At.UnixMicro(), 10),
		e.Actor, e.Origin, e.Kind, e.Subject,
	} {
		b = appendNetstring(b, field)
	}
	return tlog.RecordHash(appendNetstring(b, e.Payload))
}

func appendNetstring[S string | json.RawMessage](b []byte, s S) []byte {
	b = strconv.AppendInt(b, int64(len(s)), 10)
	b = append(b, ':')
	b = append(b, s...)
	return append(b, ',')
}
