package render

import (
	"io"

	"gangmu/extract"
	"gangmu/plan"
)

// PlanJSON prints p, and what the report's prose claims, as the JSON object of
// `read`; file is left out when empty.
func PlanJSON(w io.Writer, file string, p *plan.Plan, claims []extract.Claim) error {
	return writeJSON(w, struct {
		File string `json:"file,omitempty"`
		planJSON
	}{file, newPlanJSON(p, claims)})
}

// FailureJSON prints the object of a file that could not be read.
func FailureJSON(w io.Writer, file string, f Failure) error {
	return writeJSON(w, struct {
		File  string  `json:"file,omitempty"`
		Error Failure `json:"error"`
	}{file, f})
}
