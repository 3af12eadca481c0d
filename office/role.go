package office

import (
	"slices"

	"gangmu/vet"
)

// Role is what a person is to the plan. A person holds roles for units.
type Role string

const (
	PlanOffice Role = "plan-office" // 发改委综合科
	Reporter   Role = "reporter"    // fills in for a unit
	Reviewer   Role = "reviewer"    // checks what a unit fills in
	Leader     Role = "leader"      // of the government or of a unit
	Deputy     Role = "deputy"      // of the people's congress
	System     Role = "system"      // administrator: accounts and units
	Security   Role = "security"    // administrator: roles and settings
	Audit      Role = "audit"       // administrator: reads who did what
	Public     Role = "public"      // whoever is not signed in
)

// Roles are all roles, in the order of pages.
var Roles = []Role{PlanOffice, Reporter, Reviewer, Leader, Deputy, System, Security, Audit, Public}

var roleNames = map[Role]vet.Words{
	PlanOffice: {Zh: "计划部门", En: "Plan office"},
	Reporter:   {Zh: "填报人", En: "Reporter"},
	Reviewer:   {Zh: "审核人", En: "Reviewer"},
	Leader:     {Zh: "领导", En: "Leader"},
	Deputy:     {Zh: "人大代表", En: "Deputy"},
	System:     {Zh: "系统管理员", En: "System administrator"},
	Security:   {Zh: "安全管理员", En: "Security administrator"},
	Audit:      {Zh: "审计管理员", En: "Audit administrator"},
	Public:     {Zh: "公众", En: "Public"},
}

// Name is the role for people.
func (r Role) Name() vet.Words { return roleNames[r] }

// Administrator reports one of the three administrators that GB/T 22239 keeps
// apart.
func (r Role) Administrator() bool { return r == System || r == Security || r == Audit }

// Grantable reports a role that a person can be given; the public has no account.
func (r Role) Grantable() bool { return r != Public && slices.Contains(Roles, r) }

// Apart reports two roles that nobody may hold together: of the three
// administrators two, and what the audit administrator watches.
func Apart(a, b Role) bool {
	return a != b && (a.Administrator() && b.Administrator() || a == Audit || b == Audit)
}

// Grant is a role that a person holds for a unit; administrators hold theirs for
// the whole.
type Grant struct {
	Role Role   `json:"role"`
	Unit string `json:"unit"` // its code
}
