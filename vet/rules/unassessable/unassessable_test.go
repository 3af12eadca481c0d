package unassessable_test

import (
	"testing"

	"gangmu/vet/rules/unassessable"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, unassessable.Rule)
	vettest.Run(t, unassessable.Rule, "testdata/wrong.txt")
	vettest.Run(t, unassessable.Rule, "testdata/right.txt")
}
