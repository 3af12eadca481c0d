package livelihoodtext_test

import (
	"testing"

	"gangmu/vet/rules/livelihoodtext"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, livelihoodtext.Rule)
	vettest.Run(t, livelihoodtext.Rule, "testdata/wrong.txt")
	vettest.Run(t, livelihoodtext.Rule, "testdata/right.txt")
}
