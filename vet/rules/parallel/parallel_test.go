package parallel_test

import (
	"testing"

	"gangmu/vet/rules/parallel"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, parallel.Rule)
	vettest.Run(t, parallel.Rule, "testdata/wrong.txt")
	vettest.Run(t, parallel.Rule, "testdata/right.txt")
}
