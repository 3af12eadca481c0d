package oidc_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"gangmu/fault"
	"gangmu/office/oidc"
	"gangmu/office/oidc/oidctest"
)

func TestSignIn(t *testing.T) {
	p := oidctest.New(t)
	now := time.Date(2026, 1, 16, 9, 0, 0, 0, time.UTC)
	open := func() *oidc.Provider {
		o, err := oidc.Open(t.Context(), oidc.Config{
			Issuer: p.URL, ClientID: "gangmu", ClientSecret: "s", Redirect: "http://localhost/back", Clock: func() time.Time { return now },
		})
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	for what, c := range map[string]struct {
		change func(claims map[string]any) // of what the provider signs
		state  string                      // that comes back, instead of the right one
		code   string
		late   time.Duration
		ok     bool
	}{
		"right":             {ok: true},
		"another nonce":     {change: func(m map[string]any) { m["nonce"] = "x" }},
		"for somebody else": {change: func(m map[string]any) { m["aud"] = "other" }},
		"another issuer":    {change: func(m map[string]any) { m["iss"] = "https://evil.example" }},
		"expired":           {change: func(m map[string]any) { m["exp"] = now.Add(-time.Hour).Unix() }},
		"another state":     {state: "x"},
		"a wrong code":      {code: "bad"},
		"too slow":          {late: time.Hour},
	} {
		t.Run(what, func(t *testing.T) {
			o := open()
			address, state := o.Begin()
			q := query(t, address)
			p.Challenge = q.Get("code_challenge")
			p.Claims = p.Sound(q, "u-17", now)
			if c.change != nil {
				c.change(p.Claims)
			}
			if c.state == "" {
				c.state = q.Get("state")
			}
			if c.code == "" {
				c.code = "good"
			}
			was := now
			now = now.Add(c.late)
			defer func() { now = was }()
			id, err := o.Finish(t.Context(), state, c.state, c.code)
			switch {
			case c.ok && (err != nil || id.Issuer != p.URL || id.Name != "u-17"):
				t.Errorf("%+v, %v", id, err)
			case !c.ok && (err == nil || fault.Of(err).Code != "oidc-refused"):
				t.Errorf("%+v, %v", id, err)
			}
		})
	}
}

func query(t *testing.T, address string) url.Values {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	if q.Get("code_challenge_method") != "S256" || q.Get("redirect_uri") != "http://localhost/back" || !strings.Contains(q.Get("scope"), "openid") {
		t.Errorf("%s", address)
	}
	return q
}

func TestForeignStateIsRefused(t *testing.T) {
	p := oidctest.New(t)
	o, err := oidc.Open(t.Context(), oidc.Config{Issuer: p.URL, ClientID: "gangmu"})
	if err != nil {
		t.Fatal(err)
	}
	for _, state := range []string{"", "{}", "x", `{"State":""}`} {
		if _, err := o.Finish(t.Context(), []byte(state), "", "good"); err == nil {
			t.Errorf("%q", state)
		}
	}
}

func TestUnreachable(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	_, err := oidc.Open(t.Context(), oidc.Config{Issuer: gone.URL, ClientID: "gangmu"})
	if err == nil || fault.Of(err).Code != "oidc-unreachable" {
		t.Error(err)
	}
}
