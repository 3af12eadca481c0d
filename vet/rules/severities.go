package rules

import "gangmu/vet"

// severities are what the findings of each rule usually ask for. A rule may
// file a single finding lower where it says why.
var severities = map[string]vet.Severity{
	"value-mismatch":      vet.Error,
	"target-mismatch":     vet.Error,
	"comparator-mismatch": vet.Info,    // the same number: one of the two words has to go
	"level-growth":        vet.Warning, // an error where the three numbers stand in one paragraph
	"arithmetic":          vet.Error,
	"numbering":           vet.Error,
	"verdict":             vet.Error,
	"verdict-class":       vet.Warning,
	"count-list":          vet.Error,
	"sum-parts":           vet.Error,
	"parallel":            vet.Error,
	"binding":             vet.Error,
	"livelihood-outcome":  vet.Error,
	"livelihood-status":   vet.Warning,
	"livelihood-text":     vet.Warning, // an error where the same words leave no room for a part
	"stage-mismatch":      vet.Error,
	"residue":             vet.Error,
	"glossary-unused":     vet.Warning,
	"glossary-missing":    vet.Info,
	"stage-progress":      vet.Warning,
	"near-name":           vet.Warning,
	"deliverable-missing": vet.Warning, // info where the report does not list all that it names
	"list-form":           vet.Warning,
	"mnemonic":            vet.Error,
	"indicator-name":      vet.Warning,
	"indicator-set":       vet.Error,
	"direction-words":     vet.Warning,
	"references":          vet.Error,
	"deixis":              vet.Error,
	"order":               vet.Error,
	"cross-year":          vet.Warning, // an error where a target is restated otherwise
	"lexicon":             vet.Warning,
	"style":               vet.Info,
	"term-drift":          vet.Info,
	"implication":         vet.Info,
	"target-below-actual": vet.Warning,
	"disclosure":          vet.Warning,
	"implausible":         vet.Warning,
	"unassessable":        vet.Info,
	"coverage":            vet.Info,
	"trajectory":          vet.Info,
	"unit-basis":          vet.Warning,
}
