package verdictclass_test

import (
	"testing"

	"gangmu/vet/rules/verdictclass"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, verdictclass.Rule)
	vettest.Run(t, verdictclass.Rule, "testdata/wrong.txt")
	vettest.Run(t, verdictclass.Rule, "testdata/right.txt")
}
