package targetbelowactual_test

import (
	"testing"

	"gangmu/vet/rules/targetbelowactual"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, targetbelowactual.Rule)
	vettest.Run(t, targetbelowactual.Rule, "testdata/wrong.txt")
	vettest.Run(t, targetbelowactual.Rule, "testdata/right.txt")
}
