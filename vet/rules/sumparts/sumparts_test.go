package sumparts_test

import (
	"testing"

	"gangmu/vet/rules/sumparts"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, sumparts.Rule)
	vettest.Run(t, sumparts.Rule, "testdata/wrong.txt")
	vettest.Run(t, sumparts.Rule, "testdata/right.txt")
}
