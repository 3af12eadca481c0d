package indicatorset_test

import (
	"testing"

	"gangmu/vet/rules/indicatorset"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, indicatorset.Rule)
	vettest.Run(t, indicatorset.Rule, "testdata/wrong.txt")
	vettest.Run(t, indicatorset.Rule, "testdata/unsaid.txt")
	vettest.Run(t, indicatorset.Rule, "testdata/right.txt")
}
