package termdrift_test

import (
	"testing"

	"gangmu/vet/rules/termdrift"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, termdrift.Rule)
	vettest.Run(t, termdrift.Rule, "testdata/wrong.txt")
	vettest.Run(t, termdrift.Rule, "testdata/right.txt")
}
