package doc

import (
	"encoding/binary"
	"sort"
)

// raw is a stream or a part of one, in little-endian order. What lies beyond
// its end reads as zero, so that a structure that breaks off needs no care.
type raw []byte

func (b raw) u8(at int) int {
	if at < 0 || at >= len(b) {
		return 0
	}
	return int(b[at])
}

func (b raw) u16(at int) int { return b.u8(at) | b.u8(at+1)<<8 }

func (b raw) i16(at int) int { return int(int16(b.u16(at))) }

func (b raw) u32(at int) int {
	if at < 0 || at+4 > len(b) {
		return b.u16(at) | b.u16(at+2)<<16
	}
	return int(binary.LittleEndian.Uint32(b[at:]))
}

// part is b[at:at+n], or what there is of it.
func (b raw) part(at, n int) raw {
	if at < 0 || at >= len(b) || n <= 0 {
		return nil
	}
	return b[at:min(len(b), at+n)]
}

// from is b[at:].
func (b raw) from(at int) raw { return b.part(at, len(b)) }

// text is n characters of UTF-16.
func (b raw) text(at, n int) string {
	var m mapper
	m.decode(b.part(at, 2*n), 0, true)
	return string(m.buf)
}

// plc is a list of n+1 positions and of n data of size bytes each (PLC in
// [MS-DOC] 2.2.2).
type plc struct {
	raw
	n, size int
}

func newPLC(b raw, size int) plc { return plc{b, max(0, (len(b)-4)/(4+size)), size} }

func (p plc) position(i int) int { return p.u32(4 * i) }

func (p plc) data(i int) raw { return p.part(4*(p.n+1)+i*p.size, p.size) }

// find is the index of the datum whose stretch holds position at; n or -1 when
// none does. A list that is out of order gives any index.
func (p plc) find(at int) int {
	return sort.Search(p.n+1, func(i int) bool { return p.position(i) > at }) - 1
}

// stretch is text from one position to another.
type stretch struct{ from, to int }

// stretches are the parts of a story that has a length and begins at base. They
// follow each other, so that no text is read twice.
func stretches(list plc, base, length int) []stretch {
	out := make([]stretch, list.n)
	end := 0
	for i := range out {
		from := max(end, min(list.position(i), length))
		end = max(from, min(list.position(i+1), length))
		out[i] = stretch{base + from, base + end}
	}
	return out
}
