package web

import "gangmu/office"

var (
	personLinkRoute   = route{pattern: "POST /people/{id}/identity", handle: linkIdentity}
	personUnlinkRoute = route{pattern: "POST /people/{id}/identity/remove", handle: unlinkIdentity}
)

// linkIdentity lets somebody sign in through the identity provider.
func linkIdentity(r *request) error {
	return r.onPerson(func(id string) error {
		return r.app.Office.LinkIdentity(r.Context(), r.actor, id, office.Identity{Issuer: r.field("issuer"), Name: r.field("name")})
	})
}

func unlinkIdentity(r *request) error {
	return r.onPerson(func(id string) error {
		who := office.Identity{Issuer: r.field("issuer"), Name: r.field("name")}
		return r.app.Office.UnlinkIdentity(r.Context(), r.actor, id, who, r.field("reason"))
	})
}

// identities are how the identity provider knows a person, for who manages accounts.
func (r *request) identities(d *personData) (err error) {
	if r.app.OIDC == nil || !d.Manage {
		return nil
	}
	d.Issuer = r.app.OIDC.Config.Issuer
	d.Identities, err = r.app.Office.Identities(r.Context(), r.actor, d.ID)
	return err
}
