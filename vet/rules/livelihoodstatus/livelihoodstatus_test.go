package livelihoodstatus_test

import (
	"testing"

	"gangmu/vet/rules/livelihoodstatus"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, livelihoodstatus.Rule)
	vettest.Run(t, livelihoodstatus.Rule, "testdata/wrong.txt")
	vettest.Run(t, livelihoodstatus.Rule, "testdata/right.txt")
}
