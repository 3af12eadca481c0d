package disclosure_test

import (
	"testing"

	"gangmu/vet/rules/disclosure"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, disclosure.Rule)
	vettest.Run(t, disclosure.Rule, "testdata/wrong.txt")
	vettest.Run(t, disclosure.Rule, "testdata/right.txt")
}
