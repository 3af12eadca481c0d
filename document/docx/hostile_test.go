package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"gangmu/document"
)

func TestRefused(t *testing.T) {
	whole := packed(body(p("甲")))
	nested := func(n int) string {
		return strings.Repeat("<w:tbl><w:tr><w:tc>", n) + p("甲") + strings.Repeat("</w:tc></w:tr></w:tbl>", n)
	}
	damaged := bytes.Clone(whole)
	at := bytes.Index(damaged, []byte(mainPart)) + len(mainPart)
	damaged[at+5] ^= 0x55
	tests := []struct {
		name string
		data []byte
		code string
	}{
		{"truncated", whole[:len(whole)/2], document.CodeDamaged},
		{"damaged", damaged, document.CodeDamaged},
		{"no zip", []byte("PK\x03\x04"), document.CodeDamaged},
		{"no main part", packed(parts{"x": "y"}), document.CodeDamaged},
		{"other root", packed(parts{mainPart: "<html/>"}), document.CodeDamaged},
		{"no namespace", packed(parts{mainPart: "<document><body/></document>"}), document.CodeDamaged},
		{"XML breaks off", packed(parts{mainPart: strings.TrimSuffix(main(p("甲")), "</w:body></w:document>")}), document.CodeDamaged},
		{"wrong end tag", packed(body("<w:p></w:r>")), document.CodeDamaged},
		{"other encoding", packed(parts{mainPart: `<?xml version="1.0" encoding="GBK"?><a/>`}), document.CodeDamaged},
		{"broken bytes", packed(body(p("\xff"))), document.CodeDamaged},
		{"broken styles", packed(parts{mainPart: main(p("甲")), stylesPart: "<a>"}), document.CodeDamaged},
		{"unknown entity", packed(body(p("&x;"))), document.CodeUnsafe},
		{"declared entity", packed(parts{mainPart: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + main(p("&a;"))}), document.CodeUnsafe},
		{"entities in entities", packed(parts{mainPart: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` + main(p("&b;"))}), document.CodeUnsafe},
		{"nested tables", packed(body(nested(200))), document.CodeTooLarge},
		{"nested elements", packed(body(strings.Repeat("<w:x>", 5000) + strings.Repeat("</w:x>", 5000))), document.CodeTooLarge},
		{"span of millions", packed(body(tbl(tr(tc(`<w:gridSpan w:val="99999999"/>`, p("a")), tc("", p("b")))))), document.CodeTooLarge},
		{"indent of millions", packed(body(tbl(`<w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr>` + tc("", p("b")) + `</w:tr>`))), document.CodeTooLarge},
		{"one wide row among many", packed(body(tbl(tr(tc(`<w:gridSpan w:val="100000"/>`, p("a")), tc("", p("b"))), strings.Repeat(tr(tc("", p("c")), tc("", p("d"))), 100)))), document.CodeTooLarge},
		{"too many styles", packed(parts{mainPart: main(p("甲")), stylesPart: side("styles", strings.Repeat("<w:style/>", mostDefinitions+1))}), document.CodeDamaged},
		{"a million cells", packed(body(tbl(strings.Repeat(tr(strings.Repeat("<w:tc/>", 1000)), 1000)))), document.CodeTooLarge},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(context.Background(), test.data, document.Limits{})
			if codeOf(err) != test.code {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Numbers that no program writes are taken as if they were not there.
func TestOddNumbers(t *testing.T) {
	for _, v := range []string{"-1", "0", "x", "", "99999999999999999999"} {
		files := body(tbl(tr(tc(`<w:gridSpan w:val="`+v+`"/><w:vMerge w:val="`+v+`"/>`, p("a")), tc("", p("b")))) +
			`<w:p><w:pPr><w:outlineLvl w:val="` + v + `"/><w:numPr><w:ilvl w:val="` + v + `"/><w:numId w:val="` + v + `"/></w:numPr></w:pPr><w:r><w:sym w:char="` + v + `"/><w:t>甲</w:t></w:r></w:p>`)
		if got := len(read(t, files).Blocks); got != 2 {
			t.Errorf("%q: %d blocks", v, got)
		}
	}
}

func TestEncryptedPart(t *testing.T) {
	data := packed(body(p("甲")))
	for _, header := range []struct {
		signature string
		flags     int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		data[bytes.Index(data, []byte(header.signature))+header.flags] |= 1
	}
	if _, err := Read(context.Background(), data, document.Limits{}); codeOf(err) != document.CodeEncrypted {
		t.Errorf("got %v", err)
	}
}

// bomb is an archive whose main part inflates to size bytes, and says so or
// not.
func bomb(t *testing.T, size int, honest bool) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create(mainPart)
	if err != nil {
		t.Fatal(err)
	}
	head := main(p("甲"))
	fmt.Fprint(w, strings.TrimSuffix(head, "</w:body></w:document>"))
	spaces := bytes.Repeat([]byte(" "), 1<<20)
	for range size >> 20 {
		w.Write(spaces)
	}
	fmt.Fprint(w, "</w:body></w:document>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	if !honest {
		entry := bytes.Index(data, []byte("PK\x01\x02"))
		copy(data[entry+24:], []byte{1, 0, 0, 0}) // one byte
	}
	return data
}

func TestZipBomb(t *testing.T) {
	const size = 64 << 20
	for _, honest := range []bool{true, false} {
		data := bomb(t, size, honest)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(context.Background(), data, document.Limits{Expanded: 1 << 20})
		runtime.ReadMemStats(&after)
		if code := codeOf(err); code != document.CodeTooLarge && (honest || code != document.CodeDamaged) {
			t.Errorf("honest %v: %v", honest, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 8<<20 {
			t.Errorf("honest %v: %d MB allocated", honest, used>>20)
		}
	}
}

func TestMillionParts(t *testing.T) {
	entry := "PK\x01\x02" + strings.Repeat("\x00", 42)
	data := []byte(strings.Repeat(entry, 20_001))
	if _, err := Read(context.Background(), data, document.Limits{}); codeOf(err) != document.CodeDamaged {
		t.Errorf("got %v", err)
	}
}

func TestLimits(t *testing.T) {
	for name, test := range map[string]struct {
		body   string
		limits document.Limits
	}{
		"paragraphs":       {strings.Repeat(p("甲"), 11), document.Limits{Blocks: 10}},
		"blank paragraphs": {strings.Repeat("<w:p/>", 11), document.Limits{Blocks: 10}},
		"runs":             {"<w:p>" + strings.Repeat("<w:r><w:t>甲</w:t></w:r>", 11) + "</w:p>", document.Limits{Places: 10}},
		"cells":            {tbl(strings.Repeat(tr(tc("", p("甲"))), 11)), document.Limits{Cells: 10}},
	} {
		if _, err := Read(context.Background(), packed(body(test.body)), test.limits); codeOf(err) != document.CodeTooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Numbers count as expanded text: a long one on every paragraph is much.
func TestLongNumbers(t *testing.T) {
	files := func(layout string) parts {
		return parts{
			mainPart: main(strings.Repeat(item(1, 0, "甲"), 3000)),
			numbersPart: side("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl(0, "decimal", layout, "")+
				`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`),
		}
	}
	limits := document.Limits{Expanded: 1 << 20}
	if _, err := Read(context.Background(), packed(files(strings.Repeat("%1", 500))), limits); codeOf(err) != document.CodeTooLarge {
		t.Errorf("long layout: %v", err)
	}
	doc, err := Read(context.Background(), packed(files(strings.Repeat("%1", 1<<19))), document.Limits{})
	if err != nil || doc.Blocks[0].Text.S != "甲" {
		t.Errorf("a layout that Word would not take: %v", err)
	}
}

// Many paragraphs that run on into each other cost no more than others.
func TestJoinedParagraphs(t *testing.T) {
	const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>发展</w:t></w:r></w:p>`
	const n = 50_000
	doc := read(t, body(strings.Repeat(joined, n)+p("完")))
	if len(doc.Blocks) != 1 || len(doc.Blocks[0].Text.S) != n*len("发展")+len("完") {
		t.Errorf("%d blocks", len(doc.Blocks))
	}
}

// Fields that are never ended do not make every text slower.
func TestOpenFields(t *testing.T) {
	field := `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>甲</w:t></w:r></w:p>`
	if got := len(read(t, body(strings.Repeat(field, 20_000))).Blocks); got != 20_000 {
		t.Errorf("%d paragraphs", got)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	files := body(strings.Repeat(p("甲"), 2000))
	if _, err := Read(ctx, packed(files), document.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
