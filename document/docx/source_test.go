package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/internal/reference"
)

// checkSource holds that the bytes on which each text stands say that text,
// and that places go up.
func checkSource(t testing.TB, data []byte, doc *document.Document) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var inflated [][]byte
	for _, name := range doc.Parts {
		for _, f := range z.File {
			if archive.PartName(f.Name) == archive.PartName(name) {
				in, err := f.Open()
				if err != nil {
					t.Fatal(err)
				}
				part, err := io.ReadAll(in)
				if err != nil {
					t.Fatal(err)
				}
				inflated = append(inflated, part)
				break
			}
		}
	}
	for b := range doc.Paragraphs() {
		checkText(t, inflated, b.Text)
	}
	for _, n := range doc.Notes {
		checkText(t, inflated, n.Text)
	}
}

func checkText(t testing.TB, inflated [][]byte, text document.Text) {
	t.Helper()
	line, end := 0, int64(0)
	for i, r := range text.S {
		s := text.Span(i, i+len(string(r)))
		if s.Line < line || s.Column < 1 || s.Block == "" {
			t.Fatalf("%q: byte %d stands at %+v", text.S, i, s)
		}
		line = s.Line
		ranges := text.Source(i, i+len(string(r)))
		if len(ranges) == 0 {
			continue // a number or a joint
		}
		if len(ranges) > 1 || ranges[0].Start < end {
			t.Fatalf("%q: byte %d stands on %v", text.S, i, ranges)
		}
		raw := string(inflated[ranges[0].Part][ranges[0].Start:ranges[0].End])
		end = ranges[0].End
		if raw == string(r) || strings.HasPrefix(raw, "<") || (r == ' ' && strings.TrimSpace(raw) == "") {
			continue
		}
		var decoded string
		if err := xml.Unmarshal([]byte("<x>"+raw+"</x>"), &decoded); err != nil || decoded != string(r) {
			t.Fatalf("%q: %q stands on %q", text.S, r, raw)
		}
	}
}

func TestSourceOfCorpus(t *testing.T) {
	name := reference.Path(t, "corpus", "tongliang-2024", "report.docx")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, data, doc)
}

// Every whole document of the suite is read, and all of its texts are found in
// their parts.
func TestSuite(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(reference.Path(t, "suites", "docx"), "*.docx"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := Read(context.Background(), data, document.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			checkSource(t, data, doc)
			for table := range doc.Tables() {
				if got := len(table.Grid()); got != len(table.Rows) {
					t.Errorf("%s: %d rows in the grid", table.ID, got)
				}
			}
		})
	}
}

// Whatever a paragraph is written as, its text is its characters and each
// stands where it was written.
func TestSourceOfAnyWriting(t *testing.T) {
	writings := map[string]string{
		"甲": "甲", "A": "A", "&": "&amp;", "<": "&lt;", "二": "&#x4E8C;", "三": "&#19977;",
		"丁": "<![CDATA[丁]]>", "😀": "😀", "己": "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>己",
		"庚": "<!-- 注 -->庚", "辛": "<?x y?>辛",
	}
	var keys []string
	for k := range writings {
		keys = append(keys, k)
	}
	rapid.Check(t, func(t *rapid.T) {
		var want, written strings.Builder
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 30).Draw(t, "characters") {
			want.WriteString(k)
			written.WriteString(writings[k])
		}
		files := body(p(written.String()))
		data := packed(files)
		doc, err := Read(context.Background(), data, document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		text := doc.Blocks[0].Text
		if text.S != want.String() {
			t.Fatalf("text %q, want %q", text.S, want.String())
		}
		for i, r := range text.S {
			ranges := text.Source(i, i+len(string(r)))
			if len(ranges) != 1 {
				t.Fatalf("%q stands on %v", r, ranges)
			}
			raw := files[mainPart][ranges[0].Start:ranges[0].End]
			if raw != string(r) && !(strings.HasPrefix(raw, "&") && strings.HasSuffix(raw, ";") && raw == writings[string(r)]) {
				t.Fatalf("%q stands on %q", r, raw)
			}
		}
	})
}
