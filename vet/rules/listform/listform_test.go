package listform_test

import (
	"testing"

	"gangmu/vet/rules/listform"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, listform.Rule)
	vettest.Run(t, listform.Rule, "testdata/wrong.txt")
	vettest.Run(t, listform.Rule, "testdata/right.txt")
}
