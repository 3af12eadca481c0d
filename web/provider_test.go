package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"gangmu/office"
	"gangmu/office/oidc"
	"gangmu/office/oidc/oidctest"
	"gangmu/web"
)

// The way through an identity provider, in a browser without scripts.
func TestProvider(t *testing.T) {
	w := newWorld(t)
	people := w.settle()
	p := oidctest.New(t)
	source := &oidc.Source{Name: "市统一认证", Config: oidc.Config{Issuer: p.URL, ClientID: "gangmu", ClientSecret: "s"}}
	var handler http.Handler
	w.Server = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) { handler.ServeHTTP(rw, r) }))
	t.Cleanup(w.Server.Close)
	source.Config.Redirect = w.URL + web.ProviderBack
	handler = web.New(web.Config{Office: w.office, Version: "test", OIDC: source, Address: w.URL})

	p.Subject = "u-17"
	v := w.visitor()
	v.get("/sign-in?next=/units").sees(200, "用市统一认证登录")
	start := v.find(`href="(/sign-in/provider[^"]*)"`)
	v.get(start).sees(401, "还没有关联的账号", "u-17")

	// The administrator links it, on the person's page.
	admin := people[office.System].get("/people")
	admin.get(admin.find(`href="(/people/[0-9a-z]{26})">领导`)).sees(200, "没有关联")
	link := admin.path + "/identity"
	admin.post(link, "issuer", p.URL, "name", "").sees(422, "标识")
	admin.post(link, "issuer", p.URL, "name", "u-17").sees(200, "u-17", "解除关联")
	v.get(start).sees(200, "本级政府", "领导")
	if v.path != "/units" {
		t.Errorf("it goes on to %s", v.path)
	}
	v.get("/account").sees(200, "统一认证")
	v.post("/sign-out").sees(200, "同时退出统一认证")
	end := v.find(`href="([^"]+/end\?[^"]+)"`)
	if u, err := url.Parse(end); err != nil || u.Query().Get("client_id") != "gangmu" || u.Query().Get("post_logout_redirect_uri") != w.URL+"/sign-in" {
		t.Error(end)
	}

	admin.post(link+"/remove", "issuer", p.URL, "name", "u-17", "reason", "调离").sees(200, "没有关联")
	v.get(start).sees(401, "还没有关联的账号")

	// What did not begin here, or was begun twice, does not count.
	w.visitor().get(web.ProviderBack+"?state=x&code=good").sees(401, "统一认证没有完成")
	v.get(web.ProviderBack+"?state=x&code=good").sees(401, "统一认证没有完成")
}

// Without a provider there is none, and with one that is down local accounts work.
func TestProviderIsDown(t *testing.T) {
	w := newWorld(t)
	w.settle()
	w.visitor().get("/sign-in/provider").sees(404)
	w.visitor().get(web.ProviderBack).sees(404)
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	source := &oidc.Source{Name: "市统一认证", Config: oidc.Config{Issuer: gone.URL, ClientID: "gangmu"}}
	w.Server = httptest.NewServer(web.New(web.Config{Office: w.office, Version: "test", OIDC: source}))
	t.Cleanup(w.Server.Close)
	v := w.visitor()
	v.get("/sign-in/provider").sees(503, "连不上统一认证系统")
	v.post("/sign-in", "login", "leader", "password", password, "next", "/units").sees(200, "本级政府")
}
