package office

import "gangmu/ledger"

// The kinds of events about drafts, with their payloads.
const (
	kindDraftUploaded    = "draft.uploaded"
	kindDraftRead        = "draft.read"       // Summary
	kindDraftUnreadable  = "draft.unreadable" // Summary
	kindFindingAccepted  = "finding.accepted"
	kindFindingReopened  = "finding.reopened"
	kindReadingCorrected = "reading.corrected"
)

type draftUploaded struct {
	Unit   string          `json:"unit"`
	File   string          `json:"file"`
	Size   int64           `json:"size"`
	Source ledger.BlobHash `json:"source"`
}

type findingAccepted struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
}

// Correction changes one field of one row of what was read. Row counts the
// indicators from 0; the one behind the last is a new row.
type Correction struct {
	Row    int    `json:"row"`
	Field  Field  `json:"field"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}
