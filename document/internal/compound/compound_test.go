package compound

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/compound/compoundtest"
)

func open(t *testing.T, streams map[string][]byte) *File {
	t.Helper()
	f, err := Open(compoundtest.Pack(streams))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestStreams(t *testing.T) {
	long := bytes.Repeat([]byte("0123456789abcdef"), 20_000) // some chunks
	f := open(t, map[string][]byte{"Short": []byte("甲"), "Long": long, "Pool/Workbook": []byte("x")})
	for name, want := range map[string]bool{"Short": true, "Long": true, "Pool": false, "Workbook": false, "short": false} {
		if f.Has(name) != want {
			t.Errorf("%s: %v, want %v", name, !want, want)
		}
	}
	budget := document.NewBudget(document.Limits{})
	if b, err := f.Stream("Long", budget); err != nil || !bytes.Equal(b, long) {
		t.Errorf("long stream: %d bytes, %v", len(b), err)
	}
	if b, err := f.Stream("Short", budget); err != nil || !bytes.HasPrefix(b, []byte("甲")) {
		t.Errorf("short stream: %q, %v", b, err)
	}
	if _, err := f.Stream("Workbook", budget); !errors.Is(err, ErrMissing) {
		t.Errorf("missing stream: %v", err)
	}
}

func TestHostile(t *testing.T) {
	whole := compoundtest.Pack(map[string][]byte{"A": bytes.Repeat([]byte("a"), 9000)})
	directory := 512 * (1 + int(binary.LittleEndian.Uint32(whole[48:])))
	table := len(whole) - 512
	changed := func(at int, v uint32) []byte {
		data := bytes.Clone(whole)
		binary.LittleEndian.PutUint32(data[at:], v)
		return data
	}
	tests := []struct {
		name, code string
		data       []byte
		limits     document.Limits
	}{
		{"nothing", document.CodeDamaged, nil, document.Limits{}},
		{"header alone", document.CodeDamaged, whole[:512], document.Limits{}},
		{"directory in circles", document.CodeDamaged, changed(table+4*(directory/512-1), uint32(directory/512-1)), document.Limits{}},
		{"entry that is its own neighbour", document.CodeDamaged, changed(directory+128+72, 1), document.Limits{}},
		{"larger than the file", document.CodeDamaged, changed(directory+128+120, 1<<30), document.Limits{}},
		{"longer than its sectors", document.CodeDamaged, changed(table, 0xFFFFFFFE), document.Limits{}},
		{"beyond the limit", document.CodeTooLarge, whole, document.Limits{Expanded: 8000}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f, err := Open(test.data)
			if err == nil {
				_, err = f.Stream("A", document.NewBudget(test.limits))
			}
			var e *document.Error
			if !errors.As(err, &e) || e.Code != test.code {
				t.Errorf("got %v, want %s", err, test.code)
			}
		})
	}
}
