package valuemismatch_test

import (
	"testing"

	"gangmu/vet/rules/valuemismatch"
	"gangmu/vet/vettest"
)

func TestExamples(t *testing.T) { vettest.Examples(t, valuemismatch.Rule) }

func TestSamples(t *testing.T) {
	vettest.Run(t, valuemismatch.Rule, "testdata/wrong.txt")
	vettest.Run(t, valuemismatch.Rule, "testdata/right.txt")
}
