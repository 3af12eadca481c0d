package word

// Role is the name of the style that a paragraph is set in (parts/styles.xml).
type Role string

const (
	Title         Role = "Title"
	Subtitle      Role = "Subtitle"
	Salutation    Role = "Salutation"
	Body          Role = "BodyText"
	Heading1      Role = "Heading1"
	Heading2      Role = "Heading2"
	AnnexMark     Role = "AnnexMark" // on a new page
	AnnexTitle    Role = "AnnexTitle"
	AnnexList     Role = "AnnexList"
	AnnexMore     Role = "AnnexListMore"
	Caption       Role = "Caption"
	TableNote     Role = "TableNote"
	Glossary      Role = "Glossary"
	GlossaryTitle Role = "GlossaryTitle"
	Gap           Role = "Gap"
	BoxTitle      Role = "BoxTitle"
	BoxHeading    Role = "BoxHeading"
	BoxText       Role = "BoxText"
	CellHead      Role = "CellHead"
	CellGroup     Role = "CellGroup"
	CellName      Role = "CellName" // flush left
	CellOf        Role = "CellOf"
	CellOfMore    Role = "CellOfMore"
	CellValue     Role = "CellValue" // in the middle
	SmallHead     Role = "SmallHead" // 五号, for a table that has to fit on one page
	SmallName     Role = "SmallName"
	SmallValue    Role = "SmallValue"
)

// Block is a paragraph, with its lines, or a table. Runs, where there are any, are
// the paragraph instead of Lines.
type Block struct {
	Role  Role
	Lines []string
	Runs  []Run
	Table *Table
}

// Run is a piece of a paragraph. With a Tag it is set as a content control, which
// carries the tag through editing, copying and other programs' saving; Title is
// what people see of it. Word takes up to TagLimit characters of either.
type Run struct {
	Text       string
	Tag, Title string
}

// TagLimit is how many characters a tag or title of a content control may have.
const TagLimit = 64

// Styles of tables.
const (
	TableStyle = "Indicators"
	BoxStyle   = "Box" // one column, with some room around it
)

// Table is a table with the widths of its columns in twips.
type Table struct {
	Style  string
	Widths []int
	Rows   []Row
}

// Row is a row of a table.
type Row struct {
	Header bool // repeated on every page
	Whole  bool // not to be parted by the end of a page
	Cells  []Cell
}

// Down says how a cell is merged with those under and above it.
type Down uint8

const (
	Single Down = iota
	Begins      // goes on below
	GoesOn      // from above
)

// Cell is a cell over Span columns; 0 counts as 1.
type Cell struct {
	Span   int
	Down   Down
	Blocks []Block
}
