package web_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"gangmu/office"
)

var pictures = flag.String("pictures", "", "folder for the pictures of the manual")

// TestPictures opens the pages that the manual shows, and takes their pictures
// where a folder is given.
func TestPictures(t *testing.T) {
	w, all := demoWorld(t)
	all[office.Leader].get("/watch/999901-2026?light=red")
	behind := all[office.Leader].find(`href="(/watch/999901-2026/\d+)"`)
	for _, p := range []struct {
		role       office.Role
		path, name string
	}{
		{office.Leader, "/watch/999901-2026", "watch"},
		{office.Leader, behind, "series"},
		{office.PlanOffice, "/assign/999901-2026", "assign"},
		{office.Reporter, "/sheets/999901-2026/999901.nyj/2026-Q3", "sheet"},
	} {
		all[p.role].get(p.path).sees(200)
		ctx := window(t, all[p.role])
		ok(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 800), chromedp.Navigate(w.URL+p.path), chromedp.WaitVisible("main")))
		if *pictures == "" {
			continue
		}
		b, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
		ok(t, err)
		ok(t, os.WriteFile(filepath.Join(*pictures, p.name+".png"), b, 0o644))
	}
}
