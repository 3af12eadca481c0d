package office

import (
	"context"

	"gangmu/ledger"
)

// FirstStart makes the first unit and the one system administrator of an empty
// installation, without a password: the link is shown once, on the console. ok is
// false where there are people already. A link that expired before it was used is
// made anew.
func (o *Office) FirstStart(ctx context.Context) (link Link, ok bool, err error) {
	_, err = o.ledger.Do(ctx, ledger.Actor{ID: ledger.System.ID, Origin: "console"}, func(tx *ledger.Tx) error {
		ok = false
		admin, begun, err := beginning(tx)
		if err != nil || begun {
			return err
		}
		if admin == "" {
			if admin, err = firstPeople(tx); err != nil {
				return err
			}
		}
		ok = true
		link, err = o.invite(tx, admin)
		return err
	})
	return link, ok, err
}

// beginning is the one administrator that there is, and whether anybody has ever
// set a password.
func beginning(tx *ledger.Tx) (admin string, begun bool, err error) {
	passwords, persons := 0, 0
	if err = tx.QueryRow(`SELECT count(*) FROM credential WHERE hash <> ''`).Scan(&passwords); err != nil {
		return "", false, err
	}
	if err = tx.QueryRow(`SELECT count(*), coalesce(min(id), '') FROM person`).Scan(&persons, &admin); err != nil {
		return "", false, err
	}
	return admin, passwords > 0 || persons > 1, nil
}

func firstPeople(tx *ledger.Tx) (admin string, err error) {
	const code = "root"
	u := unitOpened{Kind: District, Name: "本级政府", From: tx.Now().Format("2006-01-02")}
	if _, err := tx.Append(kindUnitOpened, unitSubject(code), u); err != nil {
		return "", err
	}
	if _, err := tx.Append(kindSettingsChanged, "settings/"+accountSettings, DefaultSettings); err != nil {
		return "", err
	}
	if admin, err = addPerson(tx, NewPerson{Login: "admin", Name: "系统管理员", Unit: code}); err != nil {
		return "", err
	}
	_, err = tx.Append(kindRoleGranted, personSubject(admin), roleEvent{Grant: Grant{System, code}})
	return admin, err
}
