package mnemonic_test

import (
	"testing"

	"gangmu/vet/rules/mnemonic"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, mnemonic.Rule)
	vettest.Run(t, mnemonic.Rule, "testdata/wrong.txt")
	vettest.Run(t, mnemonic.Rule, "testdata/right.txt")
}
