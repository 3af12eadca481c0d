package style_test

import (
	"testing"

	"gangmu/vet/rules/style"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, style.Rule)
	vettest.Run(t, style.Rule, "testdata/wrong.txt")
	vettest.Run(t, style.Rule, "testdata/right.txt")
}
