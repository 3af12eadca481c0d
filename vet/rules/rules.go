// Package rules is the register of all checks.
//
// Each check is a value in a small folder of its own; this package only lists
// them. How much a finding asks of its reader is decided here, in
// severities.go, and nowhere else.
package rules

import (
	"gangmu/vet"
	"gangmu/vet/rules/arithmetic"
	"gangmu/vet/rules/binding"
	"gangmu/vet/rules/comparatormismatch"
	"gangmu/vet/rules/countlist"
	"gangmu/vet/rules/crossyear"
	"gangmu/vet/rules/deixis"
	"gangmu/vet/rules/deliverablemissing"
	"gangmu/vet/rules/directionwords"
	"gangmu/vet/rules/disclosure"
	"gangmu/vet/rules/glossarymissing"
	"gangmu/vet/rules/glossaryunused"
	"gangmu/vet/rules/implausible"
	"gangmu/vet/rules/implication"
	"gangmu/vet/rules/indicatorname"
	"gangmu/vet/rules/indicatorset"
	"gangmu/vet/rules/levelgrowth"
	"gangmu/vet/rules/lexicon"
	"gangmu/vet/rules/listform"
	"gangmu/vet/rules/livelihoodoutcome"
	"gangmu/vet/rules/livelihoodstatus"
	"gangmu/vet/rules/livelihoodtext"
	"gangmu/vet/rules/mnemonic"
	"gangmu/vet/rules/nearname"
	"gangmu/vet/rules/numbering"
	"gangmu/vet/rules/order"
	"gangmu/vet/rules/parallel"
	"gangmu/vet/rules/references"
	"gangmu/vet/rules/residue"
	"gangmu/vet/rules/stagemismatch"
	"gangmu/vet/rules/stageprogress"
	"gangmu/vet/rules/style"
	"gangmu/vet/rules/sumparts"
	"gangmu/vet/rules/targetbelowactual"
	"gangmu/vet/rules/targetmismatch"
	"gangmu/vet/rules/taskcoverage"
	"gangmu/vet/rules/termdrift"
	"gangmu/vet/rules/trajectory"
	"gangmu/vet/rules/unassessable"
	"gangmu/vet/rules/unitbasis"
	"gangmu/vet/rules/valuemismatch"
	"gangmu/vet/rules/verdict"
	"gangmu/vet/rules/verdictclass"
)

// All are the rules, in the order in which they are listed for people.
var All = graded(
	valuemismatch.Rule,
	targetmismatch.Rule,
	comparatormismatch.Rule,
	levelgrowth.Rule,
	arithmetic.Rule,
	numbering.Rule,
	verdict.Rule,
	verdictclass.Rule,
	countlist.Rule,
	sumparts.Rule,
	parallel.Rule,
	binding.Rule,
	livelihoodoutcome.Rule,
	livelihoodstatus.Rule,
	livelihoodtext.Rule,
	stagemismatch.Rule,
	stageprogress.Rule,
	nearname.Rule,
	deliverablemissing.Rule,
	listform.Rule,
	residue.Rule,
	glossaryunused.Rule,
	glossarymissing.Rule,
	mnemonic.Rule,
	indicatorname.Rule,
	indicatorset.Rule,
	directionwords.Rule,
	references.Rule,
	deixis.Rule,
	order.Rule,
	crossyear.Rule,
	lexicon.Rule,
	style.Rule,
	termdrift.Rule,
	implication.Rule,
	targetbelowactual.Rule,
	disclosure.Rule,
	implausible.Rule,
	unassessable.Rule,
	taskcoverage.Rule,
	trajectory.Rule,
	unitbasis.Rule,
)

// Lookup finds a rule by its id.
func Lookup(id string) (*vet.Rule, bool) {
	for _, r := range All {
		if r.ID == id {
			return r, true
		}
	}
	return nil, false
}

// graded gives every rule the severity of its table.
func graded(all ...*vet.Rule) []*vet.Rule {
	for _, r := range all {
		if s, ok := severities[r.ID]; ok {
			r.Severity = s
		}
	}
	return all
}
