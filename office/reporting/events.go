package reporting

// The kinds of events that are no step of a sheet (states.go), with their payloads.
const (
	kindAssigned = "series.assigned"    // assigned, subject plan/ID/series
	kindAccepted = "series.accepted"    // keys, subject plan/ID/series
	kindHanded   = "series.handed-over" // handedOver, subject plan/ID/series
	kindSaved    = "values.saved"       // saved, subject sheet/PLAN/UNIT/PERIOD
)

// assigned is the rows of one assignment, each whole.
type assigned struct {
	Rows []Assignment `json:"rows"`
}

type keys struct {
	Rows []Key `json:"rows"`
}

type handedOver struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Reason string `json:"reason"`
	Rows   []Key  `json:"rows"`
}

// saved is what somebody put into cells of a sheet.
type saved struct {
	Cells []Entry `json:"cells"`
}

// Entry is what a cell is given.
type Entry struct {
	Key
	Value    string   `json:"value"` // as printed; empty takes it out
	Quality  Quality  `json:"quality,omitempty"`
	Remark   string   `json:"remark,omitempty"`   // why a check does not apply
	Evidence []string `json:"evidence,omitempty"` // hashes of blobs
	Base     int64    `json:"base,omitempty"`     // Cell.Seq that it is meant to replace
}

// stepped is what a step of a sheet says.
type stepped struct {
	Reason string `json:"reason,omitempty"`
	Until  int64  `json:"until,omitempty"` // of an exception, microseconds
}
