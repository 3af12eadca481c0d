package office

import (
	"gangmu/plan"
	"gangmu/target"
)

// The kinds of events about adopted plans, with their payloads.
const (
	kindPlanAdopted      = "plan.adopted"      // planAdopted, once for a plan
	kindIndicatorAdopted = "indicator.adopted" // indicatorAdopted, once for each row
	kindFactRecorded     = "fact.recorded"     // factEvent
	kindFactCorrected    = "fact.corrected"    // factEvent with a reason
	kindTargetIssued     = "target.issued"     // TargetChange: 市级下达
	kindTargetAdjusted   = "target.adjusted"   // TargetChange: 计划调整
)

type planAdopted struct {
	Unit      string `json:"unit"`
	Year      int    `json:"year"`     // that it plans
	Executed  int    `json:"executed"` // whose results it carries
	Title     string `json:"title"`
	Region    string `json:"region"`
	Session   string `json:"session"`  // 区第二届人民代表大会第四次会议
	Approved  string `json:"approved"` // day
	Draft     string `json:"draft,omitempty"`
	Version   int    `json:"version,omitempty"`
	Source    string `json:"source,omitempty"` // where it comes from, for people
	Published bool   `json:"published"`
	Locked    bool   `json:"locked,omitempty"` // kept to look at, never changed
}

// indicatorAdopted is a row of the baseline, without its result. Which indicator of
// last year it is gets decided once, here, so that a later version of the program
// does not pair them otherwise.
type indicatorAdopted struct {
	Item   plan.Item `json:"item"`
	Series string    `json:"series"`         // plan.Item.Series
	Last   int       `json:"last,omitempty"` // number of last year's row
}

type factEvent struct {
	Fact   plan.Fact `json:"fact"`
	Reason string    `json:"reason,omitempty"`
}

// TargetChange is a target that replaces the one before it.
type TargetChange struct {
	Target   target.Target `json:"target"`
	Document string        `json:"document"` // number of the document or resolution: 市发改委〔2026〕12号
	Date     string        `json:"date"`     // its day
	Reason   string        `json:"reason"`   // of an adjustment
}
