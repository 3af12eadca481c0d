package page_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"gangmu/render"
)

// browser is started once, for all tests; each has a window of its own.
var browser = sync.OnceValues(func() (context.Context, context.CancelFunc) {
	return chromedp.NewContext(context.Background(),
		chromedp.WithAllocatorOptions(chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU))
})

func TestMain(m *testing.M) {
	code := m.Run()
	if _, err := exec.LookPath("chromium"); err == nil {
		_, stop := browser()
		stop()
	}
	os.Exit(code)
}

// browse opens the page of the sample in a browser; the test is skipped where
// there is none.
func browse(t *testing.T, width int64, hash string) context.Context {
	t.Helper()
	if _, err := exec.LookPath("chromium"); err != nil {
		t.Skip("no chromium: how the page behaves is not tested")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(write(t, render.Zh, sample(t, "report.docx"))), 0o644); err != nil {
		t.Fatal(err)
	}
	parent, _ := browser()
	if err := chromedp.Do(parent); err != nil { // starts it
		t.Fatal(err)
	}
	ctx, closeWindow := chromedp.NewContext(parent)
	t.Cleanup(closeWindow)
	ctx, cancelTime := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancelTime)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate("file://"+file+hash)); err != nil {
		t.Fatal(err)
	}
	return ctx
}

func evaluate[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

func press(t *testing.T, ctx context.Context, keys string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.KeyEvent(keys)); err != nil {
		t.Fatal(err)
	}
}

const (
	lit      = `[...document.querySelectorAll("mark.on")].map(m => m.textContent).join("|")`
	current  = `document.querySelector(".finding.on")?.id ?? ""`
	status   = `document.querySelector("[role=status]").textContent`
	showsLit = `[...document.querySelectorAll("mark.on")].some(m => { const b = m.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight })`
	sideways = `document.documentElement.scrollWidth - innerWidth`
)

func TestWalking(t *testing.T) {
	ctx := browse(t, 1280, "")
	all := evaluate[int](t, ctx, `document.querySelectorAll(".finding").length`)
	if all < 10 || evaluate[string](t, ctx, current) != "" {
		t.Fatalf("%d findings, %q is lit at first", all, evaluate[string](t, ctx, current))
	}
	press(t, ctx, "n")
	if got := evaluate[string](t, ctx, current); got != "f1" {
		t.Fatalf("n leads to %q", got)
	}
	if !evaluate[bool](t, ctx, showsLit) {
		t.Error("the place is not in sight")
	}
	// Places of one finding light up together, and n goes through them first.
	places := evaluate[int](t, ctx, `document.querySelectorAll("#f1 .places a").length`)
	if n := evaluate[int](t, ctx, `document.querySelectorAll("mark.on").length`); n != places || places < 2 {
		t.Errorf("%d places, %d marks are lit: %s", places, n, evaluate[string](t, ctx, lit))
	}
	for range places - 1 {
		press(t, ctx, "n")
	}
	if got := evaluate[string](t, ctx, current); got != "f1" {
		t.Errorf("the last place belongs to %q", got)
	}
	press(t, ctx, "n")
	if got := evaluate[string](t, ctx, current) + evaluate[string](t, ctx, `location.hash`); got != "f2#f2" {
		t.Errorf("behind it stands %q", got)
	}
	press(t, ctx, "p")
	if got := evaluate[string](t, ctx, current); got != "f1" {
		t.Errorf("p leads to %q", got)
	}
}

func TestFiltering(t *testing.T) {
	ctx := browse(t, 1280, "#f1")
	others := evaluate[int](t, ctx, `document.querySelectorAll(".finding:not(.error)").length`)
	if err := chromedp.Do(ctx, chromedp.Click(`input[value=error]`)); err != nil {
		t.Fatal(err)
	}
	shown := evaluate[int](t, ctx, `[...document.querySelectorAll(".finding")].filter(c => c.checkVisibility()).length`)
	if others == 0 || shown != others {
		t.Errorf("%d shown, %d are no errors", shown, others)
	}
	if got := evaluate[string](t, ctx, current); got != "" {
		t.Errorf("%s is lit although it is hidden", got)
	}
	const idle = `[...document.querySelectorAll("mark:not(.off)")].filter(m => !m.dataset.f.split(" ").some(n =>
		document.querySelector(".finding[data-f='" + n + "']").checkVisibility())).length`
	if n := evaluate[int](t, ctx, idle); n != 0 {
		t.Errorf("%d marks of hidden findings", n)
	}
}

func TestAnAddressNamesAFinding(t *testing.T) {
	ctx := browse(t, 1280, "#f2")
	if got := evaluate[string](t, ctx, current); got != "f2" || !evaluate[bool](t, ctx, showsLit) {
		t.Errorf("%q is lit: %s", got, evaluate[string](t, ctx, status))
	}
}

func TestNothingIsWiderThanTheScreen(t *testing.T) {
	for _, width := range []int64{375, 800, 1280} {
		ctx := browse(t, width, "#f1")
		if n := evaluate[int](t, ctx, sideways); n > 0 {
			t.Errorf("at %d px: %d px too wide", width, n)
		}
	}
}
