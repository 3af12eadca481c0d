package document

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
)

// Paragraphs goes through all paragraphs and headings in reading order, those
// in boxes and table cells as well. Notes are not among them.
func (d *Document) Paragraphs() iter.Seq[*Block] {
	return func(yield func(*Block) bool) { walk(d.Blocks, yield) }
}

func walk(blocks []Block, yield func(*Block) bool) bool {
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case TableBlock:
			for r := range b.Table.Rows {
				for _, c := range b.Table.Rows[r].Cells {
					if !walk(c.Blocks, yield) {
						return false
					}
				}
			}
		case Box:
			if !walk(b.Blocks, yield) {
				return false
			}
		default:
			if !yield(b) {
				return false
			}
		}
	}
	return true
}

// Tables goes through all tables in reading order, nested ones after their
// table.
func (d *Document) Tables() iter.Seq[*Table] {
	return func(yield func(*Table) bool) { tables(d.Blocks, yield) }
}

func tables(blocks []Block, yield func(*Table) bool) bool {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == TableBlock {
			if !yield(b.Table) {
				return false
			}
			for r := range b.Table.Rows {
				for _, c := range b.Table.Rows[r].Cells {
					if !tables(c.Blocks, yield) {
						return false
					}
				}
			}
		}
		if !tables(b.Blocks, yield) {
			return false
		}
	}
	return true
}

// Print writes an outline of the tree, one block a line, for looking at what a
// reader made of a file.
func (d *Document) Print(w io.Writer) error {
	out := bufio.NewWriter(w)
	printBlocks(out, d.Blocks, 0)
	for _, n := range d.Notes {
		fmt.Fprintf(out, "note %s %s\n", n.ID, oneLine(n.Text.S))
	}
	for _, warning := range d.Warnings {
		fmt.Fprintf(out, "warning %s\n", warning.Zh)
	}
	return out.Flush()
}

func printBlocks(w io.Writer, blocks []Block, depth int) {
	indent := strings.Repeat("  ", min(depth, 32))
	for i := range blocks {
		b := &blocks[i]
		s := b.Text.Whole()
		switch b.Kind {
		case Paragraph:
			fmt.Fprintf(w, "%sp %d:%d %s\n", indent, s.Line, s.Column, oneLine(b.Text.S))
		case Heading:
			fmt.Fprintf(w, "%sh%d %d:%d %s\n", indent, b.Level, s.Line, s.Column, oneLine(b.Text.S))
		case Box:
			fmt.Fprintf(w, "%sbox %s\n", indent, b.ID)
			printBlocks(w, b.Blocks, depth+1)
		case TableBlock:
			fmt.Fprintf(w, "%stable %s %d×%d\n", indent, b.ID, len(b.Table.Rows), b.Table.Columns)
			for _, row := range b.Table.Rows {
				printRow(w, row, indent)
			}
		}
	}
}

func printRow(w io.Writer, row Row, indent string) {
	mark := " "
	if row.Header {
		mark = "*"
	}
	fmt.Fprintf(w, "%s %s", indent, mark)
	for _, c := range row.Cells {
		fmt.Fprintf(w, " | %s", oneLine(c.Text.S))
		if c.ColSpan > 1 || c.RowSpan > 1 {
			fmt.Fprintf(w, " <%d×%d>", c.RowSpan, c.ColSpan)
		}
	}
	fmt.Fprintln(w)
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }
