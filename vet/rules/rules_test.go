package rules_test

import (
	"strings"
	"testing"

	"gangmu/vet"
	"gangmu/vet/rules"
)

func TestEveryRuleIsDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules.All {
		if seen[r.ID] {
			t.Errorf("%s is listed twice", r.ID)
		}
		seen[r.ID] = true
		switch r.Severity {
		case vet.Error, vet.Warning, vet.Info:
		default:
			t.Errorf("%s: severity %q", r.ID, r.Severity)
		}
		d := r.Doc
		for name, w := range map[string]vet.Words{"title": d.Title, "what": d.What, "why": d.Why, "silent": d.Silent} {
			if strings.TrimSpace(w.Zh) == "" || strings.TrimSpace(w.En) == "" {
				t.Errorf("%s: %s is missing in a language", r.ID, name)
			}
		}
		if d.Wrong == "" || d.Right == "" || r.Since == "" || r.Run == nil {
			t.Errorf("%s is incomplete", r.ID)
		}
	}
}

func TestLookup(t *testing.T) {
	if r, ok := rules.Lookup("value-mismatch"); !ok || r.ID != "value-mismatch" {
		t.Error("value-mismatch is not found")
	}
	if _, ok := rules.Lookup("no-such-rule"); ok {
		t.Error("found a rule that does not exist")
	}
}
