package arithmetic_test

import (
	"testing"

	"gangmu/vet/rules/arithmetic"
	"gangmu/vet/vettest"
)

func TestExamples(t *testing.T) { vettest.Examples(t, arithmetic.Rule) }

func TestSamples(t *testing.T) {
	vettest.Run(t, arithmetic.Rule, "testdata/wrong.txt")
	vettest.Run(t, arithmetic.Rule, "testdata/right.txt")
	vettest.Run(t, arithmetic.Rule, "testdata/stocks_wrong.txt")
	vettest.Run(t, arithmetic.Rule, "testdata/stocks_right.txt")
}
