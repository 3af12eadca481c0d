package vet_test

import (
	"context"
	"strings"
	"testing"

	"gangmu/vet"
)

// words reports the words as a finding, against the numbers of the line below.
func words(find string) *vet.Rule {
	return &vet.Rule{ID: "words", Severity: vet.Error, Run: func(p *vet.Pass) error {
		for i, l := range p.Lines {
			if at := strings.Index(l.Text.S, find); at >= 0 {
				next := p.Lines[i+1].Text
				p.Report(vet.Finding{Marks: []vet.Mark{
					vet.At(l.Text, at, at+len(find), vet.Subject), vet.At(next, 0, len(next.S), vet.Evidence),
				}})
			}
		}
		return nil
	}}
}

func names(t *testing.T, text, find string) []string {
	t.Helper()
	out, err := vet.Run(context.Background(), report(t, text), nil, []*vet.Rule{words(find)})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range out.Findings {
		names = append(names, f.Fingerprint)
	}
	return names
}

func TestAFingerprintOutlivesOtherChanges(t *testing.T) {
	const find = "新建公园3个"
	before := names(t, "全年新建公园3个。\n其中小型公园2个。\n", find)
	if len(before) != 1 || len(before[0]) != 16 {
		t.Fatalf("%q", before)
	}
	for what, c := range map[string]struct {
		text, find string
		same       bool
	}{
		"lines shift":               {"另起一段。\n\n全年新建公园3个。\n其中小型公园2个。\n", find, true},
		"words around it change":    {"一年来，新建公园3个，反响良好。\n其中，小公园共2个。\n", find, true},
		"the other side repeats it": {"全年新建公园3个。\n其中小型2个、口袋2个。\n", find, true},
		"the subject changes":       {"全年新建公园4个。\n其中小型公园2个。\n", "新建公园4个", false},
		"the other number changes":  {"全年新建公园3个。\n其中小型公园1个。\n", find, false},
	} {
		after := names(t, c.text, c.find)
		if len(after) != 1 || (after[0] == before[0]) != c.same {
			t.Errorf("%s: %q after %q", what, after, before)
		}
	}
}

func TestEqualFindingsAreNumbered(t *testing.T) {
	got := names(t, "新建公园3个。\n小型2个。\n新建公园3个。\n小型2个。\n", "新建公园3个")
	if len(got) != 2 || got[1] != got[0]+"-2" {
		t.Errorf("%q", got)
	}
}
