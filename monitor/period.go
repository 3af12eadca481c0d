package monitor

import (
	"fmt"
	"strconv"
	"strings"
)

// Period is a part of a year by its first and last month, 1 to 12. It names the
// slot of a value; whether the value counts since January or for the slot alone
// is a matter of its Series.
type Period struct{ Year, First, Last int }

// Month, Quarter, Half and Whole are the usual periods.
func Month(year, m int) Period   { return Period{year, m, m} }
func Quarter(year, q int) Period { return Period{year, 3*q - 2, 3 * q} }
func Half(year, h int) Period    { return Period{year, 6*h - 5, 6 * h} }
func Whole(year int) Period      { return Period{year, 1, 12} }

// JanFeb is January and February as one period, as statistics publish them.
func JanFeb(year int) Period { return Period{year, 1, 2} }

// months is how many months the period has.
func (p Period) months() int { return p.Last - p.First + 1 }

// Final reports a period that ends with its year.
func (p Period) Final() bool { return p.Last == 12 }

// Compare orders periods by their end, then the longer one last.
func (p Period) Compare(q Period) int {
	if d := p.Year - q.Year; d != 0 {
		return d
	}
	if d := p.Last - q.Last; d != 0 {
		return d
	}
	return q.First - p.First
}

// String prints the period as plans and claims do: 2026-03, 2026-01..02,
// 2026-Q1, 2026-H1, 2026.
func (p Period) String() string {
	switch {
	case p.months() == 12:
		return strconv.Itoa(p.Year)
	case p.months() == 6 && p.Last%6 == 0:
		return fmt.Sprintf("%d-H%d", p.Year, p.Last/6)
	case p.months() == 3 && p.Last%3 == 0:
		return fmt.Sprintf("%d-Q%d", p.Year, p.Last/3)
	case p.months() == 1:
		return fmt.Sprintf("%d-%02d", p.Year, p.Last)
	}
	return fmt.Sprintf("%d-%02d..%02d", p.Year, p.First, p.Last)
}

// ParsePeriod reads what String prints.
func ParsePeriod(s string) (Period, error) {
	year, part, _ := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	p := Period{Year: y, First: 1, Last: 12}
	if err != nil || len(year) != 4 || y < 1000 {
		return Period{}, fmt.Errorf("not a period: %.20q", s)
	}
	if part == "" && len(s) == 4 {
		return p, nil
	}
	from, to, span := strings.Cut(part, "..")
	switch {
	case span:
		p.First, p.Last = number(from, 2), number(to, 2)
	case strings.HasPrefix(part, "Q"):
		p = Quarter(y, number(part[1:], 1))
	case strings.HasPrefix(part, "H"):
		p = Half(y, number(part[1:], 1))
	default:
		p = Month(y, number(part, 2))
	}
	if p.First < 1 || p.Last > 12 || p.First > p.Last {
		return Period{}, fmt.Errorf("not a period: %.20q", s)
	}
	return p, nil
}

// number reads exactly so many digits; anything else is no month.
func number(s string, digits int) int {
	n, err := strconv.ParseUint(s, 10, 8)
	if err != nil || len(s) != digits {
		return -1
	}
	return int(n)
}

var (
	quarterZh = [...]string{"一季度", "二季度", "三季度", "四季度"}
	halfZh    = [...]string{"上半年", "下半年"}
	monthEn   = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// Zh names the period within its year: 3月, 1—2月, 一季度, 上半年, 全年.
func (p Period) Zh() string {
	switch {
	case p.months() == 12:
		return "全年"
	case p.months() == 6 && p.Last%6 == 0:
		return halfZh[p.Last/6-1]
	case p.months() == 3 && p.Last%3 == 0:
		return quarterZh[p.Last/3-1]
	case p.months() == 1:
		return strconv.Itoa(p.Last) + "月"
	}
	return fmt.Sprintf("%d—%d月", p.First, p.Last)
}

// En names the period within its year: March, January to February, quarter 1.
func (p Period) En() string {
	switch {
	case p.months() == 12:
		return "the whole year"
	case p.months() == 6 && p.Last%6 == 0:
		return fmt.Sprintf("half-year %d", p.Last/6)
	case p.months() == 3 && p.Last%3 == 0:
		return fmt.Sprintf("quarter %d", p.Last/3)
	case p.months() == 1:
		return monthEn[p.Last-1]
	}
	return monthEn[p.First-1] + " to " + monthEn[p.Last-1]
}
