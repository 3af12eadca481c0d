package doc

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/docx"
)

// The sample report says the same when LibreOffice has made a doc of it.
func TestSampleOfLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts an office program")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: no soffice to make a doc with; install libreoffice-writer")
	}
	dir := t.TempDir()
	sample := filepath.Join("..", "..", "sample", "report.docx")
	cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "doc", "--outdir", dir, sample)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("skipped: soffice fails: %v: %s", err, out)
	}
	data, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	want, err := docx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	data, got := readFile(t, filepath.Join(dir, "report.doc"))
	checkSource(t, data, got)
	if diff := cmp.Diff(outline(want), outline(got)); diff != "" {
		t.Errorf("differs from the docx:\n%s", diff)
	}
	if diff := cmp.Diff(grid(want), grid(got)); diff != "" {
		t.Errorf("tables differ from the docx:\n%s", diff)
	}
}

// outlined is a paragraph and what it is.
type outlined struct {
	Kind  document.Kind
	Level int
	Text  string
}

func outline(doc *document.Document) (out []outlined) {
	for b := range doc.Paragraphs() {
		out = append(out, outlined{b.Kind, b.Level, b.Text.S})
	}
	for _, n := range doc.Notes {
		out = append(out, outlined{Text: n.Text.S})
	}
	return out
}
