package monitor

import (
	"testing"

	"pgregory.net/rapid"
)

func TestPeriods(t *testing.T) {
	for text, zh := range map[string]string{
		"2026-03": "3月", "2026-01..02": "1—2月", "2026-Q1": "一季度", "2026-Q4": "四季度",
		"2026-H1": "上半年", "2026-H2": "下半年", "2026": "全年", "2026-01..09": "1—9月",
	} {
		p, err := ParsePeriod(text)
		if err != nil || p.String() != text || p.Zh() != zh {
			t.Errorf("%s: %v, %s %s", text, err, p, p.Zh())
		}
	}
	for _, bad := range []string{"", "26", "2026-", "2026-13", "2026-00", "2026-3", "2026-Q5", "2026-H0", "2026-05..02", "2026-01..", "2026-1..2", "2026-+3", "今年"} {
		if p, err := ParsePeriod(bad); err == nil {
			t.Errorf("%q was read as %v", bad, p)
		}
	}
}

func TestPeriodPrintsAndParses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.IntRange(1, 12).Draw(t, "first")
		p := Period{rapid.IntRange(1949, 2100).Draw(t, "year"), first, rapid.IntRange(first, 12).Draw(t, "last")}
		if got, err := ParsePeriod(p.String()); err != nil || got != p {
			t.Fatalf("%v is printed as %s and read as %v (%v)", p, p, got, err)
		}
	})
}

func TestSchedule(t *testing.T) {
	for _, c := range []struct {
		s    Schedule
		n    int
		p    string
		due  string
		next string
	}{
		{Schedule{}, 12, "2026-02", "2026-03-15", "2026-03"},
		{Schedule{JanFeb: true}, 11, "2026-01..02", "2026-03-15", "2026-03"},
		{Schedule{Frequency: Quarterly, DueDay: 25}, 4, "2026-Q4", "2027-01-25", ""},
		{Schedule{Frequency: HalfYearly, DueDay: 31}, 2, "2026-H1", "2026-07-31", "2026-H2"},
		{Schedule{DueDay: 31}, 12, "2026-01", "2026-02-28", "2026-02"},
		{Schedule{Frequency: Yearly, DueMonths: 3}, 1, "2026", "2027-03-15", ""},
	} {
		p, _ := ParsePeriod(c.p)
		next, _ := c.s.After(2026, p)
		if got := c.s.Periods(2026); len(got) != c.n {
			t.Errorf("%v: %d periods, want %d", c.s, len(got), c.n)
		}
		if got := c.s.Due(p).Format("2006-01-02"); got != c.due {
			t.Errorf("%v: %s due %s, want %s", c.s, p, got, c.due)
		}
		if c.next != "" && next.String() != c.next || c.next == "" && next.Year != 0 {
			t.Errorf("%v: after %s comes %s, want %q", c.s, p, next, c.next)
		}
	}
}
