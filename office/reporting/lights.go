package reporting

import (
	"context"
	"errors"

	"gangmu/ledger"
	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
)

// kindLights is the event of rules of lights, lightsChanged, subject plan/ID/lights.
const kindLights = "lights.changed"

type lightsChanged struct {
	Rules  string `json:"rules"` // as monitor.ParseSettings reads them
	Reason string `json:"reason"`
}

// ChangeLights gives a plan other rules of lights, from now on.
func (s *Service) ChangeLights(ctx context.Context, a office.Actor, plan, rules, reason string) error {
	reason, err := form.Reasoned(reason)
	if err != nil {
		return err
	}
	set, err := monitor.ParseSettings(rules)
	if err != nil {
		return form.Invalid("bad-lights", "亮灯规则写得不对，没有改动："+err.Error(), "The rules cannot be read; nothing was changed: "+err.Error())
	}
	_, obj, err := s.planObject(ctx, plan)
	if err != nil {
		return err
	}
	subject := "plan/" + plan + "/lights"
	return s.Do(ctx, a, office.ChangeLights, subject, obj, func(tx *ledger.Tx) error {
		_, err := tx.Append(kindLights, subject, lightsChanged{set.String(), reason})
		return err
	})
}

// Lights are the rules of a plan as of a sequence number, 0 for now.
func (s *Service) Lights(ctx context.Context, plan string, asOf int64) (set monitor.Settings, err error) {
	err = s.View(ctx, func(v *ledger.View) error {
		if asOf <= 0 {
			asOf = v.Seq
		}
		set, err = lightsOf(v, plan, asOf)
		return err
	})
	return set, err
}

func lightsOf(q office.Reads, plan string, asOf int64) (monitor.Settings, error) {
	var rules string
	var seq int64
	err := query.One(q.QueryRow(`SELECT rules, seq FROM lights WHERE plan = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1`, plan, asOf), &rules, &seq)
	if errors.Is(err, query.ErrNone) {
		return monitor.Defaults(), nil
	}
	if err != nil {
		return monitor.Settings{}, err
	}
	set, err := monitor.ParseSettings(rules)
	set.Version = seq
	return set, err
}
