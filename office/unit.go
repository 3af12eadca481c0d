package office

import (
	"context"
	"database/sql"
	"regexp"
	"slices"

	"gangmu/ledger"
	"gangmu/vet"
)

// UnitKind is what sort of unit it is.
type UnitKind string

const (
	District   UnitKind = "district"   // the government itself, the root of a tree
	Department UnitKind = "department" // 部门
	Town       UnitKind = "town"       // 镇街
	Enterprise UnitKind = "enterprise" // a company that the government owns
)

var unitKindNames = map[UnitKind]vet.Words{
	District:   {Zh: "区县", En: "District"},
	Department: {Zh: "部门", En: "Department"},
	Town:       {Zh: "镇街", En: "Town"},
	Enterprise: {Zh: "企业", En: "Enterprise"},
}

// Name is the kind for people.
func (k UnitKind) Name() vet.Words { return unitKindNames[k] }

// Unit is an office, a department or a town. Its code never changes; a reform
// closes it and names the one that follows.
type Unit struct {
	Code      string // GB/T 2260 for divisions, with a suffix for departments: 500151, 500151.fgw
	Parent    string // the code above; empty for a root
	Kind      UnitKind
	Name      string
	From, To  string // days of validity, both included; To is empty while it is open
	Successor string // the code that follows a closed one
	Seq       int64  // of its last change
}

// OpenOn reports a unit that is valid on a day.
func (u Unit) OpenOn(day string) bool { return u.From <= day && (u.To == "" || day <= u.To) }

