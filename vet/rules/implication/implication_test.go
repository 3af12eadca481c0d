package implication_test

import (
	"testing"

	"gangmu/vet/rules/implication"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, implication.Rule)
	vettest.Run(t, implication.Rule, "testdata/wrong.txt")
	vettest.Run(t, implication.Rule, "testdata/right.txt")
}
