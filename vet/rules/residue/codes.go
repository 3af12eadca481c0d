package residue

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/internal/words"
	"gangmu/vet"
)

// leftovers are beginnings of what word processors print when a field or a
// bookmark became text; each goes to its end mark or to the next blank.
var leftovers = []struct{ begin, end string }{
	{"[bookmark:", "]"}, {"[Bookmark:", "]"}, {"HYPERLINK \"", "\""}, {"PAGEREF _", ""}, {"\\* MERGEFORMAT", ""}, {"_Toc", ""},
	{"错误!未", "。"}, {"错误！未", "。"}, {"Error! Reference", "."}, {"Error! Bookmark", "."}, {"[DATE]", ""}, {"{MERGEFIELD", "}"}, {"MERGEFIELD ", ""},
	{"REF _Ref", ""}, {"TOC \\o", ""}, {"&nbsp;", ";"}, {"<w:", ">"}, {"</w:", ">"}, {"STYLEREF ", ""}, {"{ PAGE", "}"}, {"[此处", "]"}, {"【此处", "】"}, {"（此处插入", "）"}, {"（待补", "）"}, {"（待核", "）"},
}

// leftover finds any beginning of them.
var leftover = func() *words.Set {
	var begins []string
	for _, x := range leftovers {
		begins = append(begins, x.begin)
	}
	return words.New(begins...)
}()

func codes(p *vet.Pass, l extract.Line) {
	s := l.Text.S
	if !leftover.In(s) {
		return
	}
	for _, x := range leftovers {
		i := strings.Index(s, x.begin)
		if i < 0 {
			continue
		}
		end := i + len(x.begin)
		if x.end != "" {
			if n := strings.Index(s[end:], x.end); n >= 0 {
				end += n + len(x.end)
			}
		} else if n := strings.IndexFunc(s[end:], func(r rune) bool { return r >= utf8.RuneSelf || r == ' ' }); n >= 0 {
			end += n
		}
		report(p, l.Text, i, end, vet.Words{
			Zh: fmt.Sprintf("正文中有排版残留“%s”，应删去。", s[i:end]),
			En: fmt.Sprintf("%q is left over from the word processor.", s[i:end]),
		})
		return
	}
}
