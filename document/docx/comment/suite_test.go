package comment

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/internal/reference"
)

// random comments n stretches of a document, each within a paragraph.
func random(doc *document.Document, n int, rng *rand.Rand) []Comment {
	var out []Comment
	all := texts(doc)
	for i := range n {
		if len(all) == 0 {
			break
		}
		runes := []rune(all[rng.IntN(len(all))].S)
		from := rng.IntN(len(runes))
		to := from + 1 + rng.IntN(min(len(runes)-from, 12))
		for _, t := range all {
			if t.S == string(runes) {
				start := len(string(runes[:from]))
				end := len(string(runes[:to]))
				if on := t.Source(start, end); len(on) > 0 {
					out = append(out, Comment{On: on, Text: []string{fmt.Sprintf("%d:%s", i, written(t, start, end))}, Label: "rule"})
				}
				break
			}
		}
	}
	return out
}

// written is S[start:end] of a text without what the source does not write, such
// as automatic numbers.
func written(t document.Text, start, end int) string {
	var b strings.Builder
	for i, r := range t.S[start:end] {
		if len(t.Source(start+i, start+i+utf8.RuneLen(r))) > 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// laws holds what must be true of any comments on any document.
func laws(tb testing.TB, data []byte, comments []Comment) {
	tb.Helper()
	doc := read(tb, data)
	out := addAll(tb, data, doc, comments)
	again := read(tb, out)
	if diff := cmp.Diff(words(doc), words(again)); diff != "" {
		tb.Error("the text changed", diff)
	}
	main, touched := again.Parts[0], map[string]bool{typesPart: true}
	before, rawBefore := unpacked(tb, data)
	after, rawAfter := unpacked(tb, out)
	for name := range after {
		if name == main || strings.HasSuffix(name, ".rels") || strings.Contains(name, "comments") {
			touched[name] = true
		}
	}
	for name := range before {
		if !touched[name] && rawBefore[name] != rawAfter[name] {
			tb.Errorf("%s is not copied as it is", name)
		}
	}
	cleared, n := clearAll(tb, out)
	if n != len(comments) {
		tb.Errorf("%d of %d comments taken out", n, len(comments))
	}
	restored, _ := unpacked(tb, cleared)
	if diff := cmp.Diff(before, restored); diff != "" {
		tb.Errorf("not restored: %.2000s", diff)
	}
	if string(addAll(tb, cleared, read(tb, cleared), comments)) == "" {
		tb.Error("nothing written")
	}
}

// Every document of the suite that can be read takes comments anywhere.
func TestSuite(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(reference.Path(t, "suites", "docx"), "*.docx"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	files = append(files, reference.Path(t, "corpus", "tongliang-2024", "report.docx"))
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			rng := rand.New(rand.NewPCG(1, 2))
			comments := random(read(t, data), 30, rng)
			if len(comments) == 0 {
				t.Skip("no text")
			}
			laws(t, data, comments)
		})
	}
}

