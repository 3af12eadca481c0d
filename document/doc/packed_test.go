package doc

import (
	"encoding/binary"
	"maps"
	"slices"
	"unicode/utf16"
)

// packed is a compound file with these streams. Each is filled up to the size
// from which streams stand in sectors of their own.
func packed(streams map[string][]byte) []byte {
	const sector, least, end, none = 512, 4096, 0xFFFFFFFE, 0xFFFFFFFF
	var body []byte
	var fat []uint32
	add := func(b []byte) (start int) {
		start = len(fat)
		b = append(b, make([]byte, -len(b)&(sector-1))...)
		for i := range len(b) / sector {
			fat = append(fat, uint32(start+i+1))
		}
		fat[len(fat)-1] = end
		body = append(body, b...)
		return start
	}
	entry := func(name string, kind byte, right, child uint32, start, size int) []byte {
		e := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = kind
		for i, v := range []uint32{none, right, child} {
			binary.LittleEndian.PutUint32(e[68+4*i:], v)
		}
		binary.LittleEndian.PutUint32(e[116:], uint32(start))
		binary.LittleEndian.PutUint32(e[120:], uint32(size))
		return e
	}
	directory := entry("Root Entry", 5, none, 1, -2, 0)
	names := slices.Sorted(maps.Keys(streams))
	for i, name := range names {
		b := streams[name]
		b = append(b, make([]byte, max(0, least-len(b)))...)
		right := uint32(i + 2)
		if i == len(names)-1 {
			right = none
		}
		directory = append(directory, entry(name, 2, right, none, add(b), len(b))...)
	}
	first := add(directory)
	header := make([]byte, sector)
	copy(header, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	copy(header[24:], []byte{0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0})
	put := func(at, v int) { binary.LittleEndian.PutUint32(header[at:], uint32(v)) }
	n := (len(fat) + sector/4 - 2) / (sector/4 - 1) // sectors of the table itself
	put(44, n)
	put(48, first)
	put(56, least)
	put(60, end)
	put(68, end)
	for i := range 109 {
		put(76+4*i, none)
	}
	for i := range n {
		put(76+4*i, len(fat))
		fat = append(fat, 0xFFFFFFFD)
	}
	for len(fat)%(sector/4) != 0 {
		fat = append(fat, none)
	}
	out := append(header, body...)
	for _, v := range fat {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}
