package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

	"gangmu/office"
	"gangmu/web"
)

func TestSettings(t *testing.T) {
	all := newWorld(t).settle()
	v := all[office.Security].get("/settings").sees(200, "锁定秒数", `name="lock_seconds" value="300"`)
	form := []string{
		"seq", v.find(`name="seq" value="(\d+)"`), "factor", "all", "password_length", "10", "password_classes", "3", "password_days", "90", "password_history", "5",
		"failures", "5", "lock_seconds", "10", "idle_seconds", "900", "session_hours", "12", "link_hours", "24", "reason", "测评整改",
	}
	v.post("/settings", form...).sees(422, "“锁定秒数”应在30到86400之间", `name="lock_seconds" value="10"`, "测评整改")
	form[15] = "x"
	v.post("/settings", form...).sees(422, "“锁定秒数”应在30到86400之间", `name="lock_seconds" value="x"`)
	form[15] = "600"
	v.post("/settings", form...).sees(200, `name="lock_seconds" value="600"`)
	v.post("/settings", form...).sees(412, "刚刚有人改过")
	all[office.System].get("/settings").sees(200, "600", "由安全管理员修改")
	all[office.Audit].get("/audit").sees(200, "修改设置", "测评整改", `"lock_seconds":600`)
}

func TestHealth(t *testing.T) {
	all := newWorld(t).settle()
	all[office.System].get("/health").sees(200, "没有发现问题", "sqlite", "没有备份记录")
}

// An address from which too many sign-ins fail must wait; others need not, and what
// a visitor claims to be forwarded for is only believed of a proxy.
func TestSignInIsSlowedDown(t *testing.T) {
	w := newWorld(t)
	w.settle()
	app := web.New(web.Config{Office: w.office, Version: "test", Proxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}})
	proxy := httptest.NewServer(app)
	t.Cleanup(proxy.Close)
	try := func(from string) *visitor {
		v := w.visitor()
		v.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		req, err := http.NewRequestWithContext(t.Context(), "POST", proxy.URL+"/sign-in?login=x", nil)
		ok(t, err)
		req.Header.Set("X-Forwarded-For", from)
		res, err := v.client.Do(req)
		return v.take(res, err)
	}
	for range 30 {
		try("203.0.113.9, 192.0.2.1").sees(401)
	}
	if v := try("198.51.100.7, 192.0.2.1"); v.status != 429 || v.header.Get("Retry-After") == "" {
		t.Errorf("status %d, %v", v.status, v.header)
	}
	try("192.0.2.1, 203.0.113.9").sees(401)
}
