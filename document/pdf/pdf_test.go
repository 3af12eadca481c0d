package pdf

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/document/internal/page"
	"gangmu/document/internal/typeset"
	"gangmu/sample"
)

func read(t *testing.T, data []byte) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func codeOf(err error) string {
	var e *document.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func docxOf(t *testing.T, data []byte) *document.Document {
	t.Helper()
	doc, err := docx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// outline is the tree, without spaces and line ends.
func outline(t *testing.T, doc *document.Document) []string {
	t.Helper()
	var b strings.Builder
	if err := doc.Print(&b); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.NewReplacer(" ", "", "⏎", "").Replace(b.String()), "\n")
}

// Fonts that are named and not embedded, in the encodings of Chinese offices,
// read right.
func TestCMaps(t *testing.T) {
	pages := typeset.Document(docxOf(t, sample.Docx))
	want, err := page.Compose(context.Background(), "pdf", pages, document.NewBudget(document.Limits{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, font := range []typeset.CMap{typeset.GBK, typeset.GB, typeset.UCS2} {
		t.Run(string(font), func(t *testing.T) {
			got := read(t, typeset.PDF(pages, font))
			if diff := cmp.Diff(outline(t, want), outline(t, got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A report that LibreOffice prints reads as its Word file.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: LibreOffice (soffice) is not installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "report.docx")
	if err := os.WriteFile(file, sample.Docx, 0o600); err != nil {
		t.Fatal(err)
	}
	convert := exec.Command(office, "--headless", "-env:UserInstallation=file://"+dir, "--convert-to", "pdf", "--outdir", dir, file)
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "report.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	want := outline(t, docxOf(t, sample.Docx))
	if diff := cmp.Diff(unplaced(want), unplaced(outline(t, read(t, data)))); diff != "" {
		t.Error(diff)
	}
}

// unplaced are lines of an outline without the line numbers, which count blank
// paragraphs in Word.
func unplaced(lines []string) (out []string) {
	for _, l := range lines {
		kind, rest, found := strings.Cut(l, ":1")
		if kind = strings.TrimRight(kind, "0123456789"); found && (kind == "p" || strings.HasPrefix(kind, "h")) {
			l = kind[:1] + rest
		}
		out = append(out, l)
	}
	return out
}

func sheet(lines ...string) *typeset.Sheet {
	s := typeset.A4()
	for i, l := range lines {
		s.Write(100, 100+30*float64(i), 14, l)
	}
	return s
}

// Each character knows its number on its page.
func TestSource(t *testing.T) {
	first, second := sheet("一季度，增长8%。"), sheet("二季度，增长9%。")
	doc := read(t, typeset.PDF([]page.Page{first.Page, second.Page}, typeset.GBK))
	if diff := cmp.Diff([]string{"1", "2"}, doc.Parts); diff != "" {
		t.Error(diff)
	}
	text := doc.Blocks[1].Text
	start := strings.Index(text.S, "增长")
	want := []document.Range{{Part: 1, Start: 4, End: 8}}
	if diff := cmp.Diff(want, text.Source(start, start+len("增长9%"))); diff != "" {
		t.Error(diff)
	}
}

func TestRefused(t *testing.T) {
	whole := typeset.PDF([]page.Page{sheet("甲").Page}, typeset.GBK)
	encrypted := strings.Replace(string(whole), "/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("42", 32)+"> /P -4 >> /ID [<41> <41>]", 1)
	for name, test := range map[string]struct{ data, code string }{
		"header alone": {"%PDF-1.7\n", document.CodeDamaged},
		"noise":        {"%PDF-1.7\n" + strings.Repeat("\x00\xff1 0 obj", 99), document.CodeDamaged},
		"encrypted":    {encrypted, document.CodeEncrypted},
		"other cipher": {strings.Replace(encrypted, "/Filter /Standard", "/Filter /Other", 1), document.CodeEncrypted},
	} {
		if _, err := Read(context.Background(), []byte(test.data), document.Limits{}); codeOf(err) != test.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read(context.Background(), whole, document.Limits{Expanded: 50}); codeOf(err) != document.CodeTooLarge {
		t.Errorf("characters: %v", err)
	}
	many := typeset.PDF(make([]page.Page, mostPages+1), typeset.GBK)
	if _, err := Read(context.Background(), many, document.Limits{}); codeOf(err) != document.CodeTooLarge {
		t.Errorf("pages: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, typeset.PDF([]page.Page{sheet("甲").Page}, typeset.GBK), document.Limits{}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// A file whose end is missing is read as far as it can be, as other programs do.
func TestCutOff(t *testing.T) {
	whole := string(typeset.PDF([]page.Page{sheet("甲").Page}, typeset.GBK))
	body, _, _ := strings.Cut(whole, "xref")
	if got := read(t, []byte(body+"trailer << /Root 1 0 R >>")); len(got.Blocks) != 1 {
		t.Errorf("%d blocks", len(got.Blocks))
	}
}
