package brief

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/internal/layout"
	"gangmu/quantity"
	"gangmu/render/word"
)

var update = flag.Bool("update", false, "rewrite the goldens; -out DIR also writes the files to look at")
var out = flag.String("out", "", "a folder for brief.docx and table.xlsx")

func TestMail(t *testing.T) {
	subject, body := Mail(october())
	got := "主题：" + subject + "\n\n" + body
	const golden = "testdata/mail.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Error(d)
	}
	for line := range strings.SplitSeq(body, "\n") {
		if layout.Width(line) > mailWidth+2 { // punctuation may hang
			t.Errorf("a line of %d columns: %s", layout.Width(line), line)
		}
		if strings.HasPrefix(strings.TrimSpace(line), "，") || strings.HasPrefix(strings.TrimSpace(line), "。") {
			t.Errorf("a line begins with punctuation: %s", line)
		}
	}
}

// every calls f for each run of text and table.
func every(blocks []word.Block, f func(word.Role, word.Run)) {
	for _, b := range blocks {
		for _, r := range b.Runs {
			f(b.Role, r)
		}
		for _, l := range b.Lines {
			f(b.Role, word.Run{Text: l})
		}
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			for _, c := range row.Cells {
				every(c.Blocks, f)
			}
		}
	}
}

// No quantity stands in the brief without what it rests on; only title, caption
// and checkpoint print numbers of their own.
func TestEveryFigureIsBound(t *testing.T) {
	m := october()
	bound := 0
	stand, root := m.checkpoint()
	every(m.blocks(), func(role word.Role, r word.Run) {
		if r.Tag != "" {
			bound++
			seq, fact, ok := strings.Cut(r.Tag, " ")
			if n, err := strconv.ParseInt(seq, 10, 64); err != nil || n <= 0 || !ok || fact == "" {
				t.Errorf("%q is bound to %q", r.Text, r.Tag)
			}
			return
		}
		if role == word.Title || role == word.Caption || role == word.Subtitle || r.Text == stand || r.Text == root {
			return
		}
		for _, q := range quantity.Mentions(r.Text) {
			if q.Kind == quantity.Amount {
				t.Errorf("%s: %q stands unbound in %q", role, r.Text[q.Start:q.End], r.Text)
			}
		}
	})
	if bound < 60 {
		t.Errorf("only %d figures are bound", bound)
	}
}

func TestFiguresOfASentence(t *testing.T) {
	var got []string
	for _, r := range (&text{}).sentence("目标8%，1—10月5.7%，低2.3个百分点", Ref{"fact", 7}, Ref{"target", 3}).runs {
		got = append(got, r.Text+"<"+r.Tag+">")
	}
	if d := cmp.Diff([]string{"目标<>", "8%<3 target>", "，1—10月<>", "5.7%<7 fact>", "，低<>", "2.3个百分点<7 fact>"}, got); d != "" {
		t.Error(d)
	}
}

// The file reads back with every word of its blocks, holds the tags, and is the
// same every time.
func TestWordFile(t *testing.T) {
	m := october()
	data, err := Word(m)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Word(october())
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("two files of one month differ: %v", err)
	}
	doc, err := docx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var have strings.Builder
	for _, b := range doc.Blocks {
		have.WriteString(b.Text.S)
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				for _, c := range row.Cells {
					have.WriteString(c.Text.S)
				}
			}
		}
	}
	every(m.blocks(), func(_ word.Role, r word.Run) {
		if !strings.Contains(have.String(), r.Text) {
			t.Errorf("%q is not in the file", r.Text)
		}
	})
	if *out != "" {
		if err := os.WriteFile(*out+"/brief.docx", data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A month with more than two pages hold says how many it leaves out, and does not
// leave out any that it does not count.
func TestMoreThanTwoPages(t *testing.T) {
	m := october()
	for i := range 60 {
		r := m.Rows[9] // red
		r.Name = fmt.Sprintf("%s（%d）", r.Name, i)
		m.Rows = append(m.Rows, r)
	}
	var all strings.Builder
	rows := 0
	for _, b := range m.blocks() {
		if b.Table != nil {
			rows = len(b.Table.Rows) - 1
		}
		for _, r := range b.Runs {
			all.WriteString(r.Text)
		}
	}
	if want := fmt.Sprintf("本表列出%d项，其余%d项见工作簿。", rows, len(m.Rows)-rows); rows < 8 || !strings.Contains(all.String(), want) {
		t.Errorf("%d rows; no %q", rows, want)
	}
	if !strings.Contains(all.String(), "项见下表和工作簿。") {
		t.Error("nothing says that reds are left out")
	}
	if *out != "" {
		data, err := Word(m)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(*out+"/long.docx", data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReferenceTooLong(t *testing.T) {
	m := october()
	m.Rows[0].Value.Ref.Fact = strings.Repeat("x", word.TagLimit)
	if _, err := Word(m); err == nil {
		t.Error("a Word file with a tag that Word refuses")
	}
}

// Every line of the sheet 依据 names a cell that holds what it says.
func TestWorkbook(t *testing.T) {
	m := october()
	var b bytes.Buffer
	if err := Workbook(&b, m); err != nil {
		t.Fatal(err)
	}
	if *out != "" {
		if err := os.WriteFile(*out+"/table.xlsx", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sourceSheet)
	if err != nil {
		t.Fatal(err)
	}
	last := rows[len(rows)-1]
	if want := m.mark(); len(last) == 0 || last[0] != want {
		t.Errorf("it ends with %q, want %q", last, want)
	}
	if len(rows) < 3*len(m.Rows) {
		t.Errorf("%d figures are bound", len(rows)-2)
	}
	for _, row := range rows[1 : len(rows)-1] {
		got, err := f.GetCellValue(tableSheet, row[0])
		if err != nil || got != row[1] || row[2] == "" || row[3] == "" {
			t.Errorf("%s holds %q, the source sheet says %q (%v)", row[0], got, row, err)
		}
	}
	if v, _ := f.GetCellValue(tableSheet, "G7"); v != "74.5" { // 工业投资
		t.Errorf("G7 is %q", v)
	}
	if kind, _ := f.GetCellType(tableSheet, "G7"); kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		t.Error("a number is stored as text")
	}
}
