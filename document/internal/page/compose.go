package page

import (
	"context"
	"fmt"
	"math"
	"strconv"

	"gangmu/document"
)

// Compose puts the pages of a file together. Parts of the document are its
// pages, and a Segment counts the glyphs of a page by their Source. Every error
// but ctx's is a *document.Error.
func Compose(ctx context.Context, format string, pages []Page, budget *document.Budget) (*document.Document, error) {
	c := &composer{
		doc:    &document.Document{Format: format},
		build:  &document.Builder{Budget: budget},
		budget: budget,
	}
	cells := budget.Limits().Cells
	for i, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c.doc.Parts = append(c.doc.Parts, strconv.Itoa(i+1))
		c.sheets = append(c.sheets, takeApart(p, i, cells))
	}
	c.body = bodySize(c.sheets)
	dropRunning(c.sheets)
	for _, s := range c.sheets {
		s.takeNotes(c.body)
		s.arrange()
	}
	if err := c.blocks(ctx); err != nil {
		return nil, err
	}
	c.warnings()
	return c.doc, nil
}

// composer writes the document.
type composer struct {
	sheets  []*sheet
	body    float64 // size of most of the writing
	doc     *document.Document
	build   *document.Builder
	budget  *document.Budget
	ordinal int // of the last paragraph
	tables  int
}

// bodySize is the size in which most is written outside of tables.
func bodySize(sheets []*sheet) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, s := range sheets {
		for _, l := range s.rows {
			size := math.Round(l.size*4) / 4
			count[size] += len(l.glyphs)
			if n := count[size]; n > count[best] || n == count[best] && size < best {
				best = size
			}
		}
	}
	return best
}

// blocks writes all elements in reading order.
func (c *composer) blocks(ctx context.Context) error {
	frames := framesOf(c.sheets)
	var elements []element
	for _, s := range c.sheets {
		s.elements = tabulate(s.elements)
		if len(s.elements) > 0 && s.elements[0].grid != nil {
			s.elements[0].grid.startsPage = true
		}
		elements = append(elements, s.elements...)
	}
	elements = joinGrids(elements)
	var lines []placed
	for _, e := range elements {
		if err := ctx.Err(); err != nil {
			return err
		}
		if e.grid == nil {
			lines = append(lines, placed{line: e.line, frame: frames[[2]int{e.line.page, e.column}], column: e.column})
			continue
		}
		if err := c.running(lines); err != nil {
			return err
		}
		lines = lines[:0]
		if err := c.table(e.grid); err != nil {
			return err
		}
	}
	if err := c.running(lines); err != nil {
		return err
	}
	return c.notes()
}

// running writes running text.
func (c *composer) running(lines []placed) error {
	for _, p := range paragraphs(lines, c.body) {
		b, err := c.paragraph(&p, "")
		if err != nil {
			return err
		}
		b.GuessHeading()
		c.doc.Blocks = append(c.doc.Blocks, b)
	}
	return nil
}

// notes writes the footnotes. A line that begins with a mark begins a note.
func (c *composer) notes() error {
	var texts [][]placed
	for _, s := range c.sheets {
		f, _ := frameOf(s.notes, 1)
		for i, l := range s.notes {
			mark, _ := noteMark(plain(&l))
			if mark != "" || i == 0 {
				texts = append(texts, nil)
			}
			texts[len(texts)-1] = append(texts[len(texts)-1], placed{line: l, frame: f})
		}
	}
	for i, lines := range texts {
		p := paragraph{lines: lines, broken: make([]bool, len(lines))}
		b, err := c.paragraph(&p, "")
		if err != nil {
			return err
		}
		text := b.Text
		if _, rest := noteMark(text.S); rest != "" {
			text = text.Slice(len(text.S)-len(rest), len(text.S))
		}
		c.doc.Notes = append(c.doc.Notes, document.Note{ID: strconv.Itoa(i + 1), Text: text})
	}
	return nil
}

func (c *composer) warnings() {
	var unread []int
	pictures, slanted := 0, 0
	for _, s := range c.sheets {
		if s.unread {
			unread = append(unread, s.number+1)
		}
		pictures += s.pictures
		slanted += s.slanted
	}
	if len(unread) > 0 {
		zh, en := list(unread, "、"), list(unread, ", ")
		c.warn("第 %s 页只有图片，没有文字，没有读取；以下结果不包括这些页。请先做文字识别。", "Pages %s are pictures without text and were not read; the results leave them out. Run text recognition first.", zh, en)
	}
	if pictures > 0 {
		n := strconv.Itoa(pictures)
		c.warn("文中有 %s 幅图片，图片里的文字和表格没有读取。", "%s pictures: their text and tables were not read.", n, n)
	}
	c.doc.WarnIfEmpty()
}

func (c *composer) warn(zh, en, argZh, argEn string) {
	c.doc.Warnings = append(c.doc.Warnings, document.Warning{Zh: fmt.Sprintf(zh, argZh), En: fmt.Sprintf(en, argEn)})
}

// list names pages, those in a row as 3-5.
func list(numbers []int, comma string) (s string) {
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i > 0 {
			s += comma
		}
		s += strconv.Itoa(numbers[i])
		if j > i {
			s += "-" + strconv.Itoa(numbers[j])
		}
		i = j + 1
	}
	return s
}
