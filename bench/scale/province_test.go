package main

import (
	"strconv"
	"strings"
	"testing"

	"gangmu/target"
)

func cents(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(strings.ReplaceAll(s, ".", ""), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What a city reports is what its counties do, to the printed digit; totals do not
// fall within a year; every target is a number.
func TestProvince(t *testing.T) {
	p := newProvince(2)
	if len(p.items) != rows || len(p.units()) != 1+2*perCity {
		t.Fatalf("%d rows, %d units", len(p.items), len(p.units()))
	}
	names := map[string]bool{}
	for row := 1; row <= rows; row++ {
		names[p.items[row-1].Name] = true
		if kind := p.planItem(row, lastYear).Measures[0].Target.Kind; kind != target.Bound {
			t.Errorf("row %d has a target of kind %s", row, kind)
		}
	}
	if len(names) != rows {
		t.Errorf("%d names", len(names))
	}
	for _, row := range []int{1, sums} {
		last := int64(0)
		for month := 1; month <= 12; month++ {
			sum := int64(0)
			for k := 1; k < perCity; k++ {
				sum += cents(t, p.value(unit{1, k}, row, lastYear, month))
			}
			city := cents(t, p.value(unit{1, 0}, row, lastYear, month))
			if city != sum || city <= last {
				t.Errorf("row %d, month %d: the city says %d, its counties %d, the month before %d", row, month, city, sum, last)
			}
			last = city
		}
	}
}
