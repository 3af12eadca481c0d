package monitor

import (
	"cmp"
	"fmt"
	"slices"

	"gangmu/quantity"
	"gangmu/target"
)

// Entrant is one unit in a ranking; a nil Value has not reported.
type Entrant struct {
	ID, Name string
	Value    *quantity.Number
	Seq      int64
}

// Placed is an entrant with its place, 0 for one without a value.
type Placed struct {
	Entrant
	Place int
	Tied  bool // others share the place
}

// Ranking is units by one indicator, with the method in a sentence.
type Ranking struct {
	Rows   []Placed
	Zh, En string
}

// Rank sets units in order by one value: a completion, a growth, a gap. Values
// are compared as printed with the given decimals; those that print alike share
// a place and the places after them stay empty (1, 2, 2, 4). Who has no value
// comes last, without a place. Those of one place stand in the order of their
// ids, so that the order of the entrants does not matter.
func Rank(entrants []Entrant, better target.Sense, places int) Ranking {
	rows := make([]Placed, 0, len(entrants))
	for _, e := range entrants {
		if e.Value != nil {
			v := e.Value.Round(places)
			e.Value = &v
		}
		rows = append(rows, Placed{Entrant: e})
	}
	slices.SortFunc(rows, func(a, b Placed) int { return cmp.Or(byValue(a, b, better), cmp.Compare(a.ID, b.ID)) })
	missing := 0
	for i := range rows {
		switch {
		case rows[i].Value == nil:
			missing++
		case i > 0 && byValue(rows[i-1], rows[i], better) == 0:
			rows[i].Place, rows[i].Tied, rows[i-1].Tied = rows[i-1].Place, true, true
		default:
			rows[i].Place = i + 1
		}
	}
	order, orderEn := "从高到低", "highest first"
	if better == target.Max {
		order, orderEn = "从低到高", "lowest first"
	}
	return Ranking{rows,
		fmt.Sprintf("按保留%d位小数的数%s排列，数相同的名次并列、其后名次空出；共%d个单位，未报的%d个不排名次。", places, order, len(rows), missing),
		fmt.Sprintf("By the value at %d decimals, %s; equal values share a place and the places after them stay empty; %d units, of which %d have no value and no place.", places, orderEn, len(rows), missing)}
}

func byValue(a, b Placed, better target.Sense) int {
	switch {
	case a.Value == nil && b.Value == nil:
		return 0
	case a.Value == nil:
		return 1
	case b.Value == nil:
		return -1
	case better == target.Max:
		return a.Value.Cmp(*b.Value)
	}
	return b.Value.Cmp(*a.Value)
}
