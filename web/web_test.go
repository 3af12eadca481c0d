package web_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gangmu/office"
	"gangmu/web"
)

func TestFirstStart(t *testing.T) {
	w := newWorld(t)
	v := w.visitor()
	v.get("/").sees(200, "登录")
	v.get(web.LinkPath(w.link)).sees(200, "系统管理员", "登录名 admin")
	v.post(web.LinkPath(w.link), "password", password, "again", "Yunxi-2027").sees(422, "两次输入的新口令不一样")
	v.post(web.LinkPath(w.link), "password", "short", "again", "short").sees(422, "没有完成")
	v.enrol(web.LinkPath(w.link))
	v.get("/").sees(200, "本级政府")
	v.post("/sign-out")
	v.get("/units").sees(200, "登录")
	w.visitor().get(web.LinkPath(w.link)).sees(401, "链接已经用过或过期")
}

func TestSignIn(t *testing.T) {
	w := newWorld(t)
	w.settle()
	v := w.visitor()
	v.post("/sign-in", "login", "leader", "password", "wrong", "next", "/units").sees(401, "登录名或口令不对", `value="leader"`)
	v.post("/sign-in", "login", "leader", "password", password, "next", "/units").sees(200, "本级政府")
	if v.path != "/units" {
		t.Errorf("signed in, it goes on to %s", v.path)
	}
	v.post("/sign-out")
	for _, next := range []string{"//evil.example/", "https://evil.example/", `/\evil.example`} {
		v.post("/sign-in", "login", "leader", "password", password, "next", next)
		if v.path != "/plan" { // the first page of the navigation
			t.Errorf("next=%s leads to %s", next, v.path)
		}
	}
}

// The navigation leads nobody to what he is refused.
func TestNavigation(t *testing.T) {
	all := newWorld(t).settle()
	link := regexp.MustCompile(`<nav class="across".*?</nav>`)
	href := regexp.MustCompile(`href="([^"]+)"`)
	for role, v := range all {
		for _, m := range href.FindAllStringSubmatch(link.FindString(v.get("/").body), -1) {
			if v.get(m[1]); v.status != 200 {
				t.Errorf("%s: the navigation leads to %s: %d", role, m[1], v.status)
			}
		}
	}
}

// Commands that a role may not give are refused whatever the page offered.
func TestRefusedCommands(t *testing.T) {
	all := newWorld(t).settle()
	deputy := all[office.Deputy]
	deputy.post("/units", "code", "x", "name", "x", "kind", "department", "parent", "root", "from", "2026-01-01").sees(403, "权限")
	deputy.post("/people", "login", "xx", "name", "x", "unit", "root").sees(403)
	all[office.Public].post("/units", "code", "x").sees(401, "请重新登录")
	all[office.Audit].get("/audit?outcome=refused").sees(200, "管理账号", "被拒", "人大代表")
	all[office.Audit].get("/audit?outcome=refused&format=csv").sees(200, "被拒")
}

func TestUnits(t *testing.T) {
	admin := newWorld(t).settle()[office.System]
	admin.post("/units", "code", "root.fgw", "name", "区发展改革委", "kind", "department", "parent", "root", "from", "2026-01-01").sees(200, "区发展改革委", "root.fgw")
	admin.post("/units", "code", "root.fgw", "name", "另一个", "kind", "department", "parent", "root", "from", "2026-01-01").sees(409, "已经用过", `value="另一个"`)
	admin.post("/units/root.fgw/change", "name", "区发改委", "parent", "root", "reason", "").sees(422, "理由")
	admin.post("/units/root.fgw/change", "name", "区发改委", "parent", "root", "reason", "机构改革").sees(200, "区发改委")
	admin.get("/units?q=发改").sees(200, "1 行，共 2 行", "区发改委")
	admin.get("/units?q=发改&format=csv").sees(200, "区发改委,root.fgw")
	if strings.Contains(admin.body, "本级政府") {
		t.Error("the file has rows that the filter leaves out")
	}
	admin.get("/units?format=xlsx").sees(200)
	if !strings.HasPrefix(admin.body, "PK") {
		t.Error("no workbook")
	}
	admin.get("/units?sort=-name").sees(200, `aria-sort="descending"`)
}

func TestHeaders(t *testing.T) {
	v := newWorld(t).visitor().get("/sign-in")
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Referrer-Policy": "same-origin",
	} {
		if got := v.header.Get(name); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	style := v.find(`href="(/static/[^"]+style.css)"`)
	v.get(style).sees(200, "--accent")
	if got := v.header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("style: %q", got)
	}
	v.get("/static/0000/style.css").sees(404)
	v.get("/nowhere").sees(404, "没有找到")
}

func TestLanguage(t *testing.T) {
	v := newWorld(t).visitor()
	v.get("/sign-in?lang=en").sees(200, "Sign in", `lang="en"`)
	v.get("/sign-in").sees(200, "Sign in")
	v.get("/sign-in?lang=zh").sees(200, "登录")
}

// A form that another site sends is refused.
func TestCrossOrigin(t *testing.T) {
	w := newWorld(t)
	v := w.visitor()
	req := v.request("POST", "/sign-out")
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	res, err := v.client.Do(req)
	if v.take(res, err); v.status != 403 {
		t.Errorf("status %d", v.status)
	}
}

// Every text that pages and code ask for stands in the catalogue, and every text
// of the catalogue is asked for.
func TestWords(t *testing.T) {
	catalogue, err := os.ReadFile("words.tsv")
	ok(t, err)
	known := map[string]bool{}
	for line := range strings.Lines(string(catalogue)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(parts) != 3 || parts[1] == "" || parts[2] == "" || known[parts[0]] {
			t.Errorf("bad line %q", line)
		}
		known[parts[0]] = true
	}
	var source strings.Builder
	for _, pattern := range []string{"*.go", "templates/*.html"} {
		files, err := filepath.Glob(pattern)
		ok(t, err)
		for _, f := range files {
			b, err := os.ReadFile(f)
			ok(t, err)
			source.Write(b)
		}
	}
	for _, m := range regexp.MustCompile(`(?:\.t\(|\{t |\(t |title: )"([a-z.]+[a-z])"`).FindAllStringSubmatch(source.String(), -1) {
		if !known[m[1]] {
			t.Errorf("%s has no text", m[1])
		}
	}
	for key := range known {
		used := strings.Contains(source.String(), `"`+key+`"`)
		for i, c := range key { // a page may put the end of a key together
			used = used || c == '.' && strings.Contains(source.String(), `"`+key[:i+1]+`"`)
		}
		if !used {
			t.Errorf("%s is not used", key)
		}
	}
}