// Whatever a paragraph is written as and wherever the comments lie, they stand on
// their words.
func TestAnyWriting(t *testing.T) {
	writings := map[string]string{
		"甲": "甲", "A": "A", "&": "&amp;", "二": "&#x4E8C;", "😀": "😀", " ": " ",
		"丁": "<![CDATA[丁]]>", "己": "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>己",
		"庚": "<!-- 注 -->庚", "\t": `</w:t><w:tab/><w:t xml:space="preserve">`, "\n": "</w:t><w:br/><w:t>",
		"辛": `</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>辛</w:t></w:r></w:hyperlink><w:r><w:t>`,
		"壬": `</w:t></w:r></w:p><w:p><w:r><w:t>壬`, "癸": `</w:t></w:r><w:ins w:id="1"><w:r><w:t>癸</w:t><w:t/></w:r></w:ins><w:r><w:t/><w:t>`,
	}
	keys := []string{"甲", "A", "&", "二", "😀", " ", "丁", "己", "庚", "\t", "\n", "辛", "壬", "癸"}
	rapid.Check(t, func(rt *rapid.T) {
		var written strings.Builder
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(keys), 1, 20).Draw(rt, "characters") {
			written.WriteString(writings[k])
		}
		data := packed(body(p(r(`<w:t xml:space="preserve">` + written.String() + `</w:t>`))))
		doc := read(t, data)
		all := texts(doc)
		if len(all) == 0 {
			return
		}
		var comments []Comment
		want := map[string]string{}
		for i := range rapid.IntRange(1, 6).Draw(rt, "comments") {
			text := all[rapid.IntRange(0, len(all)-1).Draw(rt, "paragraph")]
			runes := []rune(text.S)
			from := rapid.IntRange(0, len(runes)-1).Draw(rt, "from")
			to := rapid.IntRange(from+1, len(runes)).Draw(rt, "to")
			start, end := len(string(runes[:from])), len(string(runes[:to]))
			said := fmt.Sprint(i)
			comments = append(comments, Comment{On: text.Source(start, end), Text: []string{said}, Label: "rule"})
			want[said] = text.S[start:end]
		}
		out := addAll(t, data, doc, comments)
		content, _ := unpacked(t, out)
		if diff := cmp.Diff(want, commented(t, content, mainPart, commentsName)); diff != "" {
			rt.Fatal(diff)
		}
		if diff := cmp.Diff(words(doc), words(read(t, out))); diff != "" {
			rt.Fatal(diff)
		}
		cleared, _ := clearAll(t, out)
		before, _ := unpacked(t, data)
		after, _ := unpacked(t, cleared)
		if diff := cmp.Diff(before, after); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// FuzzAdd holds that comments on any stretch of any main part leave a file that
// says the same, and that taking them out gives the bytes from before.
func FuzzAdd(f *testing.F) {
	box := `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>` + p(r(t("乙"))) + `</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent>`
	for _, s := range []string{
		p(r(t("甲&amp;乙")), r(t("丙"))), p(r(t("甲") + box + t("丁"))), p(`<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`, r(`<w:tab/>`+t("a<![CDATA[b]]>"))),
		`<w:tbl><w:tr><w:tc>` + p(`<w:hyperlink>`, r(t("甲")), `</w:hyperlink>`) + `</w:tc></w:tr></w:tbl>` + p(`<w:ins>`, r(t("乙")), `</w:ins>`),
		p(`<w:commentRangeStart w:id="2147483647"/>`, r(t("甲")), `<w:commentRangeEnd w:id="0"/>`),
	} {
		f.Add([]byte(mainIn(transitional, "w", s)), []byte(commentsIn(theirs("5", "好"))), int64(300), int64(420))
	}
	f.Fuzz(func(t *testing.T, main, comments []byte, from, to int64) {
		limits := document.Limits{Expanded: 1 << 20, Depth: 64, Blocks: 5_000, Cells: 5_000}
		data := packed(parts{typesPart: contentTypes, mainPart: string(main), commentsName: string(comments), "word/_rels/document.xml.rels": relations("comments", "comments.xml")})
		if _, err := docx.Read(context.Background(), data, limits); err != nil {
			return
		}
		clean, _, err := Clear(context.Background(), data, limits)
		if err != nil {
			return // comments that cannot be read
		}
		doc, err := docx.Read(context.Background(), clean, limits)
		if err != nil {
			t.Fatalf("clearing broke the file: %v", err)
		}
		out, err := Add(context.Background(), clean, doc, []Comment{
			{On: []document.Range{{Start: from, End: to}}, Text: []string{"甲"}, Label: "a"},
			{On: []document.Range{{Start: from + 1, End: to + 1}}, Text: []string{"乙"}, Label: "b"},
		}, Options{Author: "纲目", Limits: limits})
		if err != nil {
			return
		}
		roomy := document.Limits{Depth: 80}
		again, err := docx.Read(context.Background(), out, roomy)
		if err != nil {
			t.Fatalf("commenting broke the file: %v", err)
		}
		if diff := cmp.Diff(words(doc), words(again)); diff != "" {
			t.Fatal("the text changed", diff)
		}
		cleared, n, err := Clear(context.Background(), out, roomy)
		if err != nil || n != 2 {
			t.Fatalf("%d taken out, %v", n, err)
		}
		before, _ := unpacked(t, clean)
		after, _ := unpacked(t, cleared)
		if diff := cmp.Diff(before[mainPart], after[mainPart]); diff != "" {
			t.Fatal(diff)
		}
	})
}
