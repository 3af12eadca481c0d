package office

import (
	"strconv"
	"strings"

	"gangmu/ledger"
)

// drafts projects drafts with their versions, acceptances and corrections.
var drafts = ledger.Projection{
	Name: "drafts", Version: 1,
	Tables: []string{"draft", "draft_version", "finding_acceptance", "reading_correction"},
	Kinds: []string{
		kindDraftUploaded, kindDraftRead, kindDraftUnreadable,
		kindFindingAccepted, kindFindingReopened, kindReadingCorrected,
	},
	Apply: applyEach(applyDraft),
}

func applyDraft(tx *ledger.Tx, e ledger.Event) error {
	part := strings.Split(e.Subject, "/") // draft/ID/version/2, draft/ID/finding/FINGERPRINT
	draft := part[1]
	switch e.Kind {
	case kindFindingAccepted:
		var p findingAccepted
		if err := e.Decode(&p); err != nil {
			return err
		}
		return exec(tx, `INSERT INTO finding_acceptance (draft, fingerprint, rule, reason, person, at, seq) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			draft, part[3], p.Rule, p.Reason, e.Actor, e.At.UnixMicro(), e.Seq)
	case kindFindingReopened:
		return exec(tx, `DELETE FROM finding_acceptance WHERE draft = $1 AND fingerprint = $2`, draft, part[3])
	}
	version, err := strconv.Atoi(part[3])
	if err != nil {
		return err
	}
	switch e.Kind {
	case kindDraftUploaded:
		return applyUpload(tx, e, draft, version)
	case kindReadingCorrected:
		var p Correction
		if err := e.Decode(&p); err != nil {
			return err
		}
		return exec(tx, `INSERT INTO reading_correction (draft, version, seq, row_no, field, value, reason, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			draft, version, e.Seq, p.Row, p.Field, p.Value, p.Reason, e.Actor, e.At.UnixMicro())
	}
	return applyReading(tx, e, draft, version)
}

func applyUpload(tx *ledger.Tx, e ledger.Event, draft string, version int) error {
	var p draftUploaded
	if err := e.Decode(&p); err != nil {
		return err
	}
	err := exec(tx, `INSERT INTO draft (id, unit, title, latest, seq) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (id) DO UPDATE SET latest = excluded.latest, seq = excluded.seq`, draft, p.Unit, p.File, version, e.Seq)
	if err != nil {
		return err
	}
	return exec(tx, `INSERT INTO draft_version (`+versionColumns+`, region, executed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', $9, '', 0)`,
		draft, version, p.File, p.Size, string(p.Source), e.Actor, e.At.UnixMicro(), Waiting, e.Seq)
}

func applyReading(tx *ledger.Tx, e ledger.Event, draft string, version int) error {
	var s Summary
	if err := e.Decode(&s); err != nil {
		return err
	}
	state := Read
	if e.Kind == kindDraftUnreadable {
		state = Unreadable
	}
	err := exec(tx, `UPDATE draft_version SET state = $3, summary = $4, region = $5, executed = $6 WHERE draft = $1 AND version = $2`,
		draft, version, state, string(e.Payload), s.Region, s.Executed)
	if err != nil || s.Title == "" {
		return err
	}
	return exec(tx, `UPDATE draft SET title = $2 WHERE id = $1`, draft, s.Title)
}
