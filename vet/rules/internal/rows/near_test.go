package rows_test

import (
	"testing"

	"gangmu/vet/rules/internal/rows"
	"pgregory.net/rapid"
)

func TestLikenessIsAProportion(t *testing.T) {
	if got := rows.Likeness("万人专利拥有量", "万人发明专利拥有量"); got < 0.7 || got >= 1 {
		t.Errorf("a lost word leaves %v", got)
	}
	if rows.Likeness("粮食产量", "失业率") != 0 {
		t.Error("names without a common character are alike")
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[甲乙丙丁戊]{0,9}`)
		a, b := name.Draw(t, "a"), name.Draw(t, "b")
		l := rows.Likeness(a, b)
		if l != rows.Likeness(b, a) || l < 0 || l > 1 || (l == 1) != (a == b && a != "") {
			t.Fatalf("%q %q: %v", a, b, l)
		}
	})
}
