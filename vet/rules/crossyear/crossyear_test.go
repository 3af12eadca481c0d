package crossyear_test

import (
	"testing"

	"gangmu/vet/rules/crossyear"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, crossyear.Rule)
	vettest.Run(t, crossyear.Rule, "testdata/wrong.txt")
	vettest.Run(t, crossyear.Rule, "testdata/right.txt")
	vettest.Run(t, crossyear.Rule, "testdata/revised.txt")
}
