package quantity_test

import (
	"testing"

	"gangmu/quantity"
)

// An amount in base units is printed in the unit that people wrote.
func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"42.6亿元": "[42.55, 42.65)", "6.5%": "[6.45, 6.55)", "14589万人次": "[14588.5, 14589.5)",
	} {
		q := scan(t, text)
		if got := q.Unit.In(q.Base()).String(); got != want {
			t.Errorf("%s admits %s, want %s", text, got, want)
		}
	}
}

func scan(t *testing.T, text string) quantity.Quantity {
	t.Helper()
	for m := range quantity.Scan(text) {
		return m.Quantity
	}
	t.Fatalf("%q holds no quantity", text)
	return quantity.Quantity{}
}
