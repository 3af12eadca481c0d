package docx

import (
	"strconv"
	"strings"
)

// format prints n in one of Word's number formats. Formats that Chinese
// documents do not use are printed as plain digits.
func format(name string, n int) string {
	switch name {
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
		"japaneseCounting", "ideographLegalTraditional0":
		return chinese(n, "〇一二三四五六七八九", "十百千")
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return digitwise(n, "〇一二三四五六七八九")
	case "decimalFullWidth", "decimalFullWidth2":
		return digitwise(n, "０１２３４５６７８９")
	case "ideographTraditional":
		return oneOf(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return oneOf(n, "子丑寅卯辰巳午未申酉戌亥")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return oneOf(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case "decimalEnclosedFullstop":
		return oneOf(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "decimalEnclosedParen":
		return oneOf(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "ideographEnclosedCircle":
		return oneOf(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
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

// letters counts a..z, aa..zz, as Word does.
func letters(n int, first rune) string {
	const most = 26 * 32
	if n <= 0 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

// chinese writes n below ten thousand with the given digits and units: 十一,
// 一百零五.
func chinese(n int, digits, units string) string {
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

func digitwise(n int, digits string) string {
	d := []rune(digits)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return d[r-'0']
		}
		return r
	}, strconv.Itoa(n))
}

// oneOf is the n-th sign, or n in digits when there are not so many.
func oneOf(n int, signs string) string {
	s := []rune(signs)
	if n < 1 || n > len(s) {
		return strconv.Itoa(n)
	}
	return string(s[n-1])
}
