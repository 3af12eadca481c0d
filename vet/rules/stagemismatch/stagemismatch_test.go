package stagemismatch_test

import (
	"testing"

	"gangmu/vet/rules/stagemismatch"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, stagemismatch.Rule)
	vettest.Run(t, stagemismatch.Rule, "testdata/wrong.txt")
	vettest.Run(t, stagemismatch.Rule, "testdata/right.txt")
}
