package doc

import (
	"context"
	"encoding/binary"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/compound/compoundtest"
)

// A quick save names the settings that it puts on top of a piece, or one of
// them with its value.
func TestModifier(t *testing.T) {
	changes := []raw{raw(op(charHidden, 1)), raw(op(inTable, 1))}
	tests := []struct {
		name string
		prm  int
		want string
	}{
		{"none", 0, ""},
		{"first change", 1, op(charHidden, 1)},
		{"second change", 3, op(inTable, 1)},
		{"no such change", 5, ""},
		{"hidden", 0x01<<8 | 0x5C<<1, op(charHidden, 1)},
		{"level", 0x02<<8 | 0x0C<<1, op(paragraphLevel, 2)},
		{"of no interest", 0x01<<8 | 0x55<<1, ""},
	}
	for _, test := range tests {
		if got := string(modifier(test.prm, changes)); got != test.want {
			t.Errorf("%s: %x, want %x", test.name, got, test.want)
		}
	}
}

// withPieces is a made document with another piece table.
func withPieces(t *testing.T, d made, change func(f *file) (clx []byte)) []byte {
	t.Helper()
	f, err := openFile(d.file(), document.NewBudget(document.Limits{}))
	if err != nil {
		t.Fatal(err)
	}
	clx := change(f)
	at := pairsAt + 8*piecesPart
	binary.LittleEndian.PutUint32(f.main[at:], uint32(len(f.tables)))
	binary.LittleEndian.PutUint32(f.main[at+4:], uint32(len(clx)))
	return compoundtest.Pack(map[string][]byte{"WordDocument": f.main, "1Table": append(f.tables, clx...)})
}

// The changes of pieces stand before them, and win over the pages.
func TestQuickSave(t *testing.T) {
	d := made{body: []para{runsOf(plain("甲"), plain("密"), plain("乙"))}}
	data := withPieces(t, d, func(f *file) []byte {
		clx := f.part(piecesPart)
		copy(newPLC(clx.part(5, clx.u32(1)), 8).data(1)[6:], u16s(1)) // the second piece has the first change
		hidden := op(charHidden, 1)
		return append(append([]byte{1, byte(len(hidden)), 0}, hidden...), clx...)
	})
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(doc); len(got) != 1 || got[0] != "甲乙" {
		t.Errorf("got %q", got)
	}
}

// Pieces may show one place of the stream many times; all of them together must
// fit the limit.
func TestManyPiecesOfOnePlace(t *testing.T) {
	const times, text = 1000, "一二三四五六七八九十"
	data := withPieces(t, made{body: []para{p(text)}}, func(*file) []byte {
		var positions []int
		var pieces []byte
		for i := range times {
			positions = append(positions, 10*i)
			pieces = append(append(append(pieces, 0, 0), u32s(1024)...), 0, 0)
		}
		list := append(u32s(append(positions, 10*times)...), pieces...)
		return append(append([]byte{2}, u32s(len(list))...), list...)
	})
	if _, err := Read(context.Background(), data, document.Limits{}); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(context.Background(), data, document.Limits{Expanded: int64(len(data)) + 10_000}); err == nil {
		t.Error("20,000 bytes of text fit into 10,000")
	}
}
