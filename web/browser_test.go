package web_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"gangmu/office"
)

var shots = flag.String("shots", "", "folder for pictures of every page")

// browser is started once, for all tests; each has a window of its own.
var browser = sync.OnceValues(func() (context.Context, context.CancelFunc) {
	return chromedp.NewContext(context.Background(),
		chromedp.WithAllocatorOptions(chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU))
})

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	if _, err := exec.LookPath("chromium"); err == nil {
		_, stop := browser()
		stop()
	}
	os.Exit(code)
}

// window is a browser window in which somebody is signed in.
func window(t *testing.T, v *visitor) context.Context {
	t.Helper()
	if _, err := exec.LookPath("chromium"); err != nil {
		t.Skip("no chromium: how the pages behave is not tested")
	}
	parent, _ := browser()
	ok(t, chromedp.Do(parent)) // starts it
	ctx, closeWindow := chromedp.NewContext(parent, chromedp.WithNewBrowserContext())
	t.Cleanup(closeWindow)
	ctx, cancel := context.WithTimeout(ctx, 15*time.Minute)
	t.Cleanup(cancel)
	if session := v.session(); session != "" {
		ok(t, chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, at *chromedp.Target) error {
			_, err := cdp.Call(ctx, at, network.SetCookie, network.SetCookieParams{Name: "gangmu", Value: session, URL: v.URL})
			return err
		})))
	}
	return ctx
}

func evaluate[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return out
}

// Every page fits a telephone and a desk, is light enough, and has no fault that
// axe-core calls serious.
func TestLook(t *testing.T) {
	w, all := demoWorld(t)
	axe, err := os.ReadFile("assets/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Log("no axe-core (npm --prefix web/assets ci): accessibility is not tested")
	}
	for role, paths := range w.looks(all) {
		ctx := window(t, all[role])
		for _, path := range paths {
			if all[role].get(path); all[role].status >= 500 {
				t.Errorf("%s: status %d", path, all[role].status)
			}
			look(t, ctx, w, string(role), path, string(axe))
		}
	}
}

// looks are the pages to look at, by who sees them.
func (w *world) looks(all map[office.Role]*visitor) map[office.Role][]string {
	const plan = "/plan/999901-2026"
	planner, admin := all[office.PlanOffice], all[office.System]
	planner.get("/drafts")
	draft := planner.find(`href="(/drafts/[0-9a-z]{26})"`)
	planner.get(plan + "?verdict=missed")
	missed := planner.find(`href="(/plan/999901-2026/\d+)"`)
	planner.upload(strings.TrimPrefix(draft, "/drafts/"), "图片.png", []byte("\x89PNG\r\n\x1a\n"))
	broken := planner.path
	admin.get("/people")
	person := admin.find(`<td[^>]*><a href="(/people/[0-9a-z]{26})"`)
	const watch, sheet = "/watch/999901-2026", "/sheets/999901-2026/999901.nyj/2026-Q3"
	planner.get(watch + "?light=red")
	trade := planner.find(`href="(/watch/999901-2026/\d+)"`)
	return map[office.Role][]string{
		office.Public: {"/sign-in"},
		office.PlanOffice: {
			plan, plan + "?verdict=missed", plan + "/diff", missed, missed + "?lang=en", "/drafts", "/drafts/new", "/account",
			"/units/999901", "/plan/new", "/plan/new?from=last&year=2027&unit=999901", missed + "?asof=" + w.before(), draft + "/compare?old=1&new=1",
			draft, draft + "/1", draft + "/1/plan?row=3", broken,
			"/sheets/999901-2026", "/sheets/999901-2026/999901.swj/2026-09", "/assign/999901-2026",
		},
		office.Leader:   {plan + "?sort=-verdict&lang=en", watch, watch + "?light=red", trade},
		office.Reporter: {"/tasks", sheet},
		office.System:   {"/units", "/units/999901", "/units/new", "/people", "/people/new", person, "/nowhere", "/account/password", "/health", "/settings"},
		office.Security: {person, "/settings", "/account?lang=en"},
		office.Audit:    {"/audit"},
	}
}

// before is an event after which something happened.
func (w *world) before() string {
	w.t.Helper()
	o, err := w.office.SeqOn(w.t.Context(), time.Now().Format(time.DateOnly))
	ok(w.t, err)
	return strconv.FormatInt(o-1, 10)
}

func look(t *testing.T, ctx context.Context, w *world, role, path, axe string) {
	t.Helper()
	ok(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(w.URL+path)))
	file := role + strings.NewReplacer("/", "_", "?", "_", "=", "_", "&", "_").Replace(path)
	for _, width := range []int64{375, 1920, 1280} {
		ok(t, chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)))
		if n := evaluate[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); n > 0 {
			t.Errorf("%s at %d px: %d px too wide", path, width, n)
		}
		if width == 1920 { // as at 1280 px, with more room beside it
			continue
		}
		for _, scheme := range []string{"dark", "light"} {
			colours(t, ctx, scheme)
			if width == 1280 { // 375 px show the same in another place
				faults(t, ctx, path+", "+scheme, axe)
			}
			shoot(t, ctx, fmt.Sprintf("%s-%d-%s", file, width, scheme))
		}
	}
	print(t, ctx, path, file)
	if n := evaluate[int](t, ctx, `new TextEncoder().encode(document.documentElement.outerHTML).length`); n > 200_000 {
		t.Errorf("%s has %d bytes", path, n)
	}
}

// colours has the window prefer light or dark.
func colours(t *testing.T, ctx context.Context, scheme string) {
	t.Helper()
	media(t, ctx, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

func media(t *testing.T, ctx context.Context, m emulation.SetEmulatedMediaParams) {
	t.Helper()
	ok(t, chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, at *chromedp.Target) error {
		_, err := cdp.Call(ctx, at, emulation.SetEmulatedMedia, m)
		return err
	})))
}