var codePattern = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z.\-]{0,31}$`)

func (u Unit) check() (Unit, error) {
	var err error
	if !codePattern.MatchString(u.Code) {
		return u, invalid("bad-code", "单位代码由字母、数字、点和短横组成，不超过32个字符。", "A unit's code has letters, digits, dots and hyphens, at most 32.")
	}
	if _, ok := unitKindNames[u.Kind]; !ok {
		return u, invalid("bad-unit-kind", "请选择单位类型。", "Choose the kind of the unit.")
	}
	if (u.Parent == "") != (u.Kind == District) {
		return u, invalid("bad-parent", "区县没有上级单位，其他单位必须有。", "A district has no unit above it; every other unit has one.")
	}
	if u.Name, err = named("单位名称", u.Name, maxName); err != nil {
		return u, err
	}
	u.From, err = day("启用日期", u.From)
	return u, err
}

// OpenUnit adds a unit.
func (o *Office) OpenUnit(ctx context.Context, a Actor, u Unit) error {
	u, err := u.check()
	if err != nil {
		return err
	}
	return o.do(ctx, a, ManageUnits, unitSubject(u.Code), Object{}, func(tx *ledger.Tx) error {
		if _, err := unitOf(tx, u.Code); err == nil {
			return conflict("unit-exists", "这个单位代码已经用过，请换一个。", "This unit's code is taken: choose another.")
		}
		if err := u.checkParent(tx); err != nil {
			return err
		}
		_, err := tx.Append(kindUnitOpened, unitSubject(u.Code), unitOpened{Parent: u.Parent, Kind: u.Kind, Name: u.Name, From: u.From})
		return err
	})
}

func (u Unit) checkParent(tx *ledger.Tx) error {
	if u.Parent == "" {
		return nil
	}
	above, err := unitPath(tx, u.Parent)
	if err != nil {
		return conflict("no-parent", "没有这个上级单位。", "There is no such unit above.")
	}
	if slices.Contains(above, u.Code) {
		return conflict("unit-cycle", "上级单位不能是它自己或它的下级。", "A unit cannot stand below itself.")
	}
	return nil
}

// ChangeUnit renames or moves a unit; its code, kind and first day stay.
func (o *Office) ChangeUnit(ctx context.Context, a Actor, code, name, parent, reason string) error {
	name, err := named("单位名称", name, maxName)
	if err != nil {
		return err
	}
	if reason, err = reasoned(reason); err != nil {
		return err
	}
	return o.do(ctx, a, ManageUnits, unitSubject(code), Object{}, func(tx *ledger.Tx) error {
		u, err := unitOf(tx, code)
		if err != nil {
			return err
		}
		u.Name, u.Parent = name, parent
		if _, err := u.check(); err != nil {
			return err
		}
		if err := u.checkParent(tx); err != nil {
			return err
		}
		_, err = tx.Append(kindUnitChanged, unitSubject(code), unitChanged{Name: name, Parent: parent, Reason: reason})
		return err
	})
}

// CloseUnit ends a unit's validity with a day; successor may be empty.
func (o *Office) CloseUnit(ctx context.Context, a Actor, code, to, successor, reason string) error {
	to, err := day("停用日期", to)
	if err != nil {
		return err
	}
	if reason, err = reasoned(reason); err != nil {
		return err
	}
	return o.do(ctx, a, ManageUnits, unitSubject(code), Object{}, func(tx *ledger.Tx) error {
		u, err := unitOf(tx, code)
		switch {
		case err != nil:
			return err
		case u.To != "":
			return conflict("unit-closed", "这个单位已经停用。", "This unit is closed already.")
		case to < u.From:
			return invalid("bad-date", "停用日期不能早于启用日期。", "It cannot close before it opened.")
		}
		if successor != "" {
			if _, err := unitOf(tx, successor); err != nil || successor == code {
				return invalid("no-successor", "没有这个承接单位。", "There is no such successor.")
			}
		}
		_, err = tx.Append(kindUnitClosed, unitSubject(code), unitClosed{To: to, Successor: successor, Reason: reason})
		return err
	})
}

const unitColumns = `code, parent, kind, name, valid_from, valid_to, successor, seq`

func unitOf(q querier, code string) (u Unit, err error) {
	err = one(q.QueryRow(`SELECT `+unitColumns+` FROM unit WHERE code = $1`, code),
		&u.Code, &u.Parent, &u.Kind, &u.Name, &u.From, &u.To, &u.Successor, &u.Seq)
	return u, err
}

func scanUnit(rows *sql.Rows) (u Unit, err error) {
	err = rows.Scan(&u.Code, &u.Parent, &u.Kind, &u.Name, &u.From, &u.To, &u.Successor, &u.Seq)
	return u, err
}

// unitPath is a unit's code with those above it, from the lowest up. Object.Units
// has this form.
func unitPath(q querier, code string) ([]string, error) {
	path, err := list(q, texts, `WITH RECURSIVE up (code, parent, height) AS (
			SELECT code, parent, 0 FROM unit WHERE code = $1
			UNION ALL SELECT u.code, u.parent, up.height + 1 FROM unit u JOIN up ON u.code = up.parent WHERE up.height < 20
		) SELECT code FROM up ORDER BY height`, code)
	if err == nil && len(path) == 0 {
		err = ErrNotFound
	}
	return path, err
}

// unitObject is a unit as rights look at it.
func (o *Office) unitObject(ctx context.Context, code string) (obj Object, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		obj.Units, err = unitPath(v, code)
		return err
	})
	return obj, err
}

// Units are all units, closed ones too, each after the one above it.
func (o *Office) Units(ctx context.Context, a Actor) (all []Unit, err error) {
	if err := o.allow(ctx, a, ReadUnits, "units", Object{}); err != nil {
		return nil, err
	}
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		all, err = list(v, scanUnit, `SELECT `+unitColumns+` FROM unit ORDER BY code`)
		return err
	})
	return inTreeOrder(all), err
}

// inTreeOrder puts each unit behind the one above it, sisters by their codes.
func inTreeOrder(all []Unit) []Unit {
	below := map[string][]Unit{}
	for _, u := range all {
		below[u.Parent] = append(below[u.Parent], u)
	}
	out := make([]Unit, 0, len(all))
	var walk func(parent string)
	walk = func(parent string) {
		for _, u := range below[parent] {
			out = append(out, u)
			walk(u.Code)
		}
	}
	walk("")
	return out
}

// Unit is one unit.
func (o *Office) Unit(ctx context.Context, a Actor, code string) (u Unit, err error) {
	if err := o.allow(ctx, a, ReadUnits, unitSubject(code), Object{}); err != nil {
		return u, err
	}
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		u, err = unitOf(v, code)
		return err
	})
	return u, err
}

func unitSubject(code string) string { return "unit/" + code }
