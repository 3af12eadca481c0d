package deixis_test

import (
	"testing"

	"gangmu/vet/rules/deixis"
	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, deixis.Rule)
	vettest.Run(t, deixis.Rule, "testdata/wrong.txt")
	vettest.Run(t, deixis.Rule, "testdata/date.txt")
	vettest.Run(t, deixis.Rule, "testdata/right.txt")
	vettest.Run(t, deixis.Rule, "testdata/chapters-wrong.txt")
	vettest.Run(t, deixis.Rule, "testdata/opening-wrong.txt")
	vettest.Run(t, deixis.Rule, "testdata/chapters-right.txt")
}
