package numfmt

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// lastDay is the serial number of 9999-12-31.
const lastDay = 2958465

// moment is a serial number of days taken apart.
type moment struct {
	time.Time
	leap bool // 1900-02-29, a day that only spreadsheets know
	ms   int64
}

// date shows value as a date or time; ok is false for what is none.
func (s *section) date(value float64, date1904 bool) (shown string, ok bool) {
	if value < 0 || value >= lastDay+1 {
		return "", false
	}
	unit := int64(1000)
	if s.showsFractions() {
		unit = 1
	}
	ms := (int64(math.Round(value*86400*1000)) + unit/2) / unit * unit
	m := momentOf(ms, date1904)
	half := s.halfDays()
	var out strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case datePart:
			out.WriteString(m.part(t.text, half))
		case point:
			out.WriteByte('.')
		case percent:
			out.WriteByte('%')
		case literal:
			out.WriteString(t.text)
		}
	}
	return out.String(), true
}

func momentOf(ms int64, date1904 bool) moment {
	const day = 86400 * 1000
	days := ms / day
	m := moment{ms: ms}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 60:
		m.leap = true
	case days < 60:
		first = first.AddDate(0, 0, 1)
	}
	m.Time = first.AddDate(0, 0, int(days)).Add(time.Duration(ms%day) * time.Millisecond)
	return m
}

func (s *section) halfDays() bool {
	for _, t := range s.tokens {
		if t.kind == datePart && strings.ContainsAny(t.text, "/") {
			return true
		}
	}
	return false
}

func (s *section) showsFractions() bool {
	for _, t := range s.tokens {
		if t.kind == datePart && t.text[0] == '.' {
			return true
		}
	}
	return false
}

var weekdays = []string{"日", "一", "二", "三", "四", "五", "六"}

// part shows one part, such as yyyy; half says that hours count to 12.
func (m moment) part(p string, half bool) string {
	switch p[0] {
	case 'y', 'e':
		if p == "yy" || p == "y" {
			return fmt.Sprintf("%02d", m.Year()%100)
		}
		return strconv.Itoa(m.Year())
	case 'b':
		return strconv.Itoa(m.Year() + 543)
	case 'm':
		return m.month(len(p))
	case 'd':
		return m.day(len(p))
	case 'h':
		h := m.Hour()
		if half {
			h = (h+11)%12 + 1
		}
		return padded(int64(h), len(p))
	case 'n':
		return padded(int64(m.Minute()), len(p))
	case 's':
		return padded(int64(m.Second()), len(p))
	case '.':
		return fmt.Sprintf(".%03d", m.ms%1000)[:min(len(p), 4)]
	case '[':
		return m.elapsed(p[1:])
	}
	return m.named(p)
}

// named shows what is written in words: halves of the day and weekdays.
func (m moment) named(p string) string {
	morning := m.Hour() < 12
	switch {
	case p == "am/pm" && morning:
		return "AM"
	case p == "am/pm":
		return "PM"
	case p == "a/p" && morning:
		return "A"
	case p == "a/p":
		return "P"
	case strings.Contains(p, "/") && morning:
		return "上午"
	case strings.Contains(p, "/"):
		return "下午"
	case len(p) > 3:
		return "星期" + weekdays[m.Weekday()]
	}
	return "周" + weekdays[m.Weekday()]
}

func (m moment) month(width int) string {
	name := m.Month()
	if m.leap {
		name = time.February
	}
	switch width {
	case 1, 2:
		return padded(int64(name), width)
	case 3:
		return name.String()[:3]
	case 5:
		return name.String()[:1]
	}
	return name.String()
}

func (m moment) day(width int) string {
	switch width {
	case 1, 2:
		if m.leap {
			return "29"
		}
		return padded(int64(m.Day()), width)
	case 3:
		return m.Weekday().String()[:3]
	}
	return m.Weekday().String()
}

// elapsed is all hours, minutes or seconds since the beginning.
func (m moment) elapsed(p string) string {
	unit := map[byte]int64{'h': 3600_000, 'm': 60_000, 's': 1000}[p[0]]
	return padded(m.ms/unit, len(p))
}

func padded(n int64, width int) string { return fmt.Sprintf("%0*d", width, n) }
