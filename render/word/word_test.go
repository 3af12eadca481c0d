package word_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/document/text"
	"gangmu/render/word"
	"gangmu/sample"
)

func write(tb testing.TB, doc *document.Document) []byte {
	tb.Helper()
	data, err := word.Write(doc)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func read(tb testing.TB, data []byte) *document.Document {
	tb.Helper()
	doc, err := docx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// texts are the texts of all paragraphs, as XML can hold them.
func texts(doc *document.Document) (out []string) {
	for b := range doc.Paragraphs() {
		out = append(out, word.Printable(b.Text.S))
	}
	return out
}

// shape is the tree without its places, which are another file's.
func shape(blocks []document.Block) (out []string) {
	for _, b := range blocks {
		switch b.Kind {
		case document.TableBlock:
			for _, r := range b.Table.Rows {
				row := "row"
				for _, c := range r.Cells {
					if len(r.Cells) == 1 {
						c.ColSpan = 1 // a heading over all columns, however it was written
					}
					row += " | " + c.Text.S + strings.Repeat(">", c.ColSpan-1) + strings.Repeat("v", c.RowSpan-1)
				}
				out = append(out, strings.TrimRight(row, " |")) // cells that are missing are empty ones
			}
		case document.Box:
			out = append(out, "box")
			out = append(out, shape(b.Blocks)...)
			out = append(out, "end of box")
		default:
			out = append(out, b.Text.S)
		}
	}
	return out
}

// A report written as text is the same as a Word file: paragraphs, boxes and tables
// with their merged cells.
func TestSampleComesBack(t *testing.T) {
	doc, err := text.Read(context.Background(), []byte(sample.Text), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(shape(doc.Blocks), shape(read(t, write(t, doc)).Blocks)); diff != "" {
		t.Error(diff)
	}
}

func TestMergedCells(t *testing.T) {
	p := func(s string) []document.Block { return []document.Block{{Text: document.Text{S: s}}} }
	cell := func(s string, col, colSpan, rowSpan int) document.Cell {
		return document.Cell{Col: col, ColSpan: colSpan, RowSpan: rowSpan, Text: document.Text{S: s}, Blocks: p(s)}
	}
	table := &document.Table{Columns: 3, Rows: []document.Row{
		{Header: true, Cells: []document.Cell{cell("a", 0, 1, 2), cell("b", 1, 2, 1)}},
		{Cells: []document.Cell{cell("c", 1, 1, 1), cell("d\te\nf", 2, 1, 2)}},
		{Cells: []document.Cell{cell("g", 0, 2, 1)}},
	}}
	doc := &document.Document{Blocks: []document.Block{{Text: document.Text{S: "题"}}, {Kind: document.TableBlock, Table: table}}}
	want := []string{"题", "row | av | b>", "row | c | d\te\nfv", "row | g"}
	got := read(t, write(t, doc))
	if diff := cmp.Diff(want, shape(got.Blocks)); diff != "" {
		t.Error(diff)
	}
	if !got.Blocks[1].Table.Rows[0].Header {
		t.Error("the head is none any more")
	}
}

// No text is lost or moved, whatever characters it holds.
func TestAnyTextComesBack(t *testing.T) {
	piece := rapid.SampledFrom([]string{"甲", "一、", "<&>", "\"", "\t", "\n", "  ", "😀", "\x01", "附件1", "12.5", "。", "\r"})
	rapid.Check(t, func(rt *rapid.T) {
		doc := &document.Document{}
		for range rapid.IntRange(1, 8).Draw(rt, "blocks") {
			s := "x" + strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(rt, "text"), "") + "x"
			b := document.Block{Text: document.Text{S: s}}
			switch rapid.IntRange(0, 3).Draw(rt, "kind") {
			case 1:
				b.Kind, b.Level = document.Heading, 1
			case 2:
				b = document.Block{Kind: document.Box, Blocks: []document.Block{b, b}}
			case 3:
				c := document.Cell{ColSpan: 1, RowSpan: 1, Blocks: []document.Block{b, {Kind: document.Box, Blocks: []document.Block{b}}}}
				d := c
				d.Col = 1
				b = document.Block{Kind: document.TableBlock, Table: &document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{c, d}}}}}
			}
			doc.Blocks = append(doc.Blocks, b)
		}
		if diff := cmp.Diff(texts(doc), texts(read(t, write(t, doc)))); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestPartsAreWellFormed(t *testing.T) {
	data, err := word.Set([]word.Block{{Role: word.Title, Lines: []string{"a<b"}}}, word.Options{Title: "<&>"})
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(in)
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
}

// The head of a report is set as its head, whatever reader it comes from.
func TestRoles(t *testing.T) {
	var doc document.Document
	add := func(kind document.Kind, level int, s string) {
		doc.Blocks = append(doc.Blocks, document.Block{Kind: kind, Level: level, Text: document.Text{S: s}})
	}
	add(document.Paragraph, 0, "关于云岭区2030年国民经济和社会发展")
	add(document.Paragraph, 0, "计划执行情况及2031年计划草案的报告")
	add(document.Paragraph, 0, "——2031年1月16日在区人民代表大会上")
	add(document.Paragraph, 0, "云岭区发展和改革委员会")
	add(document.Paragraph, 0, "各位代表：")
	add(document.Paragraph, 0, "现将情况报告如下。")
	add(document.Heading, 1, "一、执行情况")
	add(document.Heading, 2, "（一）产业")
	add(document.Paragraph, 0, "短句")
	add(document.Heading, 1, "附件1")
	want := []string{"Title", "Title", "Subtitle", "Subtitle", "Salutation", "BodyText", "Heading1", "Heading2", "BodyText", "AnnexMark"}
	if diff := cmp.Diff(want, styles(t, write(t, &doc))); diff != "" {
		t.Error(diff)
	}
	doc.Blocks = doc.Blocks[6:]
	if got := styles(t, write(t, &doc)); got[0] != "Heading1" {
		t.Errorf("a first heading is set as %s", got[0])
	}
}

// styles are the styles of the paragraphs of a file.
func styles(t *testing.T, data []byte) (out []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	in, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	d := xml.NewDecoder(in)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "pStyle" {
			out = append(out, e.Attr[0].Value)
		}
	}
}
