package charset

import (
	"encoding/binary"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// utf16Unit decodes one character of UTF-16.
func utf16Unit(order binary.ByteOrder) func([]byte) (rune, int) {
	return func(b []byte) (rune, int) {
		if len(b) < 2 {
			return utf8.RuneError, len(b)
		}
		r := rune(order.Uint16(b))
		if !utf16.IsSurrogate(r) {
			return r, 2
		}
		if len(b) < 4 {
			return utf8.RuneError, 2
		}
		if pair := utf16.DecodeRune(r, rune(order.Uint16(b[2:]))); pair != utf8.RuneError {
			return pair, 4
		}
		return utf8.RuneError, 2
	}
}

// Bounds of the bytes of two-byte characters in GB18030.
const (
	leadLow, leadHigh   = 0x81, 0xFE
	trailLow, trailHigh = 0x40, 0xFE
	trails              = trailHigh - trailLow + 1
)

// twoBytes holds all two-byte characters of GB18030, 0 where there is none.
var twoBytes = sync.OnceValue(func() []rune {
	table := make([]rune, (leadHigh-leadLow+1)*trails)
	for lead := leadLow; lead <= leadHigh; lead++ {
		for trail := trailLow; trail <= trailHigh; trail++ {
			r := decodeGB([]byte{byte(lead), byte(trail)})
			if r != utf8.RuneError {
				table[(lead-leadLow)*trails+trail-trailLow] = r
			}
		}
	}
	return table
})

// gb18030Unit decodes one character of GB18030, and so of GBK and GB2312.
func gb18030Unit(b []byte) (rune, int) {
	lead := b[0]
	if lead < utf8.RuneSelf {
		return rune(lead), 1
	}
	if lead >= leadLow && lead <= leadHigh && len(b) >= 2 {
		if b[1] >= trailLow && b[1] <= trailHigh {
			if r := twoBytes()[(int(lead)-leadLow)*trails+int(b[1])-trailLow]; r != 0 {
				return r, 2
			}
		} else if len(b) >= 4 {
			if r := decodeGB(b[:4]); r != utf8.RuneError {
				return r, 4
			}
		}
	}
	return utf8.RuneError, 1
}

// decodeGB is the one character that b holds.
func decodeGB(b []byte) rune {
	s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	r, n := utf8.DecodeRune(s)
	if err != nil || n != len(s) {
		return utf8.RuneError
	}
	return r
}
