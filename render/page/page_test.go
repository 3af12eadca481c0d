package page_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/render"
	"gangmu/render/page"
	"gangmu/vet"
	"gangmu/vet/rules"
	"gangmu/vet/vettest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func made(t testing.TB) render.Vetted {
	doc, result := vettest.Vetted(t)
	return render.Vetted{File: "drafts/草稿.txt", Document: doc, Result: result}
}

// sample is the built-in report with what all rules say of it.
func sample(t testing.TB, file string) render.Vetted {
	t.Helper()
	doc, err := open.ReadFile(context.Background(), filepath.Join("..", "..", "sample", file), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	result, err := vet.Run(context.Background(), vet.NewReading(file, doc, r), nil, rules.All)
	if err != nil {
		t.Fatal(err)
	}
	return render.Vetted{File: file, Document: doc, Plan: r.Plan, Result: result}
}

func write(t testing.TB, l render.Lang, all ...render.Vetted) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, all, "1.2.3", l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, l := range []render.Lang{render.Zh, render.En} {
		var b bytes.Buffer
		if err := page.Fragment(&b, page.NewView([]render.Vetted{made(t)}, "1.2.3", l)); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", "vet."+string(l)+".html")
		if *update {
			if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), b.String()); diff != "" {
			t.Errorf("%s: -want +got; if the change is meant, run go test ./render/page -update\n%s", path, diff)
		}
	}
}

// The page's policy allows its own style and script, and there is nothing else
// that it would have to allow.
func TestThePageNeedsNothingElse(t *testing.T) {
	html := write(t, render.Zh, sample(t, "report.docx"), made(t))
	for _, element := range []string{"style", "script"} {
		parts := regexp.MustCompile(`(?s)<`+element+`>(.*?)</`+element+`>`).FindAllStringSubmatch(html, -1)
		if len(parts) != 1 {
			t.Fatalf("%d elements %s", len(parts), element)
		}
		sum := sha256.Sum256([]byte(parts[0][1]))
		want := element + "-src &#39;sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "&#39;"
		if !strings.Contains(strings.ReplaceAll(html, "&#43;", "+"), want) {
			t.Errorf("the policy does not allow %s", want)
		}
	}
	for _, s := range []string{"http://", "https://", " src=", "@import", "url(", " style=", "<script>alert", " onclick"} {
		if strings.Contains(html, s) {
			t.Errorf("the page holds %q", s)
		}
	}
	if !strings.Contains(html, "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the words of the report are not there")
	}
}

// Without a script the links are all there is: each leads somewhere, and the
// places of a finding stand in the document.
func TestLinksLeadSomewhere(t *testing.T) {
	html := write(t, render.Zh, sample(t, "report.txt"), made(t))
	ids := map[string]int{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(html, -1) {
		ids[m[1]]++
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements are called %s", n, id)
		}
	}
	places := 0
	for _, m := range regexp.MustCompile(` href="#([^"]+)"`).FindAllStringSubmatch(html, -1) {
		if ids[m[1]] == 0 {
			t.Errorf("no place %s", m[1])
		}
		if strings.Contains(m[1], ".") {
			places++
		}
	}
	if places < 30 {
		t.Errorf("only %d places", places)
	}
}

// The words of the document stand in the page in their order.
func TestThePageHoldsTheDocument(t *testing.T) {
	v := sample(t, "report.docx")
	html := regexp.MustCompile(`(?s)<main.*</main>`).FindString(write(t, render.Zh, v))
	html = regexp.MustCompile(`<a class="ref[^>]*>\d+</a>`).ReplaceAllString(html, "")
	text := squeeze(unescape.Replace(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(html, "")))
	at := 0
	for b := range v.Document.Paragraphs() {
		want := squeeze(b.Text.S)
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("%q is missing", want)
		}
		at += i + len(want)
	}
}

var unescape = strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&lt;", "<", "&gt;", ">", "&#43;", "+", "&amp;", "&")

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func TestThePageIsSmall(t *testing.T) {
	if n := len(write(t, render.Zh, sample(t, "report.docx"))); n > 400_000 {
		t.Errorf("%d bytes", n)
	}
}

// A place in another report of the page is linked to it; of a report that the
// page does not show only its name is said.
func TestPlacesInOtherReports(t *testing.T) {
	this, other := made(t), made(t)
	other.File = "2030.docx"
	both, alone := write(t, render.Zh, this, other), write(t, render.Zh, this)
	if strings.Contains(alone, `id="f2.2"`) || !strings.Contains(alone, "2030.docx 第7行") {
		t.Error("alone: the other report's place")
	}
	second := both[strings.LastIndex(both, `<article class="paper"`):]
	if !strings.Contains(second, `id="f2.2"`) {
		t.Error("both: the place is not marked in the other report")
	}
}

func BenchmarkWrite(b *testing.B) {
	v := sample(b, "report.docx")
	b.ReportAllocs()
	for b.Loop() {
		write(b, render.Zh, v)
	}
}