// print looks at the page as it is printed on A4: it fits the paper.
func print(t *testing.T, ctx context.Context, path, file string) {
	t.Helper()
	media(t, ctx, emulation.SetEmulatedMediaParams{Media: "print"})
	ok(t, chromedp.Do(ctx, chromedp.EmulateViewport(718, 1000)))
	if n := evaluate[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); n > 0 {
		t.Errorf("%s in print: %d px too wide", path, n)
	}
	shoot(t, ctx, file+"-print")
	media(t, ctx, emulation.SetEmulatedMediaParams{})
}

// faults are the serious ones by axe-core.
func faults(t *testing.T, ctx context.Context, what, axe string) {
	t.Helper()
	if axe == "" {
		return
	}
	ok(t, chromedp.Do(ctx, chromedp.Evaluate[struct{}](axe+"; ({})")))
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`axe.run({resultTypes: ["violations"]}).then(r => r.violations
		.filter(v => v.impact === "serious" || v.impact === "critical")
		.map(v => v.id + ": " + v.help + " " + v.nodes.map(n => n.html).slice(0, 3).join(" ")))`, chromedp.EvalAwaitPromise))
	ok(t, err)
	for _, f := range found {
		t.Errorf("%s: %s", what, f)
	}
}

func shoot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if *shots == "" {
		return
	}
	b, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil { // too long a page for one picture
		b, err = chromedp.Run(ctx, chromedp.CaptureScreenshot())
	}
	ok(t, err)
	ok(t, os.WriteFile(filepath.Join(*shots, name+".png"), b, 0o644))
}

// The way of a report in a browser: sign in, upload, see the findings at their
// places, adopt the plan.
func TestReportInABrowser(t *testing.T) {
	w := newWorld(t)
	all := w.settle()
	ctx := window(t, w.visitor())
	report, err := filepath.Abs("../sample/report.docx")
	ok(t, err)
	all[office.PlanOffice].post("/sign-out")
	ok(t, chromedp.Do(ctx,
		chromedp.Navigate(w.URL+"/"),
		chromedp.SendKeys(`input[name=login]`, "plan-office"),
		chromedp.SendKeys(`input[name=password]`, password+"\r"),
		chromedp.WaitVisible(`a[href="/drafts/new"]`),
		chromedp.Click(`a[href="/drafts/new"]`),
		chromedp.WaitVisible(`input[name=file]`),
		chromedp.SetUploadFiles(`input[name=file]`, []string{report}),
		chromedp.Click(`main button.primary`),
		chromedp.WaitVisible(`#f1`),
	))
	// The places of a finding light up and are in sight.
	ok(t, chromedp.Do(ctx, chromedp.KeyEvent("n")))
	if lit := evaluate[int](t, ctx, `document.querySelectorAll("mark.on").length`); lit < 2 {
		t.Errorf("%d places are lit", lit)
	}
	if !evaluate[bool](t, ctx, `[...document.querySelectorAll("mark.on")].some(m => { const b = m.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight })`) {
		t.Error("the place is not in sight")
	}
	ok(t, chromedp.Do(ctx,
		chromedp.Click(`.vetbar a.primary`),
		chromedp.WaitVisible(`#adopt > summary`),
		chromedp.Click(`#adopt > summary`),
		chromedp.WaitVisible(`input[name=session]`),
		chromedp.SendKeys(`input[name=session]`, "区第二届人民代表大会第六次会议"),
		chromedp.SetValue(`input[name=date]`, "2026-01-16"),
		chromedp.Click(`#adopt button.primary`),
		chromedp.WaitVisible(`.lights`),
	))
	if path := evaluate[string](t, ctx, `location.pathname`); path != "/plan/root-2026" {
		t.Errorf("the plan is at %s", path)
	}
	correctInABrowser(t, ctx, w)
}

// correctInABrowser corrects a result with a reason, and sees the older figure as of
// before.
func correctInABrowser(t *testing.T, ctx context.Context, w *world) {
	t.Helper()
	const shown = `document.querySelector(".lights").textContent`
	missed := evaluate[string](t, ctx, `[...document.querySelectorAll("tbody a")].find(a => a.textContent === "规上工业企业利润增速").getAttribute("href")`)
	ok(t, chromedp.Do(ctx, chromedp.Navigate(w.URL+missed), chromedp.Click(`.sentence a`), chromedp.WaitVisible(`.sentence:not(:has(a))`)))
	if then := evaluate[string](t, ctx, shown); !strings.Contains(then, "2.1") {
		t.Errorf("last year: %s", then)
	}
	ok(t, chromedp.Do(ctx,
		chromedp.Evaluate[struct{}](`document.querySelector("form[action$='/correct']").closest("details").open = true; ({})`),
		chromedp.SendKeys(`form[action$="/correct"] input[name=value]`, "2.4"),
		chromedp.SendKeys(`form[action$="/correct"] input[name=source]`, "年报"),
		chromedp.SendKeys(`form[action$="/correct"] textarea[name=reason]`, "年报核定"),
		chromedp.Click(`form[action$="/correct"] button`),
		chromedp.WaitVisible(`.history li:nth-child(2) a`),
	))
	if now := evaluate[string](t, ctx, shown); !strings.Contains(now, "2.4") {
		t.Errorf("after the correction: %s", now)
	}
	ok(t, chromedp.Do(ctx, chromedp.Click(`.history li:nth-child(2) span a`), chromedp.WaitVisible(`.asof`)))
	if before := evaluate[string](t, ctx, shown); !strings.Contains(before, "2.1") || strings.Contains(before, "2.4") {
		t.Errorf("as of before the correction: %s", before)
	}
}
