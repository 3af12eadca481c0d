package residue_test

import (
	"testing"

	"gangmu/vet/rules/residue"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, residue.Rule)
	vettest.Run(t, residue.Rule, "testdata/wrong.txt")
	vettest.Run(t, residue.Rule, "testdata/right.txt")
	vettest.Run(t, residue.Rule, "testdata/ends.txt")
}
