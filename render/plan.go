package render

import (
	"io"

	"gangmu/plan"
)

// PlanJSON prints p as the JSON object of `read`; file is left out when empty.
func PlanJSON(w io.Writer, file string, p *plan.Plan) error {
	return writeJSON(w, struct {
		File string `json:"file,omitempty"`
		planJSON
	}{file, newPlanJSON(p)})
}

// FailureJSON prints the object of a file that could not be read.
func FailureJSON(w io.Writer, file string, f Failure) error {
	return writeJSON(w, struct {
		File  string  `json:"file,omitempty"`
		Error Failure `json:"error"`
	}{file, f})
}
