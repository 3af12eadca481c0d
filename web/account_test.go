package web_test

import (
	"testing"

	"gangmu/office"
)

func TestAccount(t *testing.T) {
	w := newWorld(t)
	all := w.settle()
	v := all[office.Reporter]
	v.get("/account").sees(200, "填报人", "当前登录", "没有绑定", "程序接口令牌")
	v.post("/account/tokens", "name", "报表程序", "days", "0").sees(422, "有效期", `value="报表程序"`)
	v.post("/account/tokens", "name", "报表程序", "days", "30").sees(200, "只显示这一次", "报表程序")
	key := v.find(`<code class="link">(gangmu_[^<]+)</code>`)
	if a, err := w.office.AuthenticateToken(t.Context(), key, "10.0.0.7"); err != nil || !a.Has(office.Reporter) {
		t.Errorf("%+v %v", a, err)
	}
	v.get("/account").sees(200, "报表程序")
	revoke := v.find(`action="(/account/tokens/[^"]+/revoke)"`)
	all[office.Leader].post(revoke).sees(404)
	v.post(revoke).sees(200)
	if _, err := w.office.AuthenticateToken(t.Context(), key, "10.0.0.7"); err == nil {
		t.Error("a revoked token counts")
	}
	all[office.Audit].get("/audit").sees(200, "新建令牌", "作废令牌", "api:报表程序")

	elsewhere := w.visitor().post("/sign-in", "login", "reporter", "password", password)
	elsewhere.get("/account").sees(200, "填报人")
	v.get("/account")
	v.post(v.find(`action="(/account/sessions/[^"]+/end)"`)).sees(200)
	elsewhere.get("/account").sees(200, "登录名")
	if elsewhere.path != "/sign-in" {
		t.Error("a session that was ended goes on")
	}
}
