package office

import (
	"context"
	"fmt"
	"slices"

	"gangmu/ledger"
)

// GrantRole gives somebody a role for a unit. While there is no security
// administrator, the system administrator may appoint the first one.
func (o *Office) GrantRole(ctx context.Context, a Actor, person string, g Grant) error {
	if !g.Role.Grantable() {
		return invalid("bad-role", "没有这个角色。", "There is no such role.")
	}
	if first, err := o.appointsFirst(ctx, a, person, g); err != nil {
		return err
	} else if !first {
		if err := o.allow(ctx, a, GrantRole, personSubject(person), Object{Person: person}); err != nil {
			return err
		}
	}
	_, err := o.ledger.Do(ctx, a.ledger(), func(tx *ledger.Tx) error {
		p, err := personOf(tx, person)
		if err != nil {
			return err
		}
		if _, err := unitOf(tx, g.Unit); err != nil {
			return invalid("no-unit", "没有这个单位。", "There is no such unit.")
		}
		if err := p.canHold(g); err != nil {
			return err
		}
		_, err = tx.Append(kindRoleGranted, personSubject(person), roleEvent{Grant: g})
		return err
	})
	return err
}

// canHold checks a new role against those that the person holds.
func (p Person) canHold(g Grant) error {
	if slices.Contains(p.Grants, g) {
		return conflict("role-held", "已经有这个角色。", "The role is held already.")
	}
	for _, held := range p.Grants {
		if Apart(held.Role, g.Role) {
			a, b := held.Role.Name(), g.Role.Name()
			return conflict("roles-apart",
				fmt.Sprintf("%s不能兼任%s（三员分设）。请先收回前一个角色，或另设一个账号给别的人。", a.Zh, b.Zh),
				fmt.Sprintf("The roles %s and %s must not be held together. Revoke the first, or give the second to somebody else.", a.En, b.En))
		}
	}
	return nil
}

// appointsFirst reports the one case in which a role is granted without a security
// administrator.
func (o *Office) appointsFirst(ctx context.Context, a Actor, person string, g Grant) (bool, error) {
	if g.Role != Security || !a.Has(System) || person == a.Person {
		return false, nil
	}
	holders := 0
	err := o.ledger.QueryRow(ctx, `SELECT count(*) FROM person_role WHERE role = $1`, Security).Scan(&holders)
	return holders == 0, err
}

// RevokeRole takes a role away and ends the person's sessions.
func (o *Office) RevokeRole(ctx context.Context, a Actor, person string, g Grant, reason string) error {
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	return o.do(ctx, a, GrantRole, personSubject(person), Object{Person: person}, func(tx *ledger.Tx) error {
		p, err := personOf(tx, person)
		if err != nil {
			return err
		}
		if !slices.Contains(p.Grants, g) {
			return conflict("role-not-held", "没有这个角色，不用收回。", "The role is not held.")
		}
		if err := notTheLast(tx, person, g.Role); err != nil {
			return err
		}
		if err := endSessions(tx, person); err != nil {
			return err
		}
		_, err = tx.Append(kindRoleRevoked, personSubject(person), roleEvent{Grant: g, Reason: reason})
		return err
	})
}

// notTheLast keeps at least one active holder of each administrator's role that is
// held at all.
func notTheLast(tx *ledger.Tx, person string, r Role) error {
	if !r.Administrator() {
		return nil
	}
	others := 0
	err := tx.QueryRow(`SELECT count(*) FROM person_role r JOIN person p ON p.id = r.person
		WHERE r.role = $1 AND r.person <> $2 AND p.active`, r, person).Scan(&others)
	if err == nil && others == 0 {
		return conflict("last-administrator",
			"这是最后一个"+r.Name().Zh+"。请先给别人授予这个角色。",
			"This is the last "+r.Name().En+". Grant the role to somebody else first.")
	}
	return err
}
