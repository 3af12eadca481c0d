package doc

// Flags of a cell (TCGRF).
const (
	firstMerged = 0x01 // begins a cell that goes on to the right
	merged      = 0x02 // goes on from the left
	mergedDown  = 0x20 // goes on from above or below
	restarts    = 0x40 // and begins there
)

// cellSize is the size of what is said about a cell (TC80).
const cellSize = 20

// rowProps are the settings of a table row.
type rowProps struct {
	header bool
	edges  []int16  // of its cells, in twips; one more than there are cells
	flags  []uint16 // of its cells
}

func (w *rowProps) apply(op int, value raw) {
	switch op {
	case rowHeader:
		w.header = value.u8(0) != 0
	case rowCells:
		w.define(value)
	case rowMerge:
		for i := value.u8(0); i < min(value.u8(1), len(w.flags)); i++ {
			w.flags[i] = w.flags[i]&^(merged|firstMerged) | merged
		}
		if i := value.u8(0); i < len(w.flags) {
			w.flags[i] = w.flags[i]&^merged | firstMerged
		}
	case rowSplit:
		for i := value.u8(0); i < min(value.u8(1), len(w.flags)); i++ {
			w.flags[i] &^= merged | firstMerged
		}
	case rowVertical:
		if i := value.u8(0); i < len(w.flags) {
			w.flags[i] = w.flags[i]&^(mergedDown|restarts) | uint16(value.u8(1)&3<<5)
		}
	}
}

// define reads the edges and flags of the cells (TDefTableOperand).
func (w *rowProps) define(value raw) {
	n := value.u8(0)
	w.edges, w.flags = make([]int16, n+1), make([]uint16, n)
	for i := range w.edges {
		w.edges[i] = int16(value.u16(1 + 2*i))
	}
	for i := range w.flags {
		w.flags[i] = uint16(value.u16(1 + 2*(n+1) + cellSize*i))
	}
}
