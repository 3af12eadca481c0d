package monitor

import "time"

// Frequency is how often a measure has a value.
type Frequency string

const (
	Monthly    Frequency = "month"
	Quarterly  Frequency = "quarter"
	HalfYearly Frequency = "half"
	Yearly     Frequency = "year"
)

// Schedule says which periods a measure has and when their values are due.
type Schedule struct {
	Frequency Frequency // Monthly when empty
	JanFeb    bool      // of Monthly: January and February are one period
	DueDay    int       // day of the month after the period; 0 is 15. Beyond the month's end: its last day
	DueMonths int       // how many months after the period; 0 is 1
}

// Periods are those of a year, in order.
func (s Schedule) Periods(year int) []Period {
	switch s.Frequency {
	case Quarterly:
		return []Period{Quarter(year, 1), Quarter(year, 2), Quarter(year, 3), Quarter(year, 4)}
	case HalfYearly:
		return []Period{Half(year, 1), Half(year, 2)}
	case Yearly:
		return []Period{Whole(year)}
	}
	first := []Period{Month(year, 1), Month(year, 2)}
	if s.JanFeb {
		first = []Period{JanFeb(year)}
	}
	for m := 3; m <= 12; m++ {
		first = append(first, Month(year, m))
	}
	return first
}

// Due is the last day on which the value of a period is in time.
func (s Schedule) Due(p Period) time.Time {
	months, day := s.DueMonths, s.DueDay
	if months <= 0 {
		months = 1
	}
	if day <= 0 {
		day = 15
	}
	first := time.Date(p.Year, time.Month(p.Last+months), 1, 0, 0, 0, 0, time.UTC)
	if last := first.AddDate(0, 1, -1).Day(); day > last {
		day = last
	}
	return first.AddDate(0, 0, day-1)
}

// Expected is the last period of a year whose due day is over; none is false.
func (s Schedule) Expected(year int, today time.Time) (Period, bool) {
	var last Period
	for _, p := range s.Periods(year) {
		if dateOf(today).After(s.Due(p)) {
			last = p
		}
	}
	return last, last.Year != 0
}

// After is the first period of the same year that ends after p, the first of
// all for the zero Period of that year.
func (s Schedule) After(year int, p Period) (Period, bool) {
	for _, next := range s.Periods(year) {
		if p.Year == 0 || next.Last > p.Last {
			return next, true
		}
	}
	return Period{}, false
}

// dateOf is a day without its hour, wherever the clock stood.
func dateOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
