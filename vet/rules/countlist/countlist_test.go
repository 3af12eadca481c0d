package countlist_test

import (
	"testing"

	"gangmu/vet/rules/countlist"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, countlist.Rule)
	vettest.Run(t, countlist.Rule, "testdata/wrong.txt")
	vettest.Run(t, countlist.Rule, "testdata/right.txt")
}
