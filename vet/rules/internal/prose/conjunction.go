package prose

import (
	"strings"
	"unicode/utf8"
)

// conjunctions with the characters that make another word of theirs.
var conjunctions = []struct{ word, before, behind string }{
	{"以及", "", ""}, {"及", "涉普", "时格"}, {"和", "饱缓温祥", "谐睦解"}, {"与", "参", "时共"}, {"并", "合兼", "轨购网"},
}

// Conjoined parts an entry of a list at its words for and: 甲和乙. Those inside
// brackets, quotation marks or other words part nothing.
func Conjoined(s string) []string {
	start, depth := 0, 0
	var out []string
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '（', '“', '《', '(':
			depth++
		case '）', '”', '》', ')':
			depth--
		}
		if word := conjunctionAt(s, i); depth <= 0 && word != "" && i > start+len("铝") && i+len(word)+len("铝") < len(s) {
			out = append(out, s[start:i])
			i += len(word)
			start = i
			continue
		}
		i += w
	}
	return append(out, s[start:])
}

func conjunctionAt(s string, i int) string {
	for _, c := range conjunctions {
		if !strings.HasPrefix(s[i:], c.word) {
			continue
		}
		prev, _ := utf8.DecodeLastRuneInString(s[:i])
		next, _ := utf8.DecodeRuneInString(s[i+len(c.word):])
		if strings.ContainsRune(c.before, prev) || strings.ContainsRune(c.behind, next) {
			return ""
		}
		return c.word
	}
	return ""
}
