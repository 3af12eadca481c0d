// Package ledger is the one way in which the living plan changes: append-only
// events, written by commands, hashed into a Merkle tree, and projected into
// tables that pages read.
//
// # What it decides
//
//   - A command (Ledger.Do) validates, appends events and lets the projections
//     update their tables in one transaction. One goroutine writes: it runs the
//     commands that wait together and commits them once, so that many people
//     share one flush to disk. A command that fails leaves no trace and does not
//     fail its neighbours. A command is answered after the commit.
//   - Events are never changed. A correction is a new event with a reason.
//     "As of" is by sequence number, not by clock: clocks are set back.
//   - Projections are functions of the events: dropped and replayed they give the
//     same tables (Ledger.Rebuild).
//   - Each event is a leaf of one RFC 6962 tree (SHA-256). The hashes that it
//     completes are stored with it. Checkpoints are signed notes (Ed25519) of size
//     and root; Ledger.Verify compares everything with everything.
//   - One SQL text with $1 parameters runs on SQLite and on PostgreSQL; what
//     differs stands in engine.go and in one guard migration per engine.
//
// # What it leaves out
//
// What events mean, who may do what, and every name of a kind or a subject: that
// is package office. SM2 signatures: the note format allows them, no key is made.
package ledger
