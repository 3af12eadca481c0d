package odt

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gangmu/document"
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
	f, err := z.Open(contentPart)
	if err != nil {
		return // under another spelling
	}
	part, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for b := range doc.Paragraphs() {
		checkText(t, part, b.Text)
	}
	for _, n := range doc.Notes {
		checkText(t, part, n.Text)
	}
}

func checkText(t testing.TB, part []byte, text document.Text) {
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
		raw := string(part[ranges[0].Start:ranges[0].End])
		if len(ranges) > 1 || ranges[0].Start < end && !strings.HasPrefix(raw, "<text:s") {
			t.Fatalf("%q: byte %d stands on %v", text.S, i, ranges)
		}
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
	data, err := os.ReadFile(reference.Path(t, "corpus", "tongliang-2024", "report.odt"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, data, doc)
}

// Whatever a paragraph is made of, its text stands where it says.
func TestSource(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"甲", "增长6.5%", " ", "\n  ", "&amp;", "&#19968;", "<text:s/>", `<text:s text:c="4"/>`, "<text:tab/>", "<text:line-break/>", "<text:span>乙</text:span>", "<text:span> 丙 </text:span>",
		"<![CDATA[<丁>]]>", "<text:bookmark/>", "<!-- 注 -->", "<text:note><text:note-body>" + p("注") + "</text:note-body></text:note>",
		"<draw:frame><draw:text-box>" + p("框") + "</draw:text-box></draw:frame>",
	})
	rapid.Check(t, func(rt *rapid.T) {
		var xml strings.Builder
		for range rapid.IntRange(1, 4).Draw(rt, "paragraphs") {
			xml.WriteString(p(strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(rt, "pieces"), "")))
		}
		read(t, body(xml.String()))
	})
}
