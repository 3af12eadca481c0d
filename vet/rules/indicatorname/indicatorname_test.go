package indicatorname_test

import (
	"testing"

	"gangmu/vet/rules/indicatorname"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, indicatorname.Rule)
	vettest.Run(t, indicatorname.Rule, "testdata/wrong.txt")
	vettest.Run(t, indicatorname.Rule, "testdata/right.txt")
}
