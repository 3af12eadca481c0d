package livelihoodoutcome_test

import (
	"testing"

	"gangmu/vet/rules/livelihoodoutcome"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, livelihoodoutcome.Rule)
	vettest.Run(t, livelihoodoutcome.Rule, "testdata/wrong.txt")
	vettest.Run(t, livelihoodoutcome.Rule, "testdata/right.txt")
}
