package verdict_test

import (
	"testing"

	"gangmu/vet/rules/verdict"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, verdict.Rule)
	vettest.Run(t, verdict.Rule, "testdata/wrong.txt")
	vettest.Run(t, verdict.Rule, "testdata/right.txt")
	vettest.Run(t, verdict.Rule, "testdata/annex-wrong.txt")
	vettest.Run(t, verdict.Rule, "testdata/annex-unlisted.txt")
	vettest.Run(t, verdict.Rule, "testdata/annex-right.txt")
}
