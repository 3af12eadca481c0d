package numbering_test

import (
	"testing"

	"gangmu/vet/rules/numbering"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, numbering.Rule)
	vettest.Run(t, numbering.Rule, "testdata/wrong.txt")
	vettest.Run(t, numbering.Rule, "testdata/right.txt")
}
