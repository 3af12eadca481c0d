package quantity

import "testing"

func TestMarshalText(t *testing.T) {
	for _, n := range []Number{{}, Int(7), Int(8).Shift(4), MustNumber("2.40"), MustNumber("-0.025")} {
		text, err := n.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var m Number
		if err := m.UnmarshalText(text); err != nil || m.String() != n.String() || m.Places() != n.Places() {
			t.Errorf("%s was stored as %s and read as %s (%v)", n, text, m, err)
		}
	}
	for _, bad := range []string{"", "x", "NaN", "Infinity", "1E+99999", "1E-99999"} {
		if err := new(Number).UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
