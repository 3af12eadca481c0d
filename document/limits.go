package document

import "fmt"

// Limits bound what reading one file may cost. A zero field means its default;
// whoever reaches a limit gets an error, never a part of the document.
type Limits struct {
	Input    int64 // bytes of the file itself; 128 MB
	Expanded int64 // bytes after decompression or decoding; 256 MB
	Depth    int   // elements inside each other; 512
	Blocks   int   // paragraphs, in cells as well; 300,000
	Cells    int   // cells in the grids of all tables; 250,000
	Places   int   // marks and segments, which grow with the changes of form in a text; 2,000,000
}

// WithDefaults fills in the defaults.
func (l Limits) WithDefaults() Limits {
	set(&l.Input, 128<<20)
	set(&l.Expanded, 256<<20)
	set(&l.Depth, 512)
	set(&l.Blocks, 300_000)
	set(&l.Cells, 250_000)
	set(&l.Places, 2_000_000)
	return l
}

func set[T int | int64](v *T, to T) {
	if *v <= 0 {
		*v = to
	}
}

// Budget counts what a reader has used of its limits.
type Budget struct {
	limits   Limits
	expanded int64
	blocks   int
	cells    int
	places   int
}

// NewBudget starts counting against l.
func NewBudget(l Limits) *Budget { return &Budget{limits: l.WithDefaults()} }

// Limits are the limits, with defaults.
func (b *Budget) Limits() Limits { return b.limits }

// Left is how many bytes may still be expanded.
func (b *Budget) Left() int64 { return b.limits.Expanded - b.expanded }

// Expand counts n expanded bytes.
func (b *Budget) Expand(n int64) error {
	b.expanded += n
	if b.expanded > b.limits.Expanded {
		return b.tooLarge(megabytes(b.limits.Expanded), "内容展开后", "expanded content")
	}
	return nil
}

// Block counts a paragraph.
func (b *Budget) Block() error {
	b.blocks++
	if b.blocks > b.limits.Blocks {
		return b.tooLarge(fmt.Sprint(b.limits.Blocks), "段落数", "number of paragraphs")
	}
	return nil
}

// Place counts n marks or segments of texts.
func (b *Budget) Place(n int) error {
	b.places += n
	if b.places > b.limits.Places {
		return b.tooLarge(fmt.Sprint(b.limits.Places), "文字格式变化的次数", "number of changes of form in the text")
	}
	return nil
}

// Cell counts n cells of a table's grid.
func (b *Budget) Cell(n int) error {
	b.cells += n
	if b.cells > b.limits.Cells || n < 0 {
		return b.tooLarge(fmt.Sprint(b.limits.Cells), "表格单元格数", "number of table cells")
	}
	return nil
}

func (b *Budget) tooLarge(limit, zh, en string) error {
	return &Error{
		Code:      CodeTooLarge,
		Message:   fmt.Sprintf("%s超过上限（%s），没有读取。请确认这是一份报告；确需读取时，拆成几个文件，或调高上限。", zh, limit),
		MessageEn: fmt.Sprintf("The %s exceeds the limit (%s); nothing was read. Make sure this is a report; split it, or raise the limit.", en, limit),
	}
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d B", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
