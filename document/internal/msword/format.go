package msword

import (
	"strconv"
	"strings"

	"gangmu/document/internal/numeral"
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
		return numeral.Roman(n)
	case "lowerRoman":
		return strings.ToLower(numeral.Roman(n))
	case "upperLetter":
		return numeral.Letters(n, 'A')
	case "lowerLetter":
		return numeral.Letters(n, 'a')
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
		"japaneseCounting", "ideographLegalTraditional0":
		return numeral.Chinese(n, "〇一二三四五六七八九", "十百千")
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return numeral.Chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return numeral.Digitwise(n, "〇一二三四五六七八九")
	case "decimalFullWidth", "decimalFullWidth2":
		return numeral.Digitwise(n, "０１２３４５６７８９")
	case "ideographTraditional":
		return numeral.OneOf(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return numeral.OneOf(n, "子丑寅卯辰巳午未申酉戌亥")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return numeral.OneOf(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	case "decimalEnclosedFullstop":
		return numeral.OneOf(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	case "decimalEnclosedParen":
		return numeral.OneOf(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	case "ideographEnclosedCircle":
		return numeral.OneOf(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}
