package binding_test

import (
	"testing"

	"gangmu/vet/rules/binding"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, binding.Rule)
	vettest.Run(t, binding.Rule, "testdata/wrong.txt")
	vettest.Run(t, binding.Rule, "testdata/right.txt")
}
