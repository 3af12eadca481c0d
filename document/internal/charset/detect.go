package charset

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

// Names of the encodings.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	GB18030 = "gb18030"
)

const (
	sampleSize = 8 << 10
	// Shares of the sample that must look like Chinese text.
	plausible = 0.9
	tolerable = 0.99
)

// Detect names the encoding of data, "" if there is none that fits.
//
// A byte order mark and well-formed UTF-8 settle it. Otherwise the candidates
// are compared by how many of their characters occur in Chinese documents:
// Chinese in GB18030 read as UTF-16 falls on Korean and private areas, and the
// other way round on rare characters.
func Detect(data []byte) string {
	switch {
	case bytes.HasPrefix(data, markUTF8):
		return UTF8
	case bytes.HasPrefix(data, markLE):
		return UTF16LE
	case bytes.HasPrefix(data, markBE):
		return UTF16BE
	}
	sample := Sample(data)
	if utf8.Valid(data) && tolerated(sample) {
		return UTF8
	}
	best, most := "", plausible
	for _, c := range []struct {
		encoding string
		score    float64
	}{
		{UTF16LE, common(sample, utf16Unit(binary.LittleEndian), inUnicode) * even(data)},
		{UTF16BE, common(sample, utf16Unit(binary.BigEndian), inUnicode) * even(data)},
		{GB18030, common(sample, gb18030Unit, inUnicode) * levelOne(sample)},
		{UTF8, broken(sample)},
	} {
		if c.score >= most {
			best, most = c.encoding, c.score
		}
	}
	return best
}

// Sample is the part of data that tells its encoding: it begins with the first
// characters beyond ASCII, which in a web page may stand far behind its scripts.
func Sample(data []byte) []byte {
	start := 0
	for start < len(data) && data[start] < 0x80 {
		start++
	}
	if start == len(data) {
		start = 0
	}
	start &^= 1 // of UTF-16 a whole character
	return data[start:min(len(data), start+sampleSize)]
}

// tolerated reports whether the sample holds few bytes that no text holds;
// copying from Word leaves some, such as the marks of fields.
func tolerated(sample []byte) bool { return controls(sample)*20 <= len(sample) }

// controls counts the bytes that no text holds.
func controls(b []byte) (n int) {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1a {
			n++
		}
	}
	return n
}

// common is the share of characters of the sample that pass.
func common(sample []byte, unit func([]byte) (rune, int), pass func(rune) bool) float64 {
	good, all := 0, 0
	for len(sample) >= 4 { // the sample may end within a character
		r, n := unit(sample)
		sample = sample[n:]
		all++
		if pass(r) {
			good++
		}
	}
	if len(sample) > 0 && all == 0 {
		r, _ := unit(sample)
		return share(pass(r))
	}
	return float64(good) / float64(max(all, 1))
}

// inUnicode reports whether r occurs in Chinese documents.
func inUnicode(r rune) bool {
	switch {
	case r < ' ':
		return r == '\n' || r == '\r' || r == '\t' || r == '\f' || r == '\v'
	case r < 0x7f, r >= 0x4e00 && r <= 0x9fa5, r >= 0x3000 && r <= 0x303f, r >= 0xff00 && r <= 0xffef:
		return true
	case r >= 0xa0 && r <= 0x3ff, r >= 0x2010 && r <= 0x26ff: // Latin, Greek, marks, ①, Ⅲ, ≥, ■
		return true
	}
	return false
}

// levelOne is 1 when enough of the two-byte characters are among the 3,755
// common ones of GB2312 (or its signs), which sets Chinese apart from other
// languages in two bytes.
func levelOne(sample []byte) float64 {
	high, level := 0, 0
	for i := 0; i+1 < len(sample); i++ {
		if sample[i] < utf8.RuneSelf {
			continue
		}
		high++
		if sample[i+1] >= 0xA1 && (sample[i] >= 0xB0 && sample[i] <= 0xD7 || sample[i] >= 0xA1 && sample[i] <= 0xA3) {
			level++
		}
		i++
	}
	return share(high > 0 && level*10 >= high*6)
}

func even(data []byte) float64 { return share(len(data)%2 == 0) }

// broken is the share of good characters of UTF-8 in which some bytes are
// damaged.
func broken(sample []byte) float64 {
	score := common(sample, utf8.DecodeRune, func(r rune) bool { return r != utf8.RuneError })
	return score * share(score >= tolerable && tolerated(sample))
}

func share(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// Count counts the characters beyond ASCII in data read as UTF-8 or GB18030,
// and how many of them are broken. Of another encoding it counts none.
func Count(data []byte, encoding string) (wide, broken int) {
	unit := utf8.DecodeRune
	switch encoding {
	case UTF8:
	case GB18030:
		unit = gb18030Unit
	default:
		return 0, 0
	}
	for len(data) > 0 {
		r, n := unit(data)
		data = data[n:]
		if r >= utf8.RuneSelf {
			wide++
		}
		if r == utf8.RuneError {
			broken++
		}
	}
	return wide, broken
}
