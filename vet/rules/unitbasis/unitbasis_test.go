package unitbasis_test

import (
	"testing"

	"gangmu/vet/rules/unitbasis"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, unitbasis.Rule)
	vettest.Run(t, unitbasis.Rule, "testdata/wrong.txt")
	vettest.Run(t, unitbasis.Rule, "testdata/right.txt")
}
