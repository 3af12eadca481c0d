package doc

import (
	"errors"
	"fmt"
	"sort"

	"gangmu/document"
)

// piece is a stretch of text that stands together in the stream (Pcd).
type piece struct {
	from, to int  // positions of its characters
	at       int  // offset of the first in the stream
	wide     bool // two bytes a character, else one
	change   raw  // settings that quick saves put on top of the formatting
}

// width is the size of a character in bytes.
func (p *piece) width() int {
	if p.wide {
		return 2
	}
	return 1
}

// offset is where the character at a position stands in the stream.
func (p *piece) offset(cp int) int { return p.at + (cp-p.from)*p.width() }

// pieces is the text of a document, in order.
type pieces []piece

// readPieces reads the piece table (Clx). All texts together must fit the limit
// of what is expanded, since pieces may show one place of the stream many times.
func readPieces(f *file) (pieces, error) {
	b := f.part(piecesPart)
	var changes []raw
	for b.u8(0) == 1 {
		n := b.u16(1)
		changes = append(changes, b.part(3, n))
		b = b.from(3 + n)
	}
	if b.u8(0) != 2 {
		return nil, document.Damaged(errors.New("no piece table"))
	}
	list := newPLC(b.part(5, b.u32(1)), 8)
	out := make(pieces, 0, list.n)
	for i := range list.n {
		d := list.data(i)
		p := piece{from: list.position(i), to: list.position(i + 1), at: d.u32(2) &^ (3 << 30), wide: d.u32(2)&(1<<30) == 0}
		if !p.wide {
			p.at /= 2
		}
		p.change = modifier(d.u16(6), changes)
		size := (p.to - p.from) * p.width()
		if size < 0 || p.at+size > len(f.main) || i > 0 && p.from != out[i-1].to {
			return nil, document.Damaged(fmt.Errorf("piece %d: %d bytes at %d of %d", i, size, p.at, len(f.main)))
		}
		if err := f.budget.Expand(int64(size)); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// find is the index of the piece that holds a position, or len(p).
func (p pieces) find(cp int) int {
	return sort.Search(len(p), func(i int) bool { return p[i].to > cp })
}

// short are the settings that a piece can name by a number (Prm0).
var short = map[int]int{
	0x0C: paragraphLevel, 0x18: inTable, 0x19: rowEnd,
	0x41: charDeleted, 0x47: charData, 0x4B: charObject, 0x5C: charHidden,
}

// modifier is the change that a piece makes: one setting with a byte of value,
// or one of the listed changes.
func modifier(prm int, changes []raw) raw {
	if prm&1 != 0 {
		if i := prm >> 1; i < len(changes) {
			return changes[i]
		}
		return nil
	}
	op := short[prm>>1&0x7F]
	if op == 0 {
		return nil
	}
	return raw{byte(op), byte(op >> 8), byte(prm >> 8)}
}
