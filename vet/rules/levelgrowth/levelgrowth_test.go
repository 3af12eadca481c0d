package levelgrowth_test

import (
	"testing"

	"gangmu/vet/rules/levelgrowth"
	"gangmu/vet/vettest"
)

func TestExamples(t *testing.T) { vettest.Examples(t, levelgrowth.Rule) }

func TestSamples(t *testing.T) {
	vettest.Run(t, levelgrowth.Rule, "testdata/wrong.txt")
	vettest.Run(t, levelgrowth.Rule, "testdata/right.txt")
}
