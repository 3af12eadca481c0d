package doc

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/compound/compoundtest"
)

func TestRefused(t *testing.T) {
	flags := func(f uint16) func(raw) {
		return func(fib raw) { binary.LittleEndian.PutUint16(fib[0x0A:], table1|f) }
	}
	put := func(at int, v uint32) func(raw) {
		return func(fib raw) { binary.LittleEndian.PutUint32(fib[at:], v) }
	}
	whole := made{body: []para{p("甲")}}.file()
	tests := []struct {
		name, code string
		data       []byte
		limits     document.Limits
	}{
		{"encrypted", document.CodeEncrypted, made{fib: flags(encrypted)}.file(), document.Limits{}},
		{"obfuscated", document.CodeEncrypted, made{fib: flags(encrypted | obfuscated)}.file(), document.Limits{}},
		{"Word 95", document.CodeUnsupported, made{fib: put(0, 0x68A5DC)}.file(), document.Limits{}},
		{"no document", document.CodeDamaged, made{fib: put(0, 0)}.file(), document.Limits{}},
		{"other streams", document.CodeDamaged, compoundtest.Pack(map[string][]byte{"Contents": nil}), document.Limits{}},
		{"no table stream", document.CodeDamaged, made{fib: func(fib raw) { fib[0x0B] = 0 }}.file(), document.Limits{}},
		{"no pieces", document.CodeDamaged, made{fib: put(pairsAt+8*piecesPart+4, 0)}.file(), document.Limits{}},
		{"nothing", document.CodeDamaged, nil, document.Limits{}},
		{"half", document.CodeDamaged, whole[:len(whole)/2], document.Limits{}},
		{"large", document.CodeTooLarge, whole, document.Limits{Expanded: 1000}},
		{"many paragraphs", document.CodeTooLarge, made{body: slices.Repeat([]para{p("甲")}, 20)}.file(), document.Limits{Blocks: 10}},
		{"many cells", document.CodeTooLarge, made{body: []para{tc("a"), tr([]int{0, 1}, []int{0}), tc("b"), tr([]int{0, 9}, []int{0})}}.file(), document.Limits{Cells: 1}},
		{"deep tables", document.CodeTooLarge, made{body: []para{p("甲", op(tableDepth, 0xFF, 0xFF, 0xFF, 0x7F))}}.file(), document.Limits{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(context.Background(), test.data, test.limits)
			var e *document.Error
			if !errors.As(err, &e) || e.Code != test.code || e.Message == "" || e.MessageEn == "" {
				t.Errorf("got %v, want %s", err, test.code)
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, made{body: []para{p("甲")}}.file(), document.Limits{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A part that says that it is longer than it is, or stands elsewhere, leaves
// out what it would say.
func TestWithoutSideParts(t *testing.T) {
	for _, part := range []int{stylesPart, characterPages, paragraphPages, layoutsPart, listsPart, footnotesPart, anchorsPart, boxesPart} {
		for _, v := range []uint32{0, 1, 0x7FFFFFFF, 0xFFFFFFFF} {
			d := made{
				layouts:   [][]madeLevel{{{0, "\x00."}}},
				body:      []para{p("甲", op(paragraphList, 1, 0))},
				footnotes: []para{p("注"), p("")}, boxes: []para{p("框"), p("")}, anchors: []int{0},
				fib: func(fib raw) { binary.LittleEndian.PutUint32(fib[pairsAt+8*part+4:], v) },
			}
			doc, err := Read(context.Background(), d.file(), document.Limits{})
			if err != nil || len(doc.Blocks) == 0 || !strings.HasSuffix(doc.Blocks[0].Text.S, "甲") {
				t.Errorf("part %d of %d bytes: %v, %v", part, v, err, doc)
			}
		}
	}
}

// Long settings that name themselves are read some times, not for ever.
func TestSettingsInCircles(t *testing.T) {
	self := op(longSettings, 0, 0, 0, 0)
	d := made{body: []para{p("甲", self)}, data: string(u16s(2*len(self))) + self + self}
	if got := lines(read(t, d)); len(got) != 1 {
		t.Error(got)
	}
}

// Many paragraphs may not share settings of the largest size: looking at them
// would take hours.
func TestSharedSettings(t *testing.T) {
	set := strings.Repeat(op(paragraphOutline, 1), 20_000)
	d := made{body: slices.Repeat([]para{p("甲", op(longSettings, 0, 0, 0, 0))}, 2000), data: string(u16s(len(set))) + set}
	_, err := Read(context.Background(), d.file(), document.Limits{})
	var e *document.Error
	if !errors.As(err, &e) || e.Code != document.CodeDamaged {
		t.Errorf("got %v", err)
	}
}
