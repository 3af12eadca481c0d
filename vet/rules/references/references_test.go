package references_test

import (
	"testing"

	"gangmu/vet/rules/references"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, references.Rule)
	vettest.Run(t, references.Rule, "testdata/wrong.txt")
	vettest.Run(t, references.Rule, "testdata/right.txt")
}
