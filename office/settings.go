package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"gangmu/ledger"
	"gangmu/office/internal/secret"
	"gangmu/vet"
)

// Settings are what an installation decides about accounts. The defaults are the
// values that assessors of GB/T 22239 usually expect.
type Settings struct {
	PasswordLength  int         `json:"password_length"`  // least characters
	PasswordClasses int         `json:"password_classes"` // of lower, upper, digit, other
	PasswordDays    int         `json:"password_days"`    // until it must be changed
	PasswordHistory int         `json:"password_history"` // earlier ones that must not come back
	Failures        int         `json:"failures"`         // until an account is locked
	LockSeconds     int         `json:"lock_seconds"`     //
	IdleSeconds     int         `json:"idle_seconds"`     // until a session ends by itself
	SessionHours    int         `json:"session_hours"`    // until it ends in any case
	LinkHours       int         `json:"link_hours"`       // that a one-time link is good for
	Factor          FactorRule  `json:"factor"`           // who needs a second factor
	Hashing         secret.Cost `json:"hashing"`          // of new passwords

	Seq int64 `json:"-"` // of the event that set them; 0 for the defaults
}

// FactorRule says who needs a second factor.
type FactorRule string

const (
	FactorAll    FactorRule = "all"
	FactorAdmins FactorRule = "administrators"
	FactorChoice FactorRule = "choice" // who has one must use it
)

// DefaultSettings hold from the first start.
var DefaultSettings = Settings{
	PasswordLength: 8, PasswordClasses: 3, PasswordDays: 90, PasswordHistory: 5,
	Failures: 5, LockSeconds: 300, IdleSeconds: 600, SessionHours: 12, LinkHours: 24,
	Factor: FactorAdmins, Hashing: secret.DefaultCost,
}

// Limit is a number of the settings with its bounds, both included.
type Limit struct {
	Name        vet.Words
	Value       *int
	Least, Most int
}

// Limits are the numbers of s, by their names in events.
func (s *Settings) Limits() map[string]Limit {
	return map[string]Limit{
		"password_length":  {vet.Words{Zh: "最少字符数", En: "Least characters"}, &s.PasswordLength, 8, 64},
		"password_classes": {vet.Words{Zh: "至少几类字符（大写、小写、数字、其他）", En: "Least classes (upper, lower, digit, other)"}, &s.PasswordClasses, 1, 4},
		"password_days":    {vet.Words{Zh: "有效天数", En: "Days until it must be changed"}, &s.PasswordDays, 1, 3650},
		"password_history": {vet.Words{Zh: "不得重复最近几个", En: "Earlier ones that must not come back"}, &s.PasswordHistory, 0, 24},
		"failures":         {vet.Words{Zh: "连续失败几次后锁定", En: "Failures until an account is locked"}, &s.Failures, 1, 20},
		"lock_seconds":     {vet.Words{Zh: "锁定秒数", En: "Seconds that it stays locked"}, &s.LockSeconds, 30, 86400},
		"idle_seconds":     {vet.Words{Zh: "无操作几秒后退出", En: "Idle seconds until a session ends"}, &s.IdleSeconds, 60, 86400},
		"session_hours":    {vet.Words{Zh: "登录最长小时数", En: "Hours until a session ends in any case"}, &s.SessionHours, 1, 168},
		"link_hours":       {vet.Words{Zh: "一次性链接有效小时数", En: "Hours that a one-time link is good for"}, &s.LinkHours, 1, 168},
	}
}

func (s Settings) check() error {
	limits := s.Limits()
	for _, name := range slices.Sorted(maps.Keys(limits)) {
		if c := limits[name]; *c.Value < c.Least || *c.Value > c.Most {
			return invalid("bad-setting", fmt.Sprintf("“%s”应在%d到%d之间，没有改动。", c.Name.Zh, c.Least, c.Most),
				fmt.Sprintf("%s must lie between %d and %d; nothing was changed.", c.Name.En, c.Least, c.Most))
		}
	}
	if s.Factor != FactorAll && s.Factor != FactorAdmins && s.Factor != FactorChoice {
		return invalid("bad-setting", "请选择谁需要二次验证。", "Choose who needs a second factor.")
	}
	if !s.Hashing.Sound() {
		return invalid("bad-setting", "口令散列的参数不能用。", "The parameters of the password hash cannot be used.")
	}
	return nil
}

// needsFactor reports whether somebody with these roles must have a second factor.
func (s Settings) needsFactor(p Person) bool {
	switch s.Factor {
	case FactorAll:
		return true
	case FactorAdmins:
		return p.Has(System) || p.Has(Security) || p.Has(Audit)
	}
	return false
}

func (s Settings) idle() time.Duration { return time.Duration(s.IdleSeconds) * time.Second }

const accountSettings = "accounts"

// settings projects the last state of each group of settings.
var settings = ledger.Projection{
	Name: "settings", Version: 1, Tables: []string{"setting"}, Kinds: []string{kindSettingsChanged},
	Apply: applyEach(func(tx *ledger.Tx, e ledger.Event) error {
		return exec(tx, `INSERT INTO setting (name, value, seq) VALUES ($1, $2, $3)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value, seq = excluded.seq`, last(e.Subject), string(e.Payload), e.Seq)
	}),
}

func settingsOf(q querier) (Settings, error) {
	var value string
	s := DefaultSettings // of a setting that an older version did not know
	err := one(q.QueryRow(`SELECT value, seq FROM setting WHERE name = $1`, accountSettings), &value, &s.Seq)
	if errors.Is(err, ErrNotFound) {
		return DefaultSettings, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(value), &s)
	}
	return s, err
}

// Settings are the present ones.
func (o *Office) Settings(ctx context.Context, a Actor) (s Settings, err error) {
	if err := o.allow(ctx, a, ReadSettings, "settings", Object{}); err != nil {
		return s, err
	}
	return o.settings(ctx)
}

func (o *Office) settings(ctx context.Context) (s Settings, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		s, err = settingsOf(v)
		return err
	})
	return s, err
}

// ChangeSettings replaces all of them, for a reason. They are refused when somebody
// else changed them since s was read (s.Seq).
func (o *Office) ChangeSettings(ctx context.Context, a Actor, s Settings, reason string) error {
	if err := s.check(); err != nil {
		return err
	}
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	return o.do(ctx, a, ChangeSettings, "settings/"+accountSettings, Object{}, func(tx *ledger.Tx) error {
		now, err := settingsOf(tx)
		switch {
		case err != nil:
			return err
		case now.Seq != s.Seq:
			return errStale
		}
		_, err = tx.Append(kindSettingsChanged, "settings/"+accountSettings, settingsChanged{reason, s})
		return err
	})
}
