package monitor

import (
	"testing"

	"pgregory.net/rapid"

	"gangmu/quantity"
	"gangmu/target"
)

func base(text string) Value {
	return Value{ID: "f1", Seq: 7, Period: Whole(2025), Actual: target.ParseActual(text, "")}
}

func TestGrowthOfLevels(t *testing.T) {
	d, ok := GrowthOf(target.ParseActual("106.3亿元", ""), base("1000000万元"), 1)
	if !ok || d.Value.String() != "6.3" || d.Base.Seq != 7 || !d.Interval.Contains(num("6.3")) || d.Interval.Contains(num("6.5")) {
		t.Errorf("%v %v", d, ok)
	}
	for level, on := range map[string]string{"106亿元": "0亿元", "1亿元": "-5亿元", "106人": "100亿元", "近106亿元": "100亿元"} {
		if d, ok := GrowthOf(target.ParseActual(level, ""), base(on), 1); ok {
			t.Errorf("%s on %s grew by %s", level, on, d.Value)
		}
	}
}

func TestLevelOfGrowth(t *testing.T) {
	d, ok := LevelOf(num("6.3"), base("100.0亿元"))
	if !ok || d.Value.String() != "106.3" || d.Base.ID != "f1" || !d.Interval.Contains(num("106.3")) || d.Interval.Contains(num("106.5")) {
		t.Errorf("%v %v", d, ok)
	}
}

// The growth of the level that a growth makes may have been that growth.
func TestGrowthAndLevelTurnRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := base(quantity.Int(rapid.Int64Range(100, 1e6).Draw(t, "base")).Shift(-1).String() + "亿元")
		growth := quantity.Int(rapid.Int64Range(-500, 500).Draw(t, "growth")).Shift(-1)
		level, ok := LevelOf(growth, on)
		if !ok {
			t.Fatal("no level")
		}
		q := on.Actual.Quantity
		q.Value = level.Value
		back, ok := GrowthOf(target.Actual{Quantity: q, HasValue: true}, on, 1)
		if !ok || !back.Interval.Contains(growth) {
			t.Fatalf("%s on %s is %s, which grew by %s", growth, on.Actual.Text, level.Value, back.Interval)
		}
	})
}
