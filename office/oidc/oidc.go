// Package oidc signs people in through an OpenID Connect provider: the
// authorization code flow with PKCE, state and nonce. It says who somebody is;
// whether that person has an account is the office's to decide.
package oidc

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"gangmu/fault"
	"gangmu/office"
)

// Config names the provider and how it knows this program.
type Config struct {
	Issuer       string // https://sso.example.gov.cn/realms/gov
	ClientID     string
	ClientSecret string
	Redirect     string       // the address of ours that the browser comes back to
	LoginClaim   string       // of the token, that names an account here (preferred_username); empty: accounts are linked by hand
	Client       *http.Client // default: one with a time limit
	Clock        func() time.Time
}

// Provider is a provider that was reached.
type Provider struct {
	oauth    oauth2.Config
	verifier *oidc.IDTokenVerifier
	client   *http.Client
	issuer   string
	claim    string
	end      string // where a browser signs out of the provider; empty where there is none
	clock    func() time.Time
}

const (
	timeout = 10 * time.Second
	// longest is how long somebody may take to sign in at the provider.
	longest = 10 * time.Minute
)

// Open asks the provider where its parts are.
func Open(ctx context.Context, c Config) (*Provider, error) {
	if c.Client == nil {
		c.Client = &http.Client{Timeout: timeout}
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	provider, err := oidc.NewProvider(oidc.ClientContext(ctx, c.Client), c.Issuer)
	if err != nil {
		return nil, unreachable(err)
	}
	var more struct {
		End string `json:"end_session_endpoint"`
	}
	if err := provider.Claims(&more); err != nil {
		return nil, unreachable(err)
	}
	scopes := []string{oidc.ScopeOpenID}
	if c.LoginClaim != "" {
		scopes = append(scopes, "profile")
	}
	return &Provider{
		end: more.End, claim: c.LoginClaim,
		oauth: oauth2.Config{
			ClientID: c.ClientID, ClientSecret: c.ClientSecret, RedirectURL: c.Redirect,
			Endpoint: provider.Endpoint(), Scopes: scopes,
		},
		verifier: provider.Verifier(&oidc.Config{ClientID: c.ClientID, Now: c.Clock}),
		client:   c.Client, issuer: c.Issuer, clock: c.Clock,
	}, nil
}

// flow is one sign-in under way. It goes to the browser sealed (Office.SealFlow)
// and comes back with it.
type flow struct {
	State, Nonce, Verifier string
	Until                  time.Time
}

// Begin gives the address at the provider, and the state of the sign-in, which
// holds secrets.
func (p *Provider) Begin() (url string, state []byte) {
	f := flow{State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(), Until: p.clock().Add(longest)}
	state, _ = json.Marshal(f) // texts and a time
	return p.oauth.AuthCodeURL(f.State, oidc.Nonce(f.Nonce), oauth2.S256ChallengeOption(f.Verifier)), state
}

// Finish takes what the provider sent back with the browser, and the state of
// Begin, and says who it is.
func (p *Provider) Finish(ctx context.Context, state []byte, gotState, code string) (office.Identity, error) {
	var f flow
	err := json.Unmarshal(state, &f)
	switch {
	case err != nil || f.State == "":
		return office.Identity{}, refused(err)
	case subtle.ConstantTimeCompare([]byte(f.State), []byte(gotState)) != 1, !p.clock().Before(f.Until):
		return office.Identity{}, refused(nil)
	}
	ctx = oidc.ClientContext(ctx, p.client)
	token, err := p.oauth.Exchange(ctx, code, oauth2.VerifierOption(f.Verifier))
	if err != nil {
		return office.Identity{}, refused(err)
	}
	raw, _ := token.Extra("id_token").(string)
	id, err := p.verifier.Verify(ctx, raw)
	if err != nil {
		return office.Identity{}, refused(err)
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(f.Nonce)) != 1 {
		return office.Identity{}, refused(nil)
	}
	out := office.Identity{Issuer: p.issuer, Name: id.Subject}
	if p.claim == "" {
		return out, nil
	}
	claims := map[string]any{}
	if err := id.Claims(&claims); err != nil {
		return office.Identity{}, refused(err)
	}
	out.Login, _ = claims[p.claim].(string)
	return out, nil
}

// End is the address at which a browser signs out of the provider and then comes
// back to an address of ours; empty where the provider has none.
func (p *Provider) End(back string) string {
	u, err := url.Parse(p.end)
	if err != nil || p.end == "" {
		return ""
	}
	q := u.Query()
	q.Set("client_id", p.oauth.ClientID)
	q.Set("post_logout_redirect_uri", back)
	u.RawQuery = q.Encode()
	return u.String()
}

func refused(cause error) error {
	return &fault.Error{
		Kind: fault.Unauthenticated, Code: "oidc-refused",
		Zh:    "统一认证没有完成，或用时太长。请回到登录页重新开始。",
		En:    "The sign-in at the provider was not completed, or took too long. Start again from the sign-in page.",
		Cause: cause,
	}
}

func unreachable(cause error) error {
	return &fault.Error{
		Kind: fault.Unavailable, Code: "oidc-unreachable",
		Zh:    "连不上统一认证系统，或地址不对。请检查设置；本地账号仍可登录。",
		En:    "The identity provider cannot be reached, or its address is wrong. Check the settings; local accounts still work.",
		Cause: cause,
	}
}
