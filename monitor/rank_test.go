package monitor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/target"
)

func entrant(id, value string) Entrant {
	e := Entrant{ID: id, Name: "单位" + id}
	if value != "" {
		v := num(value)
		e.Value = &v
	}
	return e
}

func places(r Ranking) string {
	var b strings.Builder
	for _, row := range r.Rows {
		fmt.Fprintf(&b, "%s%d", row.ID, row.Place)
		if row.Tied {
			b.WriteString("=")
		}
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String())
}

func TestRank(t *testing.T) {
	list := []Entrant{entrant("a", "98.24"), entrant("b", ""), entrant("c", "101.5"), entrant("d", "98.2"), entrant("e", "70")}
	if got := places(Rank(list, target.Min, 1)); got != "c1 a2= d2= e4 b0" {
		t.Error(got)
	}
	if got := places(Rank(list, target.Min, 2)); got != "c1 a2 d3 e4 b0" {
		t.Error(got)
	}
	r := Rank(list, target.Max, 1)
	if got := places(r); got != "e1 a2= d2= c4 b0" {
		t.Error(got)
	}
	if want := "按保留1位小数的数从低到高排列，数相同的名次并列、其后名次空出；共5个单位，未报的1个不排名次。"; r.Zh != want {
		t.Error(r.Zh)
	}
}

// A ranking is a matter of the values, not of the order in which units come.
func TestRankIgnoresOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Entrant
		for i := range rapid.IntRange(0, 12).Draw(t, "units") {
			list = append(list, entrant(string(rune('a'+i)), rapid.SampledFrom([]string{"", "1", "1.04", "2", "3"}).Draw(t, "value")))
		}
		want := Rank(list, target.Min, 1)
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		if d := cmp.Diff(want, Rank(list, target.Min, 1), sameNumber); d != "" {
			t.Fatal(d)
		}
	})
}
