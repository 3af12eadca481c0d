package document

import (
	"strings"
	"unicode/utf8"
)

// GuessHeading makes a paragraph a heading if it is numbered like one.
func (b *Block) GuessHeading() {
	if b.Kind != Paragraph {
		return
	}
	if level, ok := HeadingLevel(b.Text.S); ok {
		b.Kind, b.Level = Heading, level
	}
}

// Sentence reports whether s has grown into a whole paragraph, although its
// style is that of a heading.
func Sentence(s string) bool {
	const longest = 100
	return utf8.RuneCountInString(s) > longest && strings.Contains(s, "。")
}

// Join is the text of all paragraphs among blocks, one a line.
func Join(blocks []Block) Text {
	var texts []Text
	for i := range blocks {
		if b := &blocks[i]; b.Kind == Paragraph || b.Kind == Heading {
			texts = append(texts, b.Text)
		}
	}
	if len(texts) == 0 {
		return Text{}
	}
	if len(texts) == 1 {
		return texts[0]
	}
	build := &Builder{}
	for i, t := range texts {
		if i > 0 {
			build.Unwritten("\n", t.Segments[0].Part, t.Segments[0].Source)
		}
		build.Add(t)
	}
	return build.Text()
}

// Blocks is what readers see of the table: itself, or the box that a table with
// one column is. A frame around other tables and a table without any text are
// not there for them.
func (t *Table) Blocks() []Block {
	cells, single := 0, true
	var all []Block
	for _, row := range t.Rows {
		cells += len(row.Cells)
		single = single && len(row.Cells) <= 1
		for _, c := range row.Cells {
			all = append(all, c.Blocks...)
		}
	}
	switch {
	case len(all) == 0:
		return nil
	case !single:
		return []Block{{Kind: TableBlock, ID: t.ID, Table: t}}
	}
	for i := range all {
		all[i].GuessHeading()
	}
	if cells == 1 && framesTable(all) {
		return all
	}
	return []Block{{Kind: Box, ID: t.ID, Blocks: all}}
}

func framesTable(blocks []Block) bool {
	for _, b := range blocks {
		if b.Kind == TableBlock || b.Kind == Box {
			return true
		}
	}
	return false
}
