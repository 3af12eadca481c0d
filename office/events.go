package office

import "time"

// The kinds of events about units, people and access, with their payloads. A kind
// is a subject's noun and what became of it; a payload never holds a secret.
const (
	kindUnitOpened  = "unit.opened"
	kindUnitChanged = "unit.changed"
	kindUnitClosed  = "unit.closed"

	kindPersonAdded    = "person.added"
	kindPersonChanged  = "person.changed"
	kindPersonDisabled = "person.disabled"
	kindPersonEnabled  = "person.enabled"
	kindPersonInvited  = "person.invited"
	kindPersonLinked   = "person.linked"
	kindPersonUnlinked = "person.unlinked" // personLinked with a reason
	kindRoleGranted    = "role.granted"
	kindRoleRevoked    = "role.revoked"

	kindPasswordChanged = "password.changed"
	kindFactorEnrolled  = "factor.enrolled"
	kindFactorReset     = "factor.reset"
	kindRecoveryUsed    = "factor.recovery-used"

	kindSessionOpened  = "session.opened"
	kindSessionRefused = "session.refused"
	kindSessionEnded   = "session.ended"

	kindTokenMade    = "token.made"
	kindTokenUsed    = "token.used"
	kindTokenRevoked = "token.revoked"

	kindSettingsChanged = "settings.changed"
	kindRefused         = "act.refused"
)

type unitOpened struct {
	Parent string   `json:"parent,omitempty"`
	Kind   UnitKind `json:"kind"`
	Name   string   `json:"name"`
	From   string   `json:"from"`
}

type unitChanged struct {
	Name   string `json:"name"`
	Parent string `json:"parent,omitempty"`
	Reason string `json:"reason"`
}

type unitClosed struct {
	To        string `json:"to"`
	Successor string `json:"successor,omitempty"`
	Reason    string `json:"reason"`
}

type personAdded struct {
	Login string `json:"login"`
	Name  string `json:"name"`
	Unit  string `json:"unit"`
}

type personChanged struct {
	Name   string `json:"name"`
	Unit   string `json:"unit"`
	Reason string `json:"reason"`
}

type personLinked struct {
	Issuer string `json:"issuer"`
	Name   string `json:"name"` // the subject by which the issuer knows the person
	Reason string `json:"reason,omitempty"`
}

type roleEvent struct {
	Grant
	Reason string `json:"reason,omitempty"`
}

type because struct {
	Reason string `json:"reason,omitempty"`
}

// sessionEvent says by what means somebody signed in, or why not.
type sessionEvent struct {
	Method string `json:"method,omitempty"` // password, link, oidc
	Why    string `json:"why,omitempty"`    // wrong, locked, unknown, factor, expired
}

// tokenEvent says which of a person's tokens it was.
type tokenEvent struct {
	Name    string    `json:"name"`
	Expires time.Time `json:"expires,omitzero"`
}

// settingsChanged are all settings of accounts, with why they are so now.
type settingsChanged struct {
	Reason string `json:"reason,omitempty"`
	Settings
}

// refusal is an act that the actor had no right to.
type refusal struct {
	Action Action `json:"action"`
}
