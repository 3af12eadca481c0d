package nearname_test

import (
	"testing"

	"gangmu/vet/rules/nearname"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, nearname.Rule)
	vettest.Run(t, nearname.Rule, "testdata/wrong.txt")
	vettest.Run(t, nearname.Rule, "testdata/right.txt")
}
