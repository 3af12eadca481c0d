package stageprogress_test

import (
	"testing"

	"gangmu/vet/rules/stageprogress"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, stageprogress.Rule)
	vettest.Run(t, stageprogress.Rule, "testdata/wrong.txt")
	vettest.Run(t, stageprogress.Rule, "testdata/right.txt")
}
