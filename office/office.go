// Package office is what people do: accounts, reading and vetting drafts,
// adopting a plan and correcting it. A command checks the actor's rights and what
// was given, becomes events of the ledger, and is answered after they are saved;
// queries read the tables that the events are projected into.
//
// # What it decides
//
//   - Who may do what: Can, one table in rights.go.
//   - What happened: the kinds of events and their payloads (events*.go). A
//     correction is an event with a reason; nothing is overwritten.
//   - Credentials are no events: passwords, second factors, links and sessions
//     stand in tables of their own, since an eternal record must not hold what
//     has to be forgotten. That they changed is an event.
//   - Every act is in the audit: what was done as the event that did it, what was
//     refused as an event of its own.
//
// # What it leaves out
//
// Pages, addresses and cookies (package web); how events are stored (package
// ledger); how reports are read and judged (extract, vet). The clock comes in as
// an argument.
package office
