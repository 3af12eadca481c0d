package prose_test

import (
	"slices"
	"testing"

	"gangmu/vet/rules/internal/prose"
)

func TestSplitLeavesBracketsAndQuotesWhole(t *testing.T) {
	s := "甲（一、二）、“三、四”乙、 丙"
	var got []string
	for _, r := range prose.Entries(s, prose.Whole(s)) {
		got = append(got, r.Of(s))
	}
	if want := []string{"甲（一、二）", "“三、四”乙", "丙"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestAnUnclosedBracketEndsWithItsLine(t *testing.T) {
	s := "甲（乙\n丙、丁"
	if got := prose.Entries(s, prose.Whole(s)); len(got) != 2 {
		t.Errorf("got %v", got)
	}
}

func TestOrdinalsReadWhatIsPrinted(t *testing.T) {
	for n := 1; n < 100; n++ {
		s := prose.Chinese(n)
		if got, size := prose.Ordinal(s + "是"); got != n || size != len(s) {
			t.Errorf("%s: %d in %d bytes", s, got, size)
		}
	}
	if _, size := prose.Ordinal("是一"); size != 0 {
		t.Error("found a numeral where there is none")
	}
}

func TestBracket(t *testing.T) {
	s := "5项（甲（子）、乙）等（丙）"
	r, ok := prose.Bracket(s, prose.Whole(s))
	if !ok || r.Of(s) != "甲（子）、乙" {
		t.Errorf("got %q", r.Of(s))
	}
	if got := prose.WithoutBrackets(s); got != "5项等" {
		t.Errorf("got %q", got)
	}
}
