package xlsx

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"gangmu/document"
)

func TestRefused(t *testing.T) {
	whole := packed(workbook(table))
	merges := func(n int) string {
		return `<mergeCells>` + strings.Repeat(`<mergeCell ref="A1:ZZ900"/>`, n) + `</mergeCells>`
	}
	wide := tr(strings.Repeat(num("1"), 700))
	tests := []struct {
		name string
		data []byte
		code string
	}{
		{"truncated", whole[:len(whole)/2], document.CodeDamaged},
		{"no zip", []byte("PK\x03\x04"), document.CodeDamaged},
		{"no workbook", packed(parts{"x": "y"}), document.CodeDamaged},
		{"no sheet", packed(workbook(table).with("xl/_rels/workbook.xml.rels", relations(""))), document.CodeDamaged},
		{"no part of a sheet", packed(workbook(table).with("xl/_rels/workbook.xml.rels", relations(relation("rId1", "worksheet", "x.xml")))), document.CodeDamaged},
		{"other root", packed(workbook(table).with(mainPart, "<html/>")), document.CodeDamaged},
		{"other root of a sheet", packed(workbook(table).with("xl/worksheets/sheet1.xml", "<worksheet/>")), document.CodeDamaged},
		{"binary workbook", packed(workbook(table).with(mainPart, "\x83\x01\x00")), document.CodeDamaged},
		{"XML breaks off", packed(workbook("<row><c>")), document.CodeDamaged},
		{"broken strings", packed(workbook(table).with(stringsPart, "<sst>")), document.CodeDamaged},
		{"broken styles", packed(workbook(table).with(stylesPart, "<a>")), document.CodeDamaged},
		{"rows out of order", packed(workbook(`<row r="2"/><row r="1"/>`)), document.CodeDamaged},
		{"row beyond the end", packed(workbook(`<row r="1048577"/>`)), document.CodeDamaged},
		{"cells out of order", packed(workbook(`<row><c r="B1"/><c r="A1"/></row>`)), document.CodeDamaged},
		{"column beyond the end", packed(workbook(`<row><c r="XFE1"/></row>`)), document.CodeDamaged},
		{"declared entity", packed(workbook(table).with(mainPart, `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>`)), document.CodeUnsafe},
		{"entity in a cell", packed(workbook(tr(td("&x;")))), document.CodeUnsafe},
		{"nested elements", packed(workbook(strings.Repeat("<x>", 5000) + strings.Repeat("</x>", 5000))), document.CodeTooLarge},
		{"too many cells", packed(workbook(strings.Repeat(wide, 400))), document.CodeTooLarge},
		{"scattered cells", packed(workbook(scattered(600))), document.CodeTooLarge},
		{"one string in every cell", packed(longStrings(200_000, 4096)), document.CodeTooLarge},
		{"too many shared strings", packed(workbook(table).with(stringsPart, `<sst>`+strings.Repeat(`<si/>`, mostStrings+1)+`</sst>`)), document.CodeDamaged},
		{"overlapping areas", packed(workbook(strings.Repeat(wide, 300), merges(1), strings.ReplaceAll(merges(900), "A1:", "ZZ1:"))), ""},
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

// scattered is rows whose cells share no column.
func scattered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row>%s<c><v>1</v></c><c><v>1</v></c></row>`, strings.Repeat("<c/>", i))
	}
	return b.String()
}

// longStrings is a sheet whose cells all refer to one string of size bytes.
func longStrings(cells, size int) parts {
	row := tr(strings.Repeat(`<c t="s"><v>0</v></c>`, 100))
	return workbook(strings.Repeat(row, cells/100)).with(stringsPart, `<sst><si><t>`+strings.Repeat("a", size)+`</t></si></sst>`)
}

// Areas that cover each other again and again are refused before they cost time.
func TestOverlap(t *testing.T) {
	rows := strings.Repeat(tr(strings.Repeat(num("1"), 100)), 1000)
	var areas strings.Builder
	for c := 'Z'; c >= 'A'; c-- {
		for r := 1000; r > 0; r -= 5 {
			fmt.Fprintf(&areas, `<mergeCell ref="%c%d:CV1000"/>`, c, r)
		}
	}
	_, err := Read(context.Background(), packed(workbook(rows, `<mergeCells>`+areas.String()+`</mergeCells>`)), document.Limits{})
	if codeOf(err) != document.CodeDamaged {
		t.Errorf("got %v", err)
	}
}

// A million formatted rows without a value cost nothing but their bytes.
func TestEmptyRows(t *testing.T) {
	rows := table + strings.Repeat(`<row><c s="1"/><c s="1"/></row>`, 1_000_000)
	doc := read(t, workbook(rows))
	if n := len(doc.Blocks[1].Table.Rows); n != 2 {
		t.Errorf("%d rows", n)
	}
}

func TestZipBomb(t *testing.T) {
	data := packed(workbook(table).with(stringsPart, `<sst>`+strings.Repeat(" ", 64<<20)+`</sst>`))
	for _, honest := range []bool{true, false} {
		if !honest {
			entry := bytes.Index(data, []byte("PK\x01\x02"))
			entry += bytes.Index(data[entry:], []byte(stringsPart)) - 46
			copy(data[entry+24:], []byte{1, 0, 0, 0}) // one byte
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(context.Background(), data, document.Limits{Expanded: 1 << 20})
		runtime.ReadMemStats(&after)
		if code := codeOf(err); code != document.CodeTooLarge && code != document.CodeDamaged {
			t.Errorf("honest %v: %v", honest, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
			t.Errorf("honest %v: %d bytes allocated", honest, used)
		}
	}
}

func TestEncryptedPart(t *testing.T) {
	data := packed(workbook(table))
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		data[at+4] |= 1
	}
	if _, err := Read(context.Background(), data, document.Limits{}); codeOf(err) != document.CodeEncrypted {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	rows := strings.Repeat(tr(num("1"), num("2")), 10_000)
	if _, err := Read(ctx, packed(workbook(rows)), document.Limits{}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// Shapes that make a reader look at the same rows again and again cost no more
// time than others. The limit is far above what they take.
func TestLinear(t *testing.T) {
	gap := func(rows ...string) string { return strings.Join(rows, "<row/>") + "<row/>" }
	tests := map[string]string{
		"lines between gaps":       table + strings.Repeat(gap(tr(td("一、甲"))), 100_000) + tr(num("1"), num("2")),
		"many small, wide tables":  strings.Repeat(gap(`<row>`+td("甲")+`<c r="XFD1" t="inlineStr"><is><t>乙</t></is></c></row>`), 50_000),
		"areas over one long grid": strings.Repeat(tr(num("1"), num("2")), 50_000),
	}
	for name, rows := range tests {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			start := time.Now()
			_, err := Read(ctx, packed(workbook(rows, `<mergeCells>`+strings.Repeat(`<mergeCell ref="A1:B50000"/>`, 9)+`</mergeCells>`)), document.Limits{})
			if took := time.Since(start); err != nil && codeOf(err) == "" || took > 10*time.Second {
				t.Errorf("%v after %v", err, took)
			}
		})
	}
}
