package office

import (
	"context"

	"gangmu/plan"
	"gangmu/vet"
)

// Comparison is what changed from one version of a draft to another.
type Comparison struct {
	Old, New Version
	Fixed    []vet.Finding // of the old one, no more in the new one
	Fresh    []vet.Finding // only in the new one
	Kept     []vet.Finding // in both, as the new one has them
	Changes  []plan.Change // of the plan
}

// Compare sets two versions against each other; findings are the same when their
// fingerprints are.
func (o *Office) Compare(ctx context.Context, a Actor, old, new Job) (*Comparison, error) {
	before, err := o.Reading(ctx, a, old)
	if err != nil {
		return nil, err
	}
	after, err := o.Reading(ctx, a, new)
	if err != nil {
		return nil, err
	}
	c := &Comparison{Old: before.Version, New: after.Version, Changes: plan.DiffPlans(before.Plan, after.Plan)}
	known := map[string]bool{}
	for _, f := range before.Result.Findings {
		known[f.Fingerprint] = true
	}
	found := map[string]bool{}
	for _, f := range after.Result.Findings {
		found[f.Fingerprint] = true
		if known[f.Fingerprint] {
			c.Kept = append(c.Kept, f)
		} else {
			c.Fresh = append(c.Fresh, f)
		}
	}
	for _, f := range before.Result.Findings {
		if !found[f.Fingerprint] && after.Result.Answered(f.Rule) {
			c.Fixed = append(c.Fixed, f)
		}
	}
	return c, nil
}
