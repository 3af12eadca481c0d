package comparatormismatch_test

import (
	"testing"

	"gangmu/vet/rules/comparatormismatch"
	"gangmu/vet/vettest"
)

func TestExamples(t *testing.T) { vettest.Examples(t, comparatormismatch.Rule) }

func TestSamples(t *testing.T) {
	vettest.Run(t, comparatormismatch.Rule, "testdata/wrong.txt")
	vettest.Run(t, comparatormismatch.Rule, "testdata/right.txt")
}
