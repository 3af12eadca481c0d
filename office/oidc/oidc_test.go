package oidc_test

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"gangmu/fault"
	"gangmu/office/oidc"
)

// provider is a provider within the test. It signs whatever claims it is given.
type provider struct {
	*httptest.Server
	key       *rsa.PrivateKey
	challenge string         // of the sign-in that began last
	claims    map[string]any // of the next token
}

func newProvider(t *testing.T) *provider {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	p := &provider{key: key}
	mux := http.NewServeMux()
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	answer := func(path string, v func() any) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(v())
		})
	}
	answer("/.well-known/openid-configuration", func() any {
		return map[string]any{
			"issuer": p.URL, "authorization_endpoint": p.URL + "/auth", "token_endpoint": p.URL + "/token", "jwks_uri": p.URL + "/keys",
			"id_token_signing_alg_values_supported": []string{"RS256"},
		}
	})
	answer("/keys", func() any {
		return map[string]any{"keys": []any{map[string]any{
			"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "k1", "n": b64(key.N.Bytes()), "e": b64(big.NewInt(int64(key.E)).Bytes()),
		}}}
	})
	mux.HandleFunc("/token", p.token)
	return p
}

// token gives the token for the code "good" to who knows the verifier.
func (p *provider) token(w http.ResponseWriter, r *http.Request) {
	sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	if r.FormValue("code") != "good" || b64(sum[:]) != p.challenge {
		http.Error(w, `{"error":"invalid_grant"}`, http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"access_token": "a", "token_type": "Bearer", "id_token": p.sign()})
}

func (p *provider) sign() string {
	head, _ := json.Marshal(map[string]string{"alg": "RS256", "kid": "k1"})
	body, _ := json.Marshal(p.claims)
	text := b64(head) + "." + b64(body)
	sum := sha256.Sum256([]byte(text))
	signature, _ := rsa.SignPKCS1v15(rand.Reader, p.key, crypto.SHA256, sum[:])
	return text + "." + b64(signature)
}

func b64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func TestSignIn(t *testing.T) {
	p := newProvider(t)
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
			p.challenge = q.Get("code_challenge")
			p.claims = map[string]any{
				"iss": p.URL, "aud": "gangmu", "sub": "u-17", "nonce": q.Get("nonce"), "iat": now.Unix(), "exp": now.Add(time.Hour).Unix(),
			}
			if c.change != nil {
				c.change(p.claims)
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
	p := newProvider(t)
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
