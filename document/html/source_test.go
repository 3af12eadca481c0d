package html

import (
	"context"
	"html"
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
	utf "golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/internal/reference"
)

// checkSource holds that every character of every text stands on bytes that
// say it, in order, and that places go up.
func checkSource(t testing.TB, data []byte, doc *document.Document) {
	t.Helper()
	for b := range doc.Paragraphs() {
		checkText(t, data, doc.Encoding, b.Text)
	}
	for _, n := range doc.Notes {
		checkText(t, data, doc.Encoding, n.Text)
	}
}

func checkText(t testing.TB, data []byte, encoding string, text document.Text) {
	t.Helper()
	if text.S == "" || strings.TrimSpace(text.S) != text.S {
		t.Fatalf("%q has white space at its ends", text.S)
	}
	end := int64(0)
	for i, r := range text.S {
		n := len(string(r))
		if s := text.Span(i, i+n); s.Line < 1 || s.Column < 1 || s.Block == "" {
			t.Fatalf("%q: byte %d stands at %+v", text.S, i, s)
		}
		ranges := text.Source(i, i+n)
		if len(ranges) == 0 {
			continue // a number
		}
		if len(ranges) > 1 || ranges[0].Start < end || ranges[0].End > int64(len(data)) {
			t.Fatalf("%q: byte %d stands on %v", text.S, i, ranges)
		}
		end = ranges[0].Start
		raw := decoded(encoding, data[ranges[0].Start:ranges[0].End])
		switch {
		case raw == string(r), html.UnescapeString(raw) == string(r), r == '\n' && (strings.HasPrefix(raw, "<") || raw == "\n"):
		case r == ' ' && strings.TrimFunc(html.UnescapeString(raw), unicode.IsSpace) == "":
		case r == '\uFFFD', strings.HasPrefix(raw, "&") && strings.ContainsRune(html.UnescapeString(raw), r):
		default:
			t.Fatalf("%q: %q stands on %q", text.S, r, raw)
		}
	}
}

// decoded is the text of bytes in one of the encodings.
func decoded(encoding string, data []byte) string {
	var s []byte
	switch encoding {
	case "gb18030":
		s, _ = simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	case "utf-16le":
		s, _ = utf.UTF16(utf.LittleEndian, utf.IgnoreBOM).NewDecoder().Bytes(data)
	case "utf-16be":
		s, _ = utf.UTF16(utf.BigEndian, utf.IgnoreBOM).NewDecoder().Bytes(data)
	default:
		s = data
	}
	return string(s)
}

func TestSourceOfCorpus(t *testing.T) {
	data, err := os.ReadFile(reference.Path(t, "corpus", "tongliang-2024", "report.html"))
	if err != nil {
		t.Fatal(err)
	}
	read(t, string(data))
	read(t, inGB(t, string(data)))
}

// pageOf makes pages of pieces that real ones are made of, in any order.
func pageOf(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{
		"<p>", "</p>", "<div>", "</div>", "<div id=zoom>", "<div class=nav>", "<span>", "</span>", "<b>", "<br>", "<h2>", "</h2>", "<ol>", "<li>", "</ol>",
		"<table>", "</table>", "<tr>", "<td>", "<td rowspan=2>", "<td colspan=3>", "<th>", "<thead>", "</td>", "</tr>", "<caption>",
		"<a href=x>", "<a href='#_ftnref1'>", "</a>", "<sup>", "</sup>", "<del>", "</del>", "<pre>", "</pre>", "<p hidden>", "<title>", "</title>", "<!--x-->",
		"地区生产总值增长6.5%，比上年提高0.3个百分点。", "工业", "2.1%", "&nbsp;", "&ldquo;", "&#19968;", "& ", "　　", " ", "\n", "\u00a0", "\u200b", "1.甲", "一、总体",
		strings.Repeat("固定资产投资增长8.4%，其中工业投资增长11.6%。", 3),
	})
	return strings.Join(rapid.SliceOfN(piece, 1, 60).Draw(t, "page"), "")
}

// Whatever a page is made of, what is read of it stands where it says, and the
// same in GB18030.
func TestSource(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		page := pageOf(rt)
		doc, err := Read(context.Background(), []byte(page), document.Limits{})
		if err != nil {
			if codeOf(err) != document.CodeEmpty {
				rt.Fatalf("%v", err)
			}
			return
		}
		checkSource(t, []byte(page), doc)
		other, err := Read(context.Background(), []byte(inGB(t, "<meta charset=gbk>"+page)), document.Limits{})
		if err != nil {
			rt.Fatal(err)
		}
		if other.Encoding == "gb18030" && outline(doc) != outline(other) {
			rt.Fatalf("in GB18030:\n%s\nwant\n%s", outline(other), outline(doc))
		}
	})
}

// A paragraph of running text is never lost, wherever it stands.
func TestNothingLost(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var page strings.Builder
		page.WriteString("<body><ul><li><a href=1>首页</a><li><a href=2>要闻</a><li><a href=3>公开</a></ul>")
		var want []string
		open := rapid.SampledFrom([]string{"<div>", "<div class=a1>", "<section>", "<div id=x><div>", "<table><tr><td>", "<div><a href=4>更多</a>", "<td>", "</div>", ""})
		for i := range rapid.IntRange(1, 6).Draw(rt, "paragraphs") {
			s := strings.Repeat("甲乙丙丁戊己庚辛壬癸", 6) + string(rune('一'+i)) + "。"
			want = append(want, s)
			page.WriteString(open.Draw(rt, "open") + "<p>" + s + "</p>" + rapid.SampledFrom([]string{"", "</div>", "</table>"}).Draw(rt, "close"))
		}
		got := outline(read(t, page.String()))
		for _, s := range want {
			if !strings.Contains(got, s) {
				rt.Fatalf("%s\nis lost in\n%s", s, got)
			}
		}
	})
}
