package doc

// listRef says which list a paragraph belongs to, and on which level.
type listRef struct {
	list         int // 1.. is an entry of the list table; else it is in none
	listIsGiven  bool
	level        int
	levelIsGiven bool
}

// or is l, with base for what l leaves open.
func (l listRef) or(base listRef) listRef {
	if !l.listIsGiven {
		l.list, l.listIsGiven = base.list, base.listIsGiven
	}
	if !l.levelIsGiven {
		l.level, l.levelIsGiven = base.level, base.levelIsGiven
	}
	return l
}

// paragraphProps are the settings of a paragraph.
type paragraphProps struct {
	style   int
	list    listRef
	outline int // 0..8, bodyLevel, or -1 if none is given
	inTable bool
	depth   int  // of tables inside each other, 0 if not given
	rowEnd  bool // stands for the end of a row
	cellEnd bool // ends a cell of an inner table
	row     rowProps
}

// deepest is how often settings in another stream may lead to more of them.
const deepest = 2

// apply puts settings on top; nested says how often they were fetched from
// another stream.
func (p *paragraphProps) apply(f *file, b raw, nested int) {
	f.applied += len(b)
	for op, value := range settings(b) {
		switch op {
		case paragraphStyle:
			p.style = value.u16(0)
		case paragraphLevel:
			p.list.level, p.list.levelIsGiven = value.u8(0), true
		case paragraphList:
			p.list.list, p.list.listIsGiven = value.i16(0), true
		case paragraphOutline:
			p.outline = value.u8(0)
		case inTable:
			p.inTable = value.u8(0) != 0
		case tableDepth:
			p.depth = value.u32(0)
		case rowEnd, innerRowEnd:
			p.rowEnd = value.u8(0) != 0
		case innerCellEnd:
			p.cellEnd = value.u8(0) != 0
		case longSettings, longSettings97, tableSettings:
			if nested < deepest {
				p.apply(f, f.settings(value.u32(0)), nested+1)
			}
		default:
			p.row.apply(op, value)
		}
	}
}

// level is how deep in tables the paragraph stands.
func (p *paragraphProps) level() int {
	if p.depth == 0 && p.inTable {
		return 1
	}
	return p.depth
}

// charProps are the settings of characters.
type charProps struct {
	hidden  bool
	hides   bool // says whether it is hidden
	deleted bool // by a tracked change
	data    bool // a picture's place that holds data of a form
	object  bool // an embedded object
	font    int  // of the symbol
	symbol  rune // that stands in place of a bracket, 0 if none does
}

// Values of a setting that depends on the style.
const (
	asStyle     = 0x80
	unlikeStyle = 0x81
)

// apply puts settings on top of those of the style.
func (c *charProps) apply(f *file, b raw, sheet styles) {
	f.applied += len(b)
	styled, own := c.hidden, false
	for op, value := range settings(b) {
		v := value.u8(0)
		switch op {
		case charStyle:
			if s := sheet.at(value.u16(0)); s.hides {
				styled = s.hidden
				if !own {
					c.hidden = s.hidden
				}
			}
		case charHidden:
			own, c.hides = true, true
			c.hidden = v == 1 || v == asStyle && styled || v == unlikeStyle && !styled
		case charDeleted:
			c.deleted = v != 0
		case charData:
			c.data = v != 0
		case charObject:
			c.object = v != 0
		case charSymbol:
			c.font, c.symbol = value.u16(0), rune(value.u16(2))
		}
	}
}
