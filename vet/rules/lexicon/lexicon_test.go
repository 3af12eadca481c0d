package lexicon

import (
	"testing"

	"gangmu/vet/vettest"
)

func Test(t *testing.T) {
	vettest.Examples(t, Rule)
	vettest.Run(t, Rule, "testdata/wrong.txt")
	vettest.Run(t, Rule, "testdata/right.txt")
}

// A word that its own correction contains would be found again when it is right.
func TestNoCorrectionHoldsItsError(t *testing.T) {
	n := 0
	for _, row := range words() {
		for _, w := range row {
			n++
			for _, f := range vettest.Findings(t, "一、2030年计划执行情况\n"+w.right+"。\n", Rule) {
				t.Errorf("%s → %s: %s", w.wrong, w.right, f.Message.Zh)
			}
		}
	}
	if n < 50 {
		t.Errorf("the table holds %d words", n)
	}
}
