package glossaryunused_test

import (
	"testing"

	"gangmu/vet/rules/glossaryunused"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, glossaryunused.Rule)
	vettest.Run(t, glossaryunused.Rule, "testdata/wrong.txt")
	vettest.Run(t, glossaryunused.Rule, "testdata/slip.txt")
	vettest.Run(t, glossaryunused.Rule, "testdata/notes.txt")
	vettest.Run(t, glossaryunused.Rule, "testdata/right.txt")
}
