package vet_test

import (
	"errors"
	"testing"

	"gangmu/document"
	"gangmu/vet"
)

func findings(fingerprints ...string) *vet.Result {
	r := &vet.Result{Rules: []*vet.Rule{{ID: "a"}}}
	for _, f := range fingerprints {
		r.Findings = append(r.Findings, vet.Finding{Rule: "a", Fingerprint: f})
	}
	return r
}

func TestSinceABaseline(t *testing.T) {
	const one = `{"documents":[{"file":"drafts/first.docx","findings":[
		{"rule":"a","fingerprint":"1"},{"rule":"a","fingerprint":"2"},{"rule":"other","fingerprint":"3"}]}]}`
	const two = `{"documents":[{"file":"x.docx","findings":[{"rule":"a","fingerprint":"1"}]},
		{"file":"y.docx","findings":[{"rule":"a","fingerprint":"2"},{"rule":"a","fingerprint":"4"}]}]}`
	for what, c := range map[string]struct {
		baseline, file string
		now            *vet.Result
		open, gone     int
	}{
		"the draft has another name":     {one, "second.docx", findings("2", "5"), 1, 1},
		"a report of the baseline":       {two, "other/y.docx", findings("2", "5"), 1, 1},
		"no report of the baseline":      {two, "z.docx", findings("2", "1"), 0, 0},
		"nothing was found then":         {`{"documents":[{"file":"a","findings":[]}]}`, "a", findings("2", "5"), 2, 0},
		"a rule that is not applied now": {`{"documents":[{"findings":[{"rule":"other","fingerprint":"3"}]}]}`, "a", findings("2", "5"), 2, 0},
	} {
		b, err := vet.ReadBaseline([]byte(c.baseline))
		if err != nil {
			t.Fatal(err)
		}
		c.now.Since(b, c.file)
		open := 0
		for _, f := range c.now.Findings {
			if f.Open() {
				open++
			}
		}
		if open != c.open || c.now.Gone != c.gone {
			t.Errorf("%s: %d open, %d gone; want %d, %d", what, open, c.now.Gone, c.open, c.gone)
		}
	}
}

func TestABaselineIsWhatVetPrints(t *testing.T) {
	for _, text := range []string{"", "[]", "{}", `{"year":2030}`, `{"documents":[{"findings":[{"rule":"a"}]}]}`, "纲目"} {
		_, err := vet.ReadBaseline([]byte(text))
		var e *document.Error
		if !errors.As(err, &e) || e.Code != vet.CodeBaseline {
			t.Errorf("%q: %v", text, err)
		}
	}
}
