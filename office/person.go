package office

import (
	"context"
	"database/sql"
	"regexp"
	"slices"
	"strings"

	"gangmu/ledger"
)

// Person is somebody with an account.
type Person struct {
	ID     string
	Login  string // lower case
	Name   string
	Unit   string // where the person works
	Active bool
	Grants []Grant
	Seq    int64 // of the last change
}

// Has reports that the person holds a role for any unit.
func (p Person) Has(r Role) bool {
	return slices.ContainsFunc(p.Grants, func(g Grant) bool { return g.Role == r })
}

// NewPerson is what an account is made from.
type NewPerson struct{ Login, Name, Unit string }

var loginPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9._\-]{1,31}$`)

func (n NewPerson) check() (NewPerson, error) {
	n.Login = normalLogin(n.Login)
	if !loginPattern.MatchString(n.Login) {
		return n, invalid("bad-login", "登录名由小写字母、数字、点、短横和下划线组成，2到32个字符。", "A login has 2 to 32 lower-case letters, digits, dots, hyphens or underscores.")
	}
	var err error
	n.Name, err = named("姓名", n.Name, maxName)
	return n, err
}

func normalLogin(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// AddPerson makes an account without any role and the one-time link with which
// the person sets a password.
func (o *Office) AddPerson(ctx context.Context, a Actor, n NewPerson) (id string, link Link, err error) {
	if n, err = n.check(); err != nil {
		return "", Link{}, err
	}
	err = o.do(ctx, a, ManagePeople, "people", Object{}, func(tx *ledger.Tx) error {
		if _, err := unitOf(tx, n.Unit); err != nil {
			return invalid("no-unit", "没有这个单位。", "There is no such unit.")
		}
		if id, err = addPerson(tx, n); err != nil {
			return err
		}
		link, err = o.invite(tx, id)
		return err
	})
	return id, link, err
}

func addPerson(tx *ledger.Tx, n NewPerson) (id string, err error) {
	if _, err := personByLogin(tx, n.Login); err == nil {
		return "", conflict("login-taken", "这个登录名已有人用，请换一个。", "This login is taken: choose another.")
	}
	if id, err = tx.NewID(); err != nil {
		return "", err
	}
	_, err = tx.Append(kindPersonAdded, personSubject(id), personAdded(n))
	return id, err
}

// ChangePerson renames somebody or moves him to another unit. Roles stay with the
// units that they were granted for.
func (o *Office) ChangePerson(ctx context.Context, a Actor, id, name, unit, reason string) error {
	name, err := named("姓名", name, maxName)
	if err != nil {
		return err
	}
	if reason, err = reasoned(reason); err != nil {
		return err
	}
	return o.do(ctx, a, ManagePeople, personSubject(id), Object{Person: id}, func(tx *ledger.Tx) error {
		if _, err := personOf(tx, id); err != nil {
			return err
		}
		if _, err := unitOf(tx, unit); err != nil {
			return invalid("no-unit", "没有这个单位。", "There is no such unit.")
		}
		_, err := tx.Append(kindPersonChanged, personSubject(id), personChanged{Name: name, Unit: unit, Reason: reason})
		return err
	})
}

// DisablePerson closes an account and ends its sessions. The last holder of an
// administrator's role stays.
func (o *Office) DisablePerson(ctx context.Context, a Actor, id, reason string) error {
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	return o.do(ctx, a, ManagePeople, personSubject(id), Object{Person: id}, func(tx *ledger.Tx) error {
		p, err := personOf(tx, id)
		switch {
		case err != nil:
			return err
		case !p.Active:
			return conflict("person-disabled", "这个账号已经停用。", "This account is disabled already.")
		}
		for _, g := range p.Grants {
			if err := notTheLast(tx, id, g.Role); err != nil {
				return err
			}
		}
		if err := endSessions(tx, id); err != nil {
			return err
		}
		_, err = tx.Append(kindPersonDisabled, personSubject(id), because{reason})
		return err
	})
}

// EnablePerson opens a closed account again.
func (o *Office) EnablePerson(ctx context.Context, a Actor, id, reason string) error {
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	return o.do(ctx, a, ManagePeople, personSubject(id), Object{Person: id}, func(tx *ledger.Tx) error {
		p, err := personOf(tx, id)
		switch {
		case err != nil:
			return err
		case p.Active:
			return conflict("person-enabled", "这个账号没有停用。", "This account is not disabled.")
		}
		_, err = tx.Append(kindPersonEnabled, personSubject(id), because{reason})
		return err
	})
}

const personColumns = `id, login, name, unit, active, seq`

func scanPerson(rows *sql.Rows) (p Person, err error) {
	err = rows.Scan(&p.ID, &p.Login, &p.Name, &p.Unit, &p.Active, &p.Seq)
	return p, err
}

func personOf(q querier, id string) (Person, error)         { return personWhere(q, "id", id) }
func personByLogin(q querier, login string) (Person, error) { return personWhere(q, "login", login) }

func personWhere(q querier, column, value string) (p Person, err error) {
	err = one(q.QueryRow(`SELECT `+personColumns+` FROM person WHERE `+column+` = $1`, value),
		&p.ID, &p.Login, &p.Name, &p.Unit, &p.Active, &p.Seq)
	if err != nil {
		return p, err
	}
	p.Grants, err = list(q, scanGrant, `SELECT role, unit FROM person_role WHERE person = $1 ORDER BY role, unit`, p.ID)
	return p, err
}

func scanGrant(rows *sql.Rows) (g Grant, err error) {
	err = rows.Scan(&g.Role, &g.Unit)
	return g, err
}

// People are the accounts that the actor may see, by unit and login.
func (o *Office) People(ctx context.Context, a Actor) (out []Person, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		all, err := list(v, scanPerson, `SELECT `+personColumns+` FROM person ORDER BY unit, login`)
		if err != nil {
			return err
		}
		paths := map[string][]string{}
		for _, p := range all {
			if _, known := paths[p.Unit]; !known {
				paths[p.Unit], _ = unitPath(v, p.Unit) // without a unit: none
			}
			if !Can(a, ReadPeople, Object{Units: paths[p.Unit], Person: p.ID}) {
				continue
			}
			if p, err = personOf(v, p.ID); err != nil {
				return err
			}
			out = append(out, p)
		}
		return nil
	})
	return out, err
}

// Person is one account.
func (o *Office) Person(ctx context.Context, a Actor, id string) (p Person, err error) {
	var obj Object
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		if p, err = personOf(v, id); err != nil {
			return err
		}
		obj.Person = id
		obj.Units, _ = unitPath(v, p.Unit)
		return nil
	})
	if err == nil {
		err = o.allow(ctx, a, ReadPeople, personSubject(id), obj)
	}
	if err != nil {
		return Person{}, err
	}
	return p, nil
}

func personSubject(id string) string { return "person/" + id }
