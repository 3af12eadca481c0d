package stagemismatch

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// shortest is the least number of characters of a project's short name.
const shortest = 3

// bare is a name without what surrounds it in a sentence.
func bare(s string, r prose.Range) prose.Range {
	for again := true; again; {
		again = false
		text := r.Of(s)
		for _, tail := range []string{"等项目", "等工程", "等一批项目", "等", "项目", "工程", "建设", "（一期）建设"} {
			if t, ok := strings.CutSuffix(text, tail); ok && t != "" {
				r.End, again = r.Start+len(t), true
				text = t
			}
		}
		for _, lead := range []string{"推动", "加快", "力争", "确保", "实现", "完成", "全面", "推进", "促进", "抓好", "支持", "年内", "全年"} {
			if t, ok := strings.CutPrefix(text, lead); ok {
				r.Start, again = r.End-len(t), true
				text = t
			}
		}
	}
	return r
}

// link is the one project that a name in the text means: the one so called, or
// the only one in whose name all its characters stand in order, the first two
// side by side.
func link(name string, entries []entry) (entry, bool) {
	name = squeeze(name)
	if utf8.RuneCountInString(name) < shortest {
		return entry{}, false
	}
	var exact, loose []entry
	for _, e := range entries {
		switch {
		case e.name == name:
			exact = append(exact, e)
		case strings.Contains(e.name, firstTwo(name)) && rows.InOrder(name, e.name) && samePhase(name, e.name):
			loose = append(loose, e)
		}
	}
	switch {
	case len(exact) > 0:
		return exact[0], len(exact) == 1
	case len(loose) == 1:
		return loose[0], true
	}
	return entry{}, false
}

// samePhase reports names of which not only one tells a phase.
func samePhase(a, b string) bool {
	return phase(a) == phase(b) || phase(a) == "" && phase(b) == "一期"
}

// phase is the phase that a name tells: 一期, B段.
func phase(s string) string {
	for _, mark := range []string{"期", "段"} {
		if i := strings.LastIndex(s, mark); i > 0 {
			r, size := utf8.DecodeLastRuneInString(s[:i])
			if strings.ContainsRune("一二三四五六七八九ABCDEFabcdefⅠⅡⅢ123456789", r) {
				return s[i-size : i+len(mark)]
			}
		}
	}
	return ""
}

func firstTwo(s string) string {
	_, a := utf8.DecodeRuneInString(s)
	_, b := utf8.DecodeRuneInString(s[a:])
	return s[:a+b]
}

// squeeze is a name without brackets, quotation marks and blanks.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("（）()“”\"·", r) {
			return -1
		}
		return r
	}, s)
}
