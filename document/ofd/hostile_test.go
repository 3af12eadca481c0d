package ofd

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/typeset"
)

func TestRefused(t *testing.T) {
	many := typeset.OFDDocument("", strings.Repeat(`<Page BaseLoc="Page.xml"/>`, mostPages+1))
	tests := []struct {
		name   string
		files  files
		limits document.Limits
		code   string
	}{
		{"no root", files{"Doc_0/Document.xml": ""}, document.Limits{}, document.CodeDamaged},
		{"empty root", file("").with("OFD.xml", `<OFD/>`), document.Limits{}, document.CodeDamaged},
		{"no document", file("").with("OFD.xml", `<OFD><DocBody><DocRoot>x.xml</DocRoot></DocBody></OFD>`), document.Limits{}, document.CodeDamaged},
		{"no page", file("").with("Doc_0/Document.xml", typeset.OFDDocument("", `<Page BaseLoc="x.xml"/>`)), document.Limits{}, document.CodeDamaged},
		{"unclosed page", file("").with("Doc_0/Page.xml", `<Page><Content>`), document.Limits{}, document.CodeDamaged},
		{"encrypted page", file("").with("Doc_0/Page.xml", "\x8a\x01\x02noise"), document.Limits{}, document.CodeEncrypted},
		{"entities", file("").with("Doc_0/Page.xml", `<!DOCTYPE x [<!ENTITY a "aa">]><Page>&a;</Page>`), document.Limits{}, document.CodeUnsafe},
		{"pages", file("").with("Doc_0/Document.xml", many), document.Limits{}, document.CodeTooLarge},
		{"depth", file(strings.Repeat("<PageBlock>", 600)), document.Limits{}, document.CodeTooLarge},
		{"characters", file(line("10", strings.Repeat("甲", 9000))), document.Limits{Expanded: 300_000}, document.CodeTooLarge},
		{"expanded", file(line("10", "甲") + strings.Repeat(" ", 64<<20)), document.Limits{Expanded: 1 << 20}, document.CodeTooLarge},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(context.Background(), typeset.Zip(test.files), test.limits)
			if codeOf(err) != test.code {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Repeated distances and drawings within limits of a few bytes cost little.
func TestBombs(t *testing.T) {
	again := `<CompositeObject ResourceID="9"/>`
	unit := strings.Repeat(line("10", strings.Repeat("甲", 100)), 100)
	for name, f := range map[string]files{
		"distances": file(`<TextObject Size="5"><TextCode DeltaX="g 999999999 1" DeltaY="g 999999999 -1">甲乙</TextCode></TextObject>`),
		"drawings": file("").with(
			"Doc_0/Document.xml", typeset.OFDDocument(`<DocumentRes>Res.xml</DocumentRes>`, `<Page BaseLoc="Page.xml"/>`),
			"Doc_0/Res.xml", `<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="9"><Content>`+unit+`</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`,
			"Doc_0/Page.xml", typeset.OFDPage(strings.Repeat(again, 10_000))),
	} {
		data := typeset.Zip(f)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(context.Background(), data, document.Limits{Expanded: 8 << 20})
		runtime.ReadMemStats(&after)
		if err != nil && codeOf(err) != document.CodeTooLarge {
			t.Errorf("%s: %v", name, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
			t.Errorf("%s: %d MB allocated", name, used>>20)
		}
	}
}

// Numbers that no program writes are taken as if they were not there.
func TestOddNumbers(t *testing.T) {
	for _, v := range []string{"NaN", "Inf", "-Inf", "1e308", "-1e308", "0", "x", "", "99999999999999999999"} {
		objects := fmt.Sprintf(`<TextObject Boundary="%[1]s %[1]s 1 1" CTM="%[1]s 0 0 %[1]s 0 0" Size="%[1]s" HScale="%[1]s"><TextCode X="%[1]s" Y="%[1]s" DeltaX="%[1]s g %[1]s %[1]s">甲乙</TextCode></TextObject>`+
			`<PathObject Boundary="%[1]s 0 0 %[1]s"><AbbreviatedData>M %[1]s 0 L %[1]s %[1]s A 1 %[1]s C</AbbreviatedData></PathObject><ImageObject CTM="%[1]s 0 0 %[1]s 0 0"/>`, v)
		read(t, file(objects+line("10", "丙")))
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, typeset.Zip(file(strings.Repeat(line("10", "甲"), 9000))), document.Limits{}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}
