package doc

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"gangmu/document"
	"gangmu/document/internal/compound/compoundtest"
	"gangmu/internal/reference"
)

// tight keeps what a fuzzed file can ask for small.
var tight = document.Limits{Expanded: 1 << 20, Depth: 64, Blocks: 5_000, Cells: 5_000}

// seeds are small documents that use every structure.
func seeds() []made {
	two := []int{0, 1000, 2000}
	return []made{
		{body: []para{runsOf(plain("GDP “8%”"), plain("增长"), hidden("x"), deleted("y")), p("共\x13 = 1 \x14二\x15项\x0c")}},
		{body: []para{tc("a"), tc("b"), tr(two, []int{mergedDown | restarts, 0}, op(rowHeader, 1)), tc(""), inner(tc("1")), inner(tr(two[:2], []int{0})), tc("c"), tr(two, []int{mergedDown, 0}, op(rowMerge, 0, 2))}},
		{
			styles:  []madeStyle{{number: 0, base: none}, {number: 1, base: 0, set: op(paragraphList, 1, 0)}},
			layouts: [][]madeLevel{{{37, "\x00、"}, {0, "\x00.\x01"}}}, starts: map[int]int{2: 5},
			body: []para{p("甲", op(paragraphList, 1, 0)), p("乙", op(paragraphList, 2, 0), op(paragraphLevel, 1)), {runs: []madeRun{plain("丙")}, mark: "\r", style: 1}},
		},
		{
			body: []para{p("甲\x02\x08", op(longSettings, 0, 0, 0, 0)), p("乙\x01")}, footnotes: []para{p("\x02 注"), p("")},
			boxes: []para{p("框"), p("")}, anchors: []int{2}, data: "\x03\x00" + op(inTable, 0),
		},
	}
}

// FuzzStreams holds that any main, table and data stream is read, or refused
// with an error for people.
func FuzzStreams(f *testing.F) {
	for _, d := range seeds() {
		file, err := openFile(d.file(), document.NewBudget(tight))
		if err != nil {
			f.Fatal(err)
		}
		file.settings(0)
		f.Add([]byte(file.main), []byte(file.tables), []byte(file.extra))
	}
	f.Fuzz(func(t *testing.T, main, tables, data []byte) {
		if len(main) > 1<<16 || len(tables) > 1<<16 || len(data) > 1<<14 {
			t.Skip("too large to be of use")
		}
		fuzzed(t, compoundtest.Pack(map[string][]byte{"WordDocument": main, "0Table": tables, "1Table": tables, "Data": data}))
	})
}

// FuzzFile holds the same of whole files, whose container may be damaged.
func FuzzFile(f *testing.F) {
	for _, d := range seeds() {
		f.Add(d.file())
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, data) })
}

func fuzzed(t *testing.T, data []byte) {
	doc, err := Read(context.Background(), data, tight)
	var e *document.Error
	if err != nil {
		if !errors.As(err, &e) {
			t.Fatalf("not an error for people: %v", err)
		}
		return
	}
	for b := range doc.Paragraphs() {
		if b.Text.S == "" || len(b.Text.Lines) == 0 {
			t.Fatalf("a paragraph without text or place: %+v", b)
		}
		b.Text.Source(0, len(b.Text.S))
	}
	for table := range doc.Tables() {
		table.Grid()
	}
}

// Files of the suite with a damaged byte or end are read or refused.
func TestDamagedSuite(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(reference.Path(t, "suites", "doc"), "*.doc"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(data); i += 211 {
			was := data[i]
			data[i] ^= byte(i)*2 + 1
			fuzzed(t, data)
			data[i] = was
		}
		for end := 0; end < len(data); end += 1024 {
			fuzzed(t, data[:end])
		}
	}
}
