package reporting

import (
	"slices"

	"gangmu/office/internal/form"
	"gangmu/vet"
)

// State is how far a sheet is.
type State string

const (
	Open      State = "open"      // being filled in
	Submitted State = "submitted" // waits for the unit's review
	Reviewed  State = "reviewed"  // waits for the plan office
	Confirmed State = "confirmed" // counts, and is locked
	Returned  State = "returned"  // is to be mended
	Unlocked  State = "unlocked"  // an exception: may be changed until it ends
)

// States are all of them, in the order of work.
var States = []State{Open, Returned, Unlocked, Submitted, Reviewed, Confirmed}

var stateNames = map[State]vet.Words{
	Open:      {Zh: "填报中", En: "open"},
	Submitted: {Zh: "待审核", En: "submitted"},
	Reviewed:  {Zh: "待确认", En: "reviewed"},
	Confirmed: {Zh: "已确认", En: "confirmed"},
	Returned:  {Zh: "已退回", En: "returned"},
	Unlocked:  {Zh: "限时修改", En: "unlocked"},
}

// Name is the state for people.
func (s State) Name() vet.Words { return stateNames[s] }

// Fillable reports a sheet whose cells may be changed.
func (s State) Fillable() bool { return s == Open || s == Returned || s == Unlocked }

// step is something that is done to a sheet. The names are those of the events.
type step string

const (
	submit   step = "sheet.submitted"
	review   step = "sheet.reviewed"
	giveBack step = "sheet.returned"
	confirm  step = "sheet.confirmed"
	withdraw step = "sheet.withdrawn" // by the unit, before the review
	takeBack step = "sheet.taken-back"
	unlock   step = "sheet.unlocked"
	reopen   step = "sheet.reopened" // a part was confirmed anew while it was unlocked
)

// moves is the one table of what may be done when, and what comes of it.
var moves = map[step]struct {
	from []State
	to   State
}{
	submit:   {[]State{Open, Returned, Unlocked}, Submitted},
	withdraw: {[]State{Submitted}, Open},
	review:   {[]State{Submitted}, Reviewed},
	giveBack: {[]State{Submitted, Reviewed}, Returned},
	confirm:  {[]State{Reviewed}, Confirmed},
	takeBack: {[]State{Confirmed}, Reviewed},
	unlock:   {[]State{Confirmed}, Unlocked},
	reopen:   {[]State{Unlocked}, Returned},
}

// after is the state that follows a step.
func (s State) after(do step) (State, error) {
	m := moves[do]
	if !slices.Contains(m.from, s) {
		return s, form.Conflict("sheet-state",
			"这张报表现在是“"+s.Name().Zh+"”，不能这样办理；可能已有人先办。请刷新后再看。",
			"The sheet is "+s.Name().En+" now; this cannot be done to it. Somebody may have been first: reload and look again.")
	}
	return m.to, nil
}
