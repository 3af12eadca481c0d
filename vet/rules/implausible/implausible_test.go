package implausible_test

import (
	"testing"

	"gangmu/vet/rules/implausible"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, implausible.Rule)
	vettest.Run(t, implausible.Rule, "testdata/wrong.txt")
	vettest.Run(t, implausible.Rule, "testdata/right.txt")
}
