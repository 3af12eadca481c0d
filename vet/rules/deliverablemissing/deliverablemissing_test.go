package deliverablemissing_test

import (
	"testing"

	"gangmu/vet/rules/deliverablemissing"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, deliverablemissing.Rule)
	vettest.Run(t, deliverablemissing.Rule, "testdata/wrong.txt")
	vettest.Run(t, deliverablemissing.Rule, "testdata/right.txt")
}
