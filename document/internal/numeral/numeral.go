// Package numeral writes the numbers of lists: in digits, letters, Roman and
// Chinese numerals and signs. What a form cannot say is written in digits.
package numeral

import (
	"strconv"
	"strings"
)

// Roman writes n as in IX.
func Roman(n int) string {
	if n <= 0 || n >= 4000 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String()
}

// Letters counts a..z, aa..zz from the first letter on, as Word does.
func Letters(n int, first rune) string {
	const most = 26 * 32
	if n <= 0 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

// Chinese writes n below ten thousand with the given digits and units: 十一,
// 一百零五.
func Chinese(n int, digits, units string) string {
	if n <= 0 || n >= 10000 {
		return strconv.Itoa(n)
	}
	digit, unit := []rune(digits), []rune(units)
	var b strings.Builder
	gap := false
	for place := 3; place >= 0; place-- {
		d := n / power(place) % 10
		if d == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteString("零")
			gap = false
		}
		if d != 1 || place != 1 || b.Len() > 0 || digit[0] == '零' {
			b.WriteRune(digit[d])
		}
		if place > 0 {
			b.WriteRune(unit[place-1])
		}
	}
	return b.String()
}

func power(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

// Digitwise writes n digit by digit with the ten given ones.
func Digitwise(n int, digits string) string {
	d := []rune(digits)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return d[r-'0']
		}
		return r
	}, strconv.Itoa(n))
}

// OneOf is the n-th sign, or n in digits when there are not so many.
func OneOf(n int, signs string) string {
	s := []rune(signs)
	if n < 1 || n > len(s) {
		return strconv.Itoa(n)
	}
	return string(s[n-1])
}

// EndsInMark reports whether the label s of a list ends in a full-width mark or
// bracket, after which a Chinese document leaves no space.
func EndsInMark(s string) bool {
	for _, mark := range []string{"、", "）", "．", "：", "】", "章", "节", "条"} {
		if strings.HasSuffix(s, mark) {
			return true
		}
	}
	return false
}
