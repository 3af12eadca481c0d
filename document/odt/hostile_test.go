package odt

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"gangmu/document"
)

func TestEncrypted(t *testing.T) {
	files := parts{
		contentPart: "\x8a\x01noise",
		manifestPart: `<!DOCTYPE manifest:manifest PUBLIC "x" "Manifest.dtd"><manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml">` +
			`<manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>`,
	}
	if _, err := Read(context.Background(), packed(files), document.Limits{}); codeOf(err) != document.CodeEncrypted {
		t.Errorf("got %v", err)
	}
}

func TestDamaged(t *testing.T) {
	whole := packed(body(p("甲")))
	for name, data := range map[string][]byte{
		"no archive":    []byte("odt"),
		"cut":           whole[:len(whole)/2],
		"no content":    packed(parts{stylesPart: named("")}),
		"other root":    packed(parts{contentPart: "<a/>"}),
		"unclosed":      packed(parts{contentPart: strings.TrimSuffix(content("", p("甲")), "</office:document-content>")}),
		"not UTF-8":     packed(body(p("\xff"))),
		"broken styles": packed(parts{stylesPart: "<a>", contentPart: content("", p("甲"))}),
	} {
		if _, err := Read(context.Background(), data, document.Limits{}); codeOf(err) != document.CodeDamaged {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnsafe(t *testing.T) {
	for _, xml := range []string{
		`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`,
		`<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>`,
		content("", p("&b;")),
	} {
		if _, err := Read(context.Background(), packed(parts{contentPart: xml}), document.Limits{}); codeOf(err) != document.CodeUnsafe {
			t.Errorf("%.40s: %v", xml, err)
		}
	}
}

func TestZipBomb(t *testing.T) {
	data := packed(body(p("甲") + strings.Repeat(" ", 64<<20)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(context.Background(), data, document.Limits{Expanded: 1 << 20})
	runtime.ReadMemStats(&after)
	if codeOf(err) != document.CodeTooLarge {
		t.Errorf("got %v", err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 8<<20 {
		t.Errorf("%d MB allocated", used>>20)
	}
}

func TestLimits(t *testing.T) {
	wide := `<table:table><table:table-row table:number-rows-repeated="1000">` + cell(`table:number-columns-repeated="1000"`, p("a")) + `</table:table-row></table:table>`
	styles := strings.Repeat(`<style:style style:family="text"/>`, mostDefinitions+1)
	for name, test := range map[string]struct {
		files  parts
		limits document.Limits
		code   string
	}{
		"paragraphs":     {body(strings.Repeat(p("甲"), 11)), document.Limits{Blocks: 10}, document.CodeTooLarge},
		"depth":          {body(strings.Repeat("<text:section>", 600)), document.Limits{}, document.CodeTooLarge},
		"repeated cells": {body(wide), document.Limits{}, document.CodeTooLarge},
		"span":           {body(`<table:table>` + row(cell(`table:number-columns-spanned="999999999"`, p("a"))) + `</table:table>`), document.Limits{}, document.CodeTooLarge},
		"changes":        {body(p(strings.Repeat("甲&lt;", 100))), document.Limits{Places: 50}, document.CodeTooLarge},
		"spaces":         {body(p(strings.Repeat(`甲<text:s text:c="999999999"/>`, 100))), document.Limits{Expanded: 60_000}, document.CodeTooLarge},
		"styles":         {parts{contentPart: content(styles, p("甲"))}, document.Limits{}, document.CodeDamaged},
	} {
		if _, err := Read(context.Background(), packed(test.files), test.limits); codeOf(err) != test.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, packed(body(strings.Repeat(p("甲"), 9000))), document.Limits{}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// Numbers that no program writes are taken as if they were not there.
func TestOddNumbers(t *testing.T) {
	for _, v := range []string{"-1", "0", "x", "", "99999999999999999999"} {
		xml := fmt.Sprintf(`<text:h text:outline-level="%[1]s" text:restart-numbering="true" text:start-value="%[1]s">甲</text:h>`+
			`<text:list text:style-name="L1"><text:list-item text:start-value="%[1]s"><text:p>乙<text:s text:c="%[1]s"/>丙</text:p></text:list-item></text:list>`+
			`<table:table><table:table-row table:number-rows-repeated="%[1]s"><table:table-cell table:number-rows-spanned="%[1]s" table:number-columns-repeated="%[1]s"><text:p>丁</text:p></table:table-cell>`+
			`<table:table-cell><text:p>戊</text:p></table:table-cell></table:table-row></table:table>`, v)
		styles := fmt.Sprintf(`<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="%[1]s" text:display-levels="%[1]s"/>`+
			`<text:list-level-style-number text:level="%[1]s" style:num-format="1"/></text:list-style>`, v)
		doc := read(t, parts{contentPart: content(styles, xml)})
		if len(doc.Blocks) != 3 {
			t.Errorf("%q: %d blocks", v, len(doc.Blocks))
		}
	}
}

// The parts are found whatever their spelling.
func TestPartNames(t *testing.T) {
	data := packed(parts{"Content.XML": content("", p("甲"))})
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil || len(doc.Blocks) != 1 {
		t.Errorf("%v", err)
	}
	if bytes.Contains(data, []byte(contentPart)) {
		t.Error("the part has its usual name")
	}
}
