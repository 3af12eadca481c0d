package msword

import (
	"strconv"
	"strings"
)

// HeadingStyle tells from the name of a style that it is one of the headings 1
// to 9, and its outline level, 0 to 8.
func HeadingStyle(name string) (outline int, ok bool) {
	name = strings.ToLower(name)
	for _, prefix := range []string{"heading ", "标题 "} {
		if rest, found := strings.CutPrefix(name, prefix); found {
			n, err := strconv.Atoi(rest)
			return n - 1, err == nil && n >= 1 && n <= 9
		}
	}
	return 0, false
}

// ContentsStyle tells from the name of a style that it is that of a table of
// contents.
func ContentsStyle(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "目录 ")
}
