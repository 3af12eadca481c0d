package office

import "slices"

// Actor is who acts: a person with the roles held at this moment, or the public.
type Actor struct {
	Person string // its id; empty for the public
	Name   string
	Origin string // where the request came from: a network address, "console", "job"
	Unit   string // where the person works
	Grants []Grant
}

// Roles are the roles that the actor holds, each once.
func (a Actor) Roles() []Role {
	if a.Person == "" {
		return []Role{Public}
	}
	var out []Role
	for _, g := range a.Grants {
		if !slices.Contains(out, g.Role) {
			out = append(out, g.Role)
		}
	}
	return out
}

// Has reports that the actor holds a role for any unit.
func (a Actor) Has(r Role) bool { return slices.Contains(a.Roles(), r) }

// Object is what an action is about, as far as rights look at it.
type Object struct {
	Units  []string // the unit that it belongs to and those above it, from the lowest up
	Person string   // the person that it is about
	Public bool     // published
}

// Scope says about which objects a role may do something.
type Scope uint8

const (
	Nothing   Scope = iota
	Self            // about oneself
	Published       // what is published
	Below           // of the unit that the role is held for and of those under it
	Anything
)

// holds reports whether o lies in the scope of a grant.
func (s Scope) holds(a Actor, g Grant, o Object) bool {
	switch s {
	case Anything:
		return true
	case Below:
		return slices.Contains(o.Units, g.Unit)
	case Published:
		return o.Public
	case Self:
		return a.Person != "" && o.Person == a.Person
	}
	return false
}

// Can is the one place that says who may do what.
func Can(a Actor, act Action, o Object) bool {
	rule := rights[act]
	if rule.self && Self.holds(a, Grant{}, o) {
		return true
	}
	if rule.notSelf && a.Person != "" && o.Person == a.Person {
		return false
	}
	if a.Person == "" {
		return rule.scopes[Public].holds(a, Grant{}, o)
	}
	return slices.ContainsFunc(a.Grants, func(g Grant) bool { return rule.scopes[g.Role].holds(a, g, o) })
}

// right is who may do one thing.
type right struct {
	scopes  map[Role]Scope
	self    bool // everybody may do it about himself
	notSelf bool // nobody may do it about himself
}

// rights is the table; who is not named may not. docs/rights.md shows it.
var rights = map[Action]right{
	ReadPlan: {scopes: map[Role]Scope{
		PlanOffice: Anything, Reporter: Anything, Reviewer: Anything, Leader: Anything, Deputy: Anything,
		System: Published, Security: Published, Public: Published,
	}},
	AdoptPlan:   {scopes: map[Role]Scope{PlanOffice: Below}},
	AdjustPlan:  {scopes: map[Role]Scope{PlanOffice: Below}},
	CorrectFact: {scopes: map[Role]Scope{PlanOffice: Below}},

	AssignSeries: {scopes: map[Role]Scope{PlanOffice: Below}},
	AcceptSeries: {self: true},
	ReadSheet:    {scopes: map[Role]Scope{PlanOffice: Anything, Reporter: Anything, Reviewer: Anything, Leader: Anything}},
	ReportSheet:  {scopes: map[Role]Scope{Reporter: Below}},
	ReviewSheet:  {scopes: map[Role]Scope{Reviewer: Below}},
	ConfirmSheet: {scopes: map[Role]Scope{PlanOffice: Below, Leader: Below}},
	UnlockSheet:  {scopes: map[Role]Scope{PlanOffice: Below}},
	WriteNote:    {scopes: map[Role]Scope{PlanOffice: Below, Reporter: Below, Reviewer: Below}},
	Instruct:     {scopes: map[Role]Scope{Leader: Below}},
	ChangeLights: {scopes: map[Role]Scope{PlanOffice: Below}},

	ReadDraft:      {scopes: map[Role]Scope{PlanOffice: Below, Leader: Below}},
	UploadDraft:    {scopes: map[Role]Scope{PlanOffice: Below}},
	AcceptFinding:  {scopes: map[Role]Scope{PlanOffice: Below}},
	CorrectReading: {scopes: map[Role]Scope{PlanOffice: Below}},

	ReadUnits: {scopes: map[Role]Scope{
		PlanOffice: Anything, Reporter: Anything, Reviewer: Anything, Leader: Anything, Deputy: Anything,
		System: Anything, Security: Anything,
	}},
	ManageUnits: {scopes: map[Role]Scope{System: Anything}},

	ReadPeople:   {scopes: map[Role]Scope{PlanOffice: Below, System: Anything, Security: Anything}, self: true},
	ManagePeople: {scopes: map[Role]Scope{System: Anything}},
	InvitePerson: {scopes: map[Role]Scope{System: Anything}, notSelf: true},
	GrantRole:    {scopes: map[Role]Scope{Security: Anything}, notSelf: true},
	ResetFactor:  {scopes: map[Role]Scope{Security: Anything}, notSelf: true},
	EndSessions:  {scopes: map[Role]Scope{System: Anything, Security: Anything}, self: true},
	OwnAccount:   {self: true},

	ReadSettings:   {scopes: map[Role]Scope{System: Anything, Security: Anything}},
	ChangeSettings: {scopes: map[Role]Scope{Security: Anything}},
	ReadHealth:     {scopes: map[Role]Scope{System: Anything}},
	ReadAudit:      {scopes: map[Role]Scope{Audit: Anything}},
}
