package directionwords_test

import (
	"testing"

	"gangmu/vet/rules/directionwords"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, directionwords.Rule)
	vettest.Run(t, directionwords.Rule, "testdata/wrong.txt")
	vettest.Run(t, directionwords.Rule, "testdata/right.txt")
}
