package glossarymissing_test

import (
	"testing"

	"gangmu/vet/rules/glossarymissing"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, glossarymissing.Rule)
	vettest.Run(t, glossarymissing.Rule, "testdata/wrong.txt")
	vettest.Run(t, glossarymissing.Rule, "testdata/right.txt")
}
