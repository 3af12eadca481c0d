package taskcoverage_test

import (
	"testing"

	"gangmu/vet/rules/taskcoverage"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, taskcoverage.Rule)
	vettest.Run(t, taskcoverage.Rule, "testdata/wrong.txt")
	vettest.Run(t, taskcoverage.Rule, "testdata/right.txt")
}
