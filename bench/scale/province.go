package main

import (
	"fmt"
	"strconv"
	"strings"

	"gangmu/monitor"
	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/target"
)

// The made-up province: a tree of the province, its cities, and the counties of
// each, which all report the same indicators every month of three years.
const (
	root      = "99"
	firstYear = 2024
	years     = 3
	lastYear  = firstYear + years - 1
	rows      = 40
	sums      = 24 // of the rows are amounts that add up from the counties
	growths   = 10 // are growth rates; the rest are shares
	perCity   = 40 // units: the city and 39 counties
)

// province computes every figure from its place alone, so that the same province
// is made anywhere, by as many writers as there are.
type province struct {
	cities int
	items  []plan.Item
}

func newProvince(cities int) *province {
	p := &province{cities: cities}
	take := func(n int, suffix string, fits func(catalogue.Entry) bool) {
		for _, e := range catalogue.All() {
			if n == 0 {
				return
			}
			if fits(e) {
				p.items = append(p.items, item(len(p.items)+1, e, suffix))
				n--
			}
		}
	}
	money := func(e catalogue.Entry) bool { return e.Accumulates && e.Unit == "亿元" }
	take(sums, "", money)
	take(growths, "增速", money)
	take(rows-sums-growths, "", func(e catalogue.Entry) bool { return e.Kind == catalogue.ShareKind && e.Polarity == catalogue.Up })
	return p
}

func item(no int, e catalogue.Entry, suffix string) plan.Item {
	it := plan.Item{No: strconv.Itoa(no), Name: e.Zh + suffix, Binding: no%8 == 1}
	m := plan.Measure{Unit: e.Unit, HasTarget: true}
	if suffix != "" {
		m.Unit = "%"
	}
	it.Measures = []plan.Measure{m}
	return it
}

// unit is one place: city 0 is the province itself, county 0 a city itself.
type unit struct{ city, county int }

func (u unit) code() string {
	switch {
	case u.city == 0:
		return root
	case u.county == 0:
		return fmt.Sprintf("%s.%02d", root, u.city)
	}
	return fmt.Sprintf("%s.%02d.%02d", root, u.city, u.county)
}

func (u unit) parent() string {
	code := u.code()
	if at := strings.LastIndexByte(code, '.'); at > 0 {
		return code[:at]
	}
	return ""
}

// units lists all, wholes before their parts.
func (p *province) units() []unit {
	out := []unit{{}}
	for c := 1; c <= p.cities; c++ {
		for k := range perCity {
			out = append(out, unit{c, k})
		}
	}
	return out
}

// value is a figure as printed: row 1 to 40, month 1 to 12, counted since January
// where the row is a sum.
func (p *province) value(u unit, row, year, month int) string {
	if row > sums {
		return tenths(p.rate(u, row, year, month))
	}
	return hundredths(p.sum(u, row, year, month))
}

// sum is an amount since January in hundredths: a county's own, or those of the
// counties below.
func (p *province) sum(u unit, row, year, month int) int64 {
	total := int64(0)
	switch {
	case u.county > 0:
		for m := 1; m <= month; m++ {
			total += step(u, row, year, m)
		}
	case u.city > 0:
		for k := 1; k < perCity; k++ {
			total += p.sum(unit{u.city, k}, row, year, month)
		}
	default:
		for c := 1; c <= p.cities; c++ {
			total += p.sum(unit{c, 0}, row, year, month)
		}
	}
	return total
}

// step is one month of a county, in hundredths: a size of its own, a season, growth
// and noise.
func step(u unit, row, year, month int) int64 {
	size := 500 + int64(hash(u, row, 0, 0)%4000)
	season := 80 + 8*int64(month%3) + int64(hash(unit{}, row, 0, month)%30)
	noise := 90 + int64(hash(u, row, year, month)%21)
	return size * season * noise * int64(100+6*(year-firstYear)) / 1000000
}

// rate is a growth or share in tenths.
func (p *province) rate(u unit, row, year, month int) int64 {
	return 40 + int64(hash(u, row, year, 0)%40) + int64(hash(u, row, year, month)%7)
}

// goal is what a unit's year must reach: what it reaches, at a round figure.
func (p *province) goal(u unit, row, year int) string {
	if row > sums {
		return tenths(p.rate(u, row, year, 12) - 2)
	}
	return strconv.FormatInt(p.sum(u, row, year, 12)/100, 10)
}

func hundredths(n int64) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }

func tenths(n int64) string { return fmt.Sprintf("%d.%d", n/10, n%10) }

// hash spreads a place over all numbers (splitmix64).
func hash(u unit, row, year, month int) uint64 {
	x := uint64(u.city)<<48 ^ uint64(u.county)<<40 ^ uint64(row)<<28 ^ uint64(year)<<8 ^ uint64(month)
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// planItem is a row of a year's plan with the province's own target.
func (p *province) planItem(row, year int) plan.Item {
	it := p.items[row-1]
	it.Year = year
	m := it.Measures[0]
	m.Target = target.Parse(p.goal(unit{}, row, year), plan.ContextFor(it.Name, m.Unit))
	it.Measures = []plan.Measure{m}
	return it
}

func (p *province) kind(row int) monitor.Kind {
	switch {
	case row <= sums:
		return monitor.Accumulating
	case row <= sums+growths:
		return monitor.Growth
	}
	return monitor.Share
}
