package doc

import "iter"

// Settings that matter here, by their codes (Sprm in [MS-DOC] 2.6).
const (
	paragraphStyle   = 0x4600
	paragraphLevel   = 0x260A
	paragraphList    = 0x460B
	paragraphOutline = 0x2640
	inTable          = 0x2416
	rowEnd           = 0x2417
	innerCellEnd     = 0x244B
	innerRowEnd      = 0x244C
	tableDepth       = 0x6649
	longSettings     = 0x6646 // in another stream
	longSettings97   = 0x6645
	tableSettings    = 0x646B // in another stream

	charDeleted = 0x0800
	charData    = 0x0806
	charObject  = 0x080A
	charHidden  = 0x083C
	charStyle   = 0x4A30
	charSymbol  = 0x6A09

	rowHeader     = 0x3404
	rowCells      = 0xD608
	rowCells10    = 0xD606
	rowMerge      = 0x5624
	rowSplit      = 0x5625
	rowVertical   = 0xD62B
	paragraphTabs = 0xC615
)

// settings goes through a list of settings (grpprl).
func settings(b raw) iter.Seq2[int, raw] {
	return func(yield func(int, raw) bool) {
		for len(b) > 2 {
			op := b.u16(0)
			head, size := operand(op, b[2:])
			if !yield(op, b.part(2+head, size)) {
				return
			}
			b = b.from(2 + head + size)
		}
	}
}

// operand is the size of what comes before the value of a setting and of the
// value itself.
func operand(op int, b raw) (head, size int) {
	switch op >> 13 {
	case 0, 1:
		return 0, 1
	case 2, 4, 5:
		return 0, 2
	case 3:
		return 0, 4
	case 7:
		return 0, 3
	}
	switch {
	case op == rowCells || op == rowCells10:
		return 2, max(0, b.u16(0)-1)
	case op == paragraphTabs && b.u8(0) == 0xFF:
		deleted := 4 * b.u8(1)
		return 1, 2 + deleted + 3*b.u8(2+deleted)
	}
	return 1, b.u8(0)
}
