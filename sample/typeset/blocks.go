package typeset

import (
	"fmt"
	"strings"

	"gangmu/render/word"
)

// role is what a paragraph is in the report; each has a style of the same name.
type role = word.Role

const (
	title      = word.Title
	subtitle   = word.Subtitle
	salutation = word.Salutation
	heading1   = word.Heading1
	heading2   = word.Heading2
	body       = word.Body
	annexMark  = word.AnnexMark
	annexTitle = word.AnnexTitle
	annexList  = word.AnnexList
	annexMore  = word.AnnexMore
	caption    = word.Caption
	tableNote  = word.TableNote
	glossary   = word.Glossary
	terms      = word.GlossaryTitle
)

// block is a paragraph (role and lines) or a table (rows).
type block struct {
	role  role
	lines []string
	rows  []row
}

// row is a table row; a cell is a list of lines.
type row [][]string

// box says whether the table is a box (专栏): its first row is one cell, the title.
func (b block) box() bool {
	return len(b.rows) > 0 && len(b.rows[0]) == 1
}

// check says whether every row fits under the first: a box has rows of one cell, a
// table rows as wide as its head or groups, a name with nothing but empty cells.
func (b block) check() error {
	if len(b.rows) == 0 {
		return nil
	}
	columns := len(b.rows[0])
	for i, r := range b.rows {
		if len(r) != columns && (b.box() || !r.group(columns)) {
			return fmt.Errorf("表格“%s”第%d行有%d格，首行有%d格：请补齐或删去多余的格", b.rows[0][0][0], i+1, len(r), columns)
		}
	}
	return nil
}

// group says whether the row is a heading over all columns.
func (r row) group(columns int) bool {
	if len(r) >= columns {
		return false
	}
	for _, lines := range r[1:] {
		if strings.Join(lines, "") != "" {
			return false
		}
	}
	return true
}

// parse splits the flat text into blocks. A line that starts with a tab opens a
// table; it ends with the second of two empty lines.
func parse(text string) []block {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	p := parser{}
	for p.next < len(lines) {
		switch line := lines[p.next]; {
		case strings.HasPrefix(line, "\t"):
			p.table(lines)
		case line == "":
			p.next++
			p.group++
			p.atStart = true
		default:
			p.paragraph(line)
			p.next++
		}
	}
	return p.blocks
}

type parser struct {
	blocks  []block
	next    int
	group   int  // how many empty lines came before: 0 is the head of the title page
	atStart bool // the line follows an empty one
}

func (p *parser) table(lines []string) {
	var b block
	var current row
	for ; p.next < len(lines); p.next++ {
		line := lines[p.next]
		switch {
		case strings.HasPrefix(line, "\t"):
			current = append(current, []string{line[1:]})
		case line != "" && current != nil:
			last := len(current) - 1
			current[last] = append(current[last], line)
		case current == nil: // the second empty line, or running text where it was forgotten
			p.blocks = append(p.blocks, b)
			return
		default:
			b.rows = append(b.rows, current)
			current = nil
		}
	}
	if current != nil {
		b.rows = append(b.rows, current)
	}
	p.blocks = append(p.blocks, b)
}

func (p *parser) paragraph(line string) {
	r := p.roleOf(line)
	p.atStart = false
	if last := len(p.blocks) - 1; last >= 0 && (r == title || r == annexTitle) && p.blocks[last].role == r {
		p.blocks[last].lines = append(p.blocks[last].lines, line)
		return
	}
	p.blocks = append(p.blocks, block{role: r, lines: []string{line}})
}

func (p *parser) roleOf(line string) role {
	last := role("")
	if n := len(p.blocks); n > 0 {
		last = p.blocks[n-1].role
	}
	switch {
	case p.group == 0 && (last == "" || last == title) && !strings.HasPrefix(line, "（"):
		return title
	case p.group == 0:
		return subtitle
	case line == "各位代表：":
		return salutation
	case strings.HasPrefix(line, "附件："):
		return annexList
	case !p.atStart && (last == annexList || last == annexMore):
		return annexMore
	case line == "附件1", line == "附件2":
		return annexMark
	case last == annexMark, last == annexTitle && !p.atStart:
		return annexTitle
	case strings.ReplaceAll(line, " ", "") == "名词解释":
		return terms
	case last == terms, last == glossary:
		return glossary
	case strings.HasPrefix(line, "表"):
		return caption
	case strings.HasPrefix(line, "备注："):
		return tableNote
	}
	return headingOf(line)
}

// headingOf tells 一、 from （一） and from running text.
func headingOf(line string) role {
	const numerals = "一二三四五六七八九十"
	switch rest := strings.TrimLeft(line, numerals); {
	case rest != line && strings.HasPrefix(rest, "、"):
		return heading1
	case strings.HasPrefix(line, "（"):
		inner := strings.TrimPrefix(line, "（")
		if rest := strings.TrimLeft(inner, numerals); rest != inner && strings.HasPrefix(rest, "）") {
			return heading2
		}
	}
	return body
}
