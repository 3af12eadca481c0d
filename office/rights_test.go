package office

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// Three units: a district, a department in it, and another department.
var (
	district = []string{"d"}
	own      = []string{"d.own", "d"}
	other    = []string{"d.other", "d"}
)

// objects are the cases in which a role's answer can differ; the last two are
// about people.
var objects = []struct {
	zh string
	o  Object
}{
	{"本单位", Object{Units: own}},
	{"下级单位", Object{Units: append([]string{"d.own.below"}, own...)}},
	{"其他单位", Object{Units: other}},
	{"已公布", Object{Units: other, Public: true}},
	{"本人", Object{Units: other, Person: "me"}},
	{"他人", Object{Units: other, Person: "you"}},
}

// TestRights asks Can about every role, action and kind of object, and holds the
// answers against docs/rights.md.
func TestRights(t *testing.T) {
	var b strings.Builder
	b.WriteString(rightsHead)
	b.WriteString("\n| 事项 action |")
	for _, r := range Roles {
		fmt.Fprintf(&b, " %s<br>%s |", r.Name().Zh, r)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(Roles)) + "\n")
	for _, act := range Actions {
		fmt.Fprintf(&b, "| %s<br>`%s` |", act.Name().Zh, act)
		for _, r := range Roles {
			fmt.Fprintf(&b, " %s |", answers(r, act))
		}
		b.WriteString("\n")
	}
	const golden = "../docs/rights.md"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != b.String() {
		t.Errorf("docs/rights.md does not say what Can answers; run go test ./office -run TestRights -update and read the difference\n%s", b.String())
	}
}

const rightsHead = `# 谁能做什么 / Who may do what

由 ` + "`go test ./office -run TestRights -update`" + ` 按 ` + "`office.Can`" + ` 对每个角色、事项、对象的回答生成。
Written by that test from what ` + "`office.Can`" + ` answers to every role, action and kind of object.

角色按单位授予，“本单位”是授予角色的单位。● 任何对象；否则列出可以的对象，“除…外”是其余都可以；空格为不可以。
A role is held for a unit (本单位). ● about anything; else about that unit, units below (下级单位), what is published (已公布),
oneself (本人), 除…外: all but that; blank means no.

三员分设：一人不能兼任系统、安全、审计管理员中的两个；审计管理员不兼任其他角色；任何人不能给自己授予角色。
Nobody holds two of the three administrators' roles; the audit administrator holds no other role; nobody grants to himself.
`

func answers(r Role, act Action) string {
	a := Actor{Person: "me", Grants: []Grant{{r, "d.own"}}}
	if r == Public {
		a = Actor{}
	}
	var yes, no []string
	for _, c := range objects {
		switch {
		case Can(a, act, c.o):
			yes = append(yes, c.zh)
		default:
			no = append(no, c.zh)
		}
	}
	switch {
	case len(no) == 0:
		return "●"
	case len(no) == 1:
		return "除" + no[0] + "外"
	}
	return strings.Join(yes, "、")
}

func TestSeparationOfAdministrators(t *testing.T) {
	admins := []Role{System, Security, Audit}
	for _, a := range Roles {
		for _, b := range Roles {
			want := a != b && (slices.Contains(admins, a) && slices.Contains(admins, b) || a == Audit || b == Audit)
			if Apart(a, b) != want {
				t.Errorf("%s, %s: %t", a, b, !want)
			}
		}
	}
	for _, act := range Actions {
		if may := Can(Actor{Person: "me", Grants: []Grant{{Audit, ""}}}, act, Object{Units: district}); may != (act == ReadAudit) {
			t.Errorf("the audit administrator, %s: %t", act, may)
		}
	}
}

func TestNobodyGrantsToHimself(t *testing.T) {
	all := Actor{Person: "me"}
	for _, r := range Roles {
		all.Grants = append(all.Grants, Grant{r, "d"})
	}
	for _, act := range []Action{GrantRole, InvitePerson, ResetFactor} {
		if Can(all, act, Object{Person: "me"}) || !Can(all, act, Object{Person: "you"}) {
			t.Error(act)
		}
	}
}

// TestTheTableIsWhole: each action has a rule and a name, each role a name.
func TestTheTableIsWhole(t *testing.T) {
	if len(rights) != len(Actions) || len(roleNames) != len(Roles) {
		t.Errorf("%d rules for %d actions, %d names for %d roles", len(rights), len(Actions), len(roleNames), len(Roles))
	}
	for _, act := range Actions {
		if _, ok := rights[act]; !ok || act.Name().Zh == "" || act.Name().En == "" {
			t.Errorf("%s lacks a rule or a name", act)
		}
	}
}

// TestRolesOnlyAdd: more grants never take a right away, and an action that
// nobody knows is nobody's.
func TestRolesOnlyAdd(t *testing.T) {
	grant := rapid.Custom(func(t *rapid.T) Grant {
		return Grant{rapid.SampledFrom(Roles).Draw(t, "role"), rapid.SampledFrom([]string{"d", "d.own", "d.other"}).Draw(t, "unit")}
	})
	rapid.Check(t, func(t *rapid.T) {
		grants := rapid.SliceOfN(grant, 1, 6).Draw(t, "grants")
		act := rapid.SampledFrom(Actions).Draw(t, "action")
		o := rapid.SampledFrom(objects).Draw(t, "object").o
		one := false
		for _, g := range grants {
			one = one || Can(Actor{Person: "me", Grants: []Grant{g}}, act, o)
		}
		if all := Can(Actor{Person: "me", Grants: grants}, act, o); all != one {
			t.Fatalf("%v %s %v: %t, one by one %t", grants, act, o, all, one)
		}
		if Can(Actor{Person: "me", Grants: grants}, "no.such", o) {
			t.Fatal("an unknown action")
		}
	})
}
