package main

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/reporting"
	"gangmu/plan"
)

// plans is how many plans values go into; each has as many indicators as are
// listed.
const plans = 5

// installation is what the clients need to know of a filled data folder.
type installation struct {
	plans   []string
	token   string // of the API
	session string // the cookie of pages
	seq     int64  // the last event
}

// fillGangmu makes the data of an installation: a unit, its plans, one person of
// the plan office with a token and a session.
func fillGangmu(ctx context.Context, dir string) (in installation, err error) {
	l, err := ledger.Open(ctx, ledger.Config{
		Database: filepath.Join(dir, "gangmu.db"), KeyFile: filepath.Join(dir, "signing.key"),
		Modules: []ledger.Module{office.Module(), reporting.Module()}, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return in, err
	}
	defer l.Close()
	o, err := office.New(office.Config{Ledger: l, KeyFile: filepath.Join(dir, "secret.key")})
	if err != nil {
		return in, err
	}
	setup := office.Actor{Person: ledger.System.ID, Grants: []office.Grant{{Role: office.System}, {Role: office.Security}, {Role: office.PlanOffice, Unit: "d"}}}
	settings := office.DefaultSettings
	settings.Factor = office.FactorChoice
	if err := o.ChangeSettings(ctx, setup, settings, "压测"); err != nil {
		return in, err
	}
	if err := o.OpenUnit(ctx, setup, office.Unit{Code: "d", Kind: office.District, Name: "某区", From: "2025-01-01"}); err != nil {
		return in, err
	}
	person, link, err := o.AddPerson(ctx, setup, office.NewPerson{Login: "jihua", Name: "计划股", Unit: "d"})
	if err != nil {
		return in, err
	}
	if err := o.GrantRole(ctx, setup, person, office.Grant{Role: office.PlanOffice, Unit: "d"}); err != nil {
		return in, err
	}
	session, err := o.UseLink(ctx, "127.0.0.1", link.Token, "Pi4-long-enough-password")
	if err != nil {
		return in, err
	}
	in.session = session.Token
	if _, in.token, err = o.MakeToken(ctx, office.Actor{Person: person, Origin: "127.0.0.1"}, "压测", 30); err != nil {
		return in, err
	}
	for i := range plans {
		id, err := o.Adopt(ctx, setup, adoption(2026+i))
		if err != nil {
			return in, err
		}
		in.plans = append(in.plans, id)
	}
	in.seq, err = l.LastSeq(ctx)
	return in, err
}

// adoption is a plan of a year with the results of the year before: its first
// rows are those.
func adoption(year int) office.Adoption {
	var rows []plan.Item
	for y := year - 1; y <= year; y++ {
		for i := range listed {
			r := office.TypedRow{Year: y, No: fmt.Sprint(i + 1), Name: fmt.Sprintf("第%d项指标增速", i+1), Unit: "%", Section: fmt.Sprint(i / 50), Target: "8以上"}
			if y < year {
				r.Actual = "8.2"
			}
			rows = append(rows, r.Item())
		}
	}
	return office.Adoption{Unit: "d", Year: year, Session: "一次会议", Date: fmt.Sprintf("%d-01-16", year), Rows: rows}
}
