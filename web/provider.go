package web

import (
	"encoding/base64"
	"encoding/json"
	"net/http"

	"gangmu/fault"
	"gangmu/office"
)

var (
	providerRoute     = route{pattern: "GET /sign-in/provider", open: true, handle: toProvider}
	providerBackRoute = route{pattern: "GET /sign-in/provider/back", guess: true, open: true, handle: fromProvider}
)

// ProviderBack is the path that the identity provider sends browsers back to.
const ProviderBack = providerPath + "/back"

const (
	providerPath = "/sign-in/provider"
	flowCookie   = "gangmu-flow"
	flowSeconds  = 600
)

// flow is what a sign-in through the provider has to remember until the browser is
// back. It is sealed: the state holds secrets.
type flow struct {
	State []byte
	Next  string
}

var errFlow = &fault.Error{
	Kind: fault.Unauthenticated, Code: "oidc-refused",
	Zh: "统一认证没有完成，或用时太长。请回到登录页重新开始。",
	En: "The sign-in at the provider was not completed, or took too long. Start again from the sign-in page.",
}

// toProvider sends the browser to the identity provider. It is a link, not a form:
// the pages' policy lets forms lead nowhere else.
func toProvider(r *request) error {
	if r.app.OIDC == nil {
		return office.ErrNotFound
	}
	p, err := r.app.OIDC.Provider(r.Context())
	if err != nil {
		return err
	}
	address, state := p.Begin()
	text, err := json.Marshal(flow{state, local(r.URL.Query().Get("next"))})
	if err != nil {
		return err
	}
	r.flowCookie(base64.RawURLEncoding.EncodeToString(r.app.Office.SealFlow(text)), flowSeconds)
	r.redirect(address)
	return nil
}

// fromProvider signs in whom the provider has vouched for.
func fromProvider(r *request) error {
	if r.app.OIDC == nil {
		return office.ErrNotFound
	}
	f, err := r.flow()
	r.flowCookie("", -1)
	if err != nil {
		return r.again(r.signInForm("", "/"), err)
	}
	p, err := r.app.OIDC.Provider(r.Context())
	if err != nil {
		return err
	}
	q := r.URL.Query()
	var s office.Session
	id, err := p.Finish(r.Context(), f.State, q.Get("state"), q.Get("code"))
	if err == nil {
		s, err = r.app.Office.SignInIdentity(r.Context(), r.actor.Origin, id)
	}
	if err != nil {
		return r.again(r.signInForm("", f.Next), err)
	}
	return r.goOn(s, f.Next)
}

func (r *request) flow() (f flow, err error) {
	c, err := r.Cookie(flowCookie)
	if err != nil {
		return f, errFlow.Because(err)
	}
	sealed, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil {
		return f, errFlow.Because(err)
	}
	text, err := r.app.Office.OpenFlow(sealed)
	if err != nil {
		return f, errFlow.Because(err)
	}
	return f, json.Unmarshal(text, &f)
}

// flowCookie comes back with a browser that the provider sends: SameSite=Lax lets
// it, as that is a link being followed.
func (r *request) flowCookie(value string, age int) {
	http.SetCookie(r.w, &http.Cookie{
		Name: flowCookie, Value: value, Path: providerPath, MaxAge: age,
		HttpOnly: true, Secure: r.app.Secure, SameSite: http.SameSiteLaxMode,
	})
}

// providerEnd is where somebody signs out of the provider, for whom came through
// it; empty where there is nothing to offer.
func (r *request) providerEnd() string {
	if r.app.OIDC == nil || r.URL.Query().Get("out") == "" {
		return ""
	}
	p, err := r.app.OIDC.Provider(r.Context())
	if err != nil {
		return "" // its sign-out is a courtesy
	}
	return p.End(r.app.Address + "/sign-in")
}
