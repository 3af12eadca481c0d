package office

import (
	"strings"

	"gangmu/ledger"
)

// people projects units, persons, their roles and identities.
var people = ledger.Projection{
	Name: "people", Version: 2,
	Tables: []string{"unit", "person", "person_role", "person_identity"},
	Kinds: []string{
		kindUnitOpened, kindUnitChanged, kindUnitClosed,
		kindPersonAdded, kindPersonChanged, kindPersonDisabled, kindPersonEnabled, kindPersonLinked, kindPersonUnlinked,
		kindRoleGranted, kindRoleRevoked,
	},
	Apply: applyEach(applyPeople),
}

func applyPeople(tx *ledger.Tx, e ledger.Event) error {
	name, _, _ := strings.Cut(e.Kind, ".")
	if name == "unit" {
		return applyUnit(tx, e)
	}
	return applyPerson(tx, e)
}

func applyUnit(tx *ledger.Tx, e ledger.Event) error {
	code := last(e.Subject)
	switch e.Kind {
	case kindUnitOpened:
		var p unitOpened
		if err := e.Decode(&p); err != nil {
			return err
		}
		return exec(tx, `INSERT INTO unit (`+unitColumns+`) VALUES ($1, $2, $3, $4, $5, '', '', $6)`,
			code, p.Parent, p.Kind, p.Name, p.From, e.Seq)
	case kindUnitChanged:
		var p unitChanged
		if err := e.Decode(&p); err != nil {
			return err
		}
		return exec(tx, `UPDATE unit SET name = $2, parent = $3, seq = $4 WHERE code = $1`, code, p.Name, p.Parent, e.Seq)
	}
	var p unitClosed
	if err := e.Decode(&p); err != nil {
		return err
	}
	return exec(tx, `UPDATE unit SET valid_to = $2, successor = $3, seq = $4 WHERE code = $1`, code, p.To, p.Successor, e.Seq)
}

func applyPerson(tx *ledger.Tx, e ledger.Event) error {
	id := last(e.Subject)
	switch e.Kind {
	case kindPersonAdded:
		var p personAdded
		if err := e.Decode(&p); err != nil {
			return err
		}
		return exec(tx, `INSERT INTO person (`+personColumns+`) VALUES ($1, $2, $3, $4, true, $5)`, id, p.Login, p.Name, p.Unit, e.Seq)
	case kindPersonChanged:
		var p personChanged
		if err := e.Decode(&p); err != nil {
			return err
		}
		return exec(tx, `UPDATE person SET name = $2, unit = $3, seq = $4 WHERE id = $1`, id, p.Name, p.Unit, e.Seq)
	case kindPersonDisabled, kindPersonEnabled:
		return exec(tx, `UPDATE person SET active = $2, seq = $3 WHERE id = $1`, id, e.Kind == kindPersonEnabled, e.Seq)
	case kindPersonLinked, kindPersonUnlinked:
		var p personLinked
		if err := e.Decode(&p); err != nil {
			return err
		}
		if e.Kind == kindPersonUnlinked {
			return exec(tx, `DELETE FROM person_identity WHERE issuer = $1 AND name = $2 AND person = $3`, p.Issuer, p.Name, id)
		}
		return exec(tx, `INSERT INTO person_identity (issuer, name, person, seq) VALUES ($1, $2, $3, $4)`, p.Issuer, p.Name, id, e.Seq)
	}
	var p roleEvent
	if err := e.Decode(&p); err != nil {
		return err
	}
	if e.Kind == kindRoleGranted {
		return exec(tx, `INSERT INTO person_role (person, role, unit, seq) VALUES ($1, $2, $3, $4)`, id, p.Role, p.Unit, e.Seq)
	}
	return exec(tx, `DELETE FROM person_role WHERE person = $1 AND role = $2 AND unit = $3`, id, p.Role, p.Unit)
}

// last is the last part of a subject.
func last(subject string) string { return subject[strings.LastIndexByte(subject, '/')+1:] }
