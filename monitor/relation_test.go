package monitor

import (
	"testing"

	"gangmu/quantity"
)

func named(name, text string) Named {
	q, err := quantity.Parse(text)
	if err != nil {
		panic(err)
	}
	return Named{name, q}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		relation string
		values   map[string]Named
		want     string // empty: it holds or cannot be told
	}{
		{"3 <= 2", map[string]Named{"3": named("民间投资", "40.1亿元"), "2": named("固定资产投资", "120亿元")}, ""},
		{"3 <= 2", map[string]Named{"3": named("民间投资", "140.1亿元"), "2": named("固定资产投资", "120亿元")}, "民间投资140.1亿元大于固定资产投资120亿元，应不大于它"},
		{"2 >= 3", map[string]Named{"3": named("民间投资", "140.1亿元"), "2": named("固定资产投资", "120亿元")}, "民间投资140.1亿元大于固定资产投资120亿元，应不大于它"},
		{"3 <= 2", map[string]Named{"3": named("民间投资", "120.4亿元"), "2": named("固定资产投资", "120亿元")}, ""}, // 120 may have been 120.45
		{"a + b = c", map[string]Named{"a": named("一产", "12.3亿元"), "b": named("二产", "80.4亿元"), "c": named("合计", "92.8亿元")}, ""},
		{"a + b = c", map[string]Named{"a": named("一产", "12.3亿元"), "b": named("二产", "80.4亿元"), "c": named("合计", "93.0亿元")}, "一产12.3亿元+二产80.4亿元与合计93.0亿元不相等，应相等"},
		{"a = c", map[string]Named{"a": named("一产", "123000万元"), "c": named("合计", "12.3亿元")}, ""},
		{"a + b = c", map[string]Named{"a": named("一产", "12.3亿元"), "c": named("合计", "93.0亿元")}, ""},
		{"a = c", map[string]Named{"a": named("一产", "12.3亿元"), "c": named("人数", "93人")}, ""},
	} {
		r, err := ParseRelation(c.relation)
		if err != nil {
			t.Fatal(err)
		}
		zh, en, holds := r.Check(c.values)
		if zh != c.want || holds != (c.want == "") || (en == "") != holds {
			t.Errorf("%s: %q, want %q", c.relation, zh, c.want)
		}
		if again, err := ParseRelation(r.String()); err != nil || again.String() != r.String() {
			t.Errorf("%s is printed as %s: %v", c.relation, r, err)
		}
	}
	for _, bad := range []string{"", "3", "3 <", "<= 2", "3 + = 2", "3 < 2", "3 = 2 = 1", "a b = c"} {
		if r, err := ParseRelation(bad); err == nil {
			t.Errorf("%q was read as %s", bad, r)
		}
	}
}
