// Package compoundtest makes compound files for tests.
package compoundtest

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

const (
	sector = 512
	least  = 4096 // from here on streams stand in sectors of their own

	endOfChain = 0xFFFFFFFE
	tableOfFAT = 0xFFFFFFFD
	none       = 0xFFFFFFFF

	storageKind, streamKind, rootKind = 1, 2, 5
)

// Pack is a compound file with these streams. One named folder/name stands in a
// storage, as those of embedded objects do. Every stream is filled up with zeros
// to 4096 bytes; all of them together may take 6 MB.
func Pack(streams map[string][]byte) []byte {
	p := &packer{directory: entry("Root Entry", rootKind, none, 1, 0, 0)}
	names := slices.Sorted(maps.Keys(streams))
	for i, name := range names {
		next := uint32(2*i + 3) // two entries each: a storage or nothing, and the stream
		if i == len(names)-1 {
			next = none
		}
		data := streams[name]
		data = append(data, make([]byte, max(0, least-len(data)))...)
		folder, base, inside := strings.Cut(name, "/")
		if inside {
			p.directory = append(p.directory, entry(folder, storageKind, next, uint32(2*i+2), 0, 0)...)
			p.directory = append(p.directory, entry(base, streamKind, none, none, p.add(data), len(data))...)
		} else {
			p.directory = append(p.directory, entry(folder, streamKind, next, none, p.add(data), len(data))...)
			p.directory = append(p.directory, make([]byte, 128)...)
		}
	}
	return p.file()
}

// packer collects sectors and the table of what follows each.
type packer struct {
	directory, body []byte
	fat             []uint32
}

// add adds a chain of sectors and is its first.
func (p *packer) add(b []byte) (start int) {
	start = len(p.fat)
	p.body = append(p.body, b...)
	p.body = append(p.body, make([]byte, -len(b)&(sector-1))...)
	for len(p.fat) < len(p.body)/sector {
		p.fat = append(p.fat, uint32(len(p.fat)+1))
	}
	p.fat[len(p.fat)-1] = endOfChain
	return start
}

// file is the header, the sectors and their table.
func (p *packer) file() []byte {
	directory := p.add(p.directory)
	header := make([]byte, sector)
	copy(header, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	copy(header[24:], []byte{0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0})
	put := func(at int, v uint32) { binary.LittleEndian.PutUint32(header[at:], v) }
	n := (len(p.fat) + sector/4 - 2) / (sector/4 - 1) // sectors of the table itself
	put(44, uint32(n))
	put(48, uint32(directory))
	put(56, least)
	put(60, endOfChain)
	put(68, endOfChain)
	for i := range 109 {
		put(76+4*i, none)
	}
	for i := range n {
		put(76+4*i, uint32(len(p.fat)))
		p.fat = append(p.fat, tableOfFAT)
	}
	for len(p.fat)%(sector/4) != 0 {
		p.fat = append(p.fat, none)
	}
	out := append(header, p.body...)
	for _, v := range p.fat {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}

// entry is an entry of the directory.
func entry(name string, kind byte, right, child uint32, start, size int) []byte {
	e := make([]byte, 128)
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(units)+2))
	e[66] = kind
	for i, v := range []uint32{none, right, child, uint32(start), uint32(size)} {
		binary.LittleEndian.PutUint32(e[[]int{68, 72, 76, 116, 120}[i]:], v)
	}
	if kind == rootKind {
		binary.LittleEndian.PutUint32(e[116:], endOfChain) // of small streams, of which there are none
	}
	return e
}
