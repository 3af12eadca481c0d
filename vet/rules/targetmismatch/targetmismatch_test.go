package targetmismatch_test

import (
	"testing"

	"gangmu/vet/rules/targetmismatch"
	"gangmu/vet/vettest"
)

func TestExamples(t *testing.T) { vettest.Examples(t, targetmismatch.Rule) }

func TestSamples(t *testing.T) {
	vettest.Run(t, targetmismatch.Rule, "testdata/wrong.txt")
	vettest.Run(t, targetmismatch.Rule, "testdata/right.txt")
}
