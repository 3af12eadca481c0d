package pdf

import (
	"encoding/binary"
	"io/fs"
	"maps"
	"slices"
	"testing/fstest"
)

// fonts are the files that PDFium finds as fonts of the system: one font that
// shows a box of half an em for every character. It stands in for Chinese fonts
// that a file names and does not hold. Without any, PDFium takes a character
// that is drawn alone for nothing, since it has no outline.
func fonts() fs.FS {
	return fstest.MapFS{"usr/share/fonts/box.ttf": {Data: boxFont()}}
}

const (
	em      = 1000
	ascent  = 880
	descent = -120
)

// boxFont is a TrueType font (ISO/IEC 14496-22) with the tables that FreeType
// asks for. Its cmap is of format 13: all characters have one glyph.
func boxFont() []byte {
	name := []byte("Gangmu Box")
	tables := map[string][]byte{
		"head": words(0x10000, 0x10000, 0, 0x5F0F3CF5, 3<<16|em, 0, 0, 0, 0, pair(0, descent), pair(em, ascent), pair(0, 8), pair(2, 1), pair(0, 0)),
		"hhea": words(0x10000, pair(ascent, descent), pair(0, em), 0, pair(0, em), pair(1, 0), 0, 0, 0, pair(0, 2)),
		"maxp": words(0x10000, pair(2, 4), pair(1, 0), pair(0, 1), 0, 0, 0, 0),
		"hmtx": words(pair(em, 0), pair(em, 0)),
		"loca": words(0, 0, 34), // no outline for the first glyph
		"glyf": words(pair(1, 0), pair(descent, em/2), pair(ascent, 3), 0x00000101, 0x01010000, // one contour of four points on it
			pair(0, em/2), pair(0, descent), pair(ascent-descent, 0), pair(descent-ascent, 0)), // steps to the right, then upwards
		"cmap": words(pair(0, 1), pair(3, 10), 12, pair(13, 0), 28, 0, 1, 0x20, 0x2FFFF, 1),
		"post": words(0x30000, 0, 0, 0, 0, 0, 0, 0),
		"name": append(words(pair(0, 1), pair(18, 1), 0, pair(1, len(name))), append([]byte{0, 0}, name...)...),
		"OS/2": os2(),
	}
	return pack(tables)
}

// os2 says that the font serves all Chinese, Japanese and Korean encodings.
func os2() []byte {
	out := make([]byte, 86)
	for at, v := range map[int]int{0: 1, 2: em, 4: 400, 6: 5, 64: ' ', 66: 0xFFFF, 68: ascent, 70: descent, 74: ascent, 76: -descent} {
		binary.BigEndian.PutUint16(out[at:], uint16(v))
	}
	const codePages = 1<<17 | 1<<18 | 1<<19 | 1<<20 | 1<<21
	binary.BigEndian.PutUint32(out[78:], codePages)
	return out
}

// pack puts tables into a font file.
func pack(tables map[string][]byte) []byte {
	out := words(0x10000, pair(len(tables), 128), pair(3, len(tables)*16-128))
	at := 12 + 16*len(tables)
	names := slices.Sorted(maps.Keys(tables))
	for _, tag := range names {
		out = append(append(out, tag...), words(0, at, len(tables[tag]))...)
		at += (len(tables[tag]) + 3) &^ 3
	}
	for _, tag := range names {
		out = append(out, tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

// words are 32-bit numbers, big-endian.
func words(values ...int) (out []byte) {
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return out
}

// pair are two 16-bit numbers.
func pair(a, b int) int { return int(uint16(a))<<16 | int(uint16(b)) }
