package msword

import "testing"

func TestFormat(t *testing.T) {
	tests := []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"decimalZero", 12, "12"},
		{"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"upperRoman", 0, "0"}, {"upperRoman", 5000, "5000"},
		{"upperLetter", 26, "Z"}, {"lowerLetter", 27, "aa"}, {"lowerLetter", 1 << 40, "1099511627776"},
		{"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"},
		{"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 105, "一百零五"},
		{"chineseCountingThousand", 1002, "一千零二"}, {"chineseCounting", 0, "0"},
		{"chineseLegalSimplified", 12, "壹拾贰"}, {"ideographDigital", 102, "一〇二"},
		{"decimalFullWidth", 10, "１０"}, {"ideographTraditional", 10, "癸"}, {"ideographTraditional", 11, "11"},
		{"ideographZodiac", 1, "子"}, {"decimalEnclosedCircle", 20, "⑳"}, {"decimalEnclosedCircleChinese", 21, "21"},
		{"decimalEnclosedParen", 1, "⑴"}, {"decimalEnclosedFullstop", 2, "⒉"}, {"ideographEnclosedCircle", 3, "㊂"},
		{"numberInDash", 3, "- 3 -"}, {"none", 3, ""}, {"ordinal", 3, "3"},
	}
	for _, test := range tests {
		if got := format(test.format, test.n); got != test.want {
			t.Errorf("%s %d is %q, want %q", test.format, test.n, got, test.want)
		}
	}
}
