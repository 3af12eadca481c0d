package glossarymissing

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gangmu/vet/rules/internal/prose"
)

//go:embed known.txt
var list string

// known are the terms of known.txt.
var known = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out[prose.Letters(line)] = true
		}
	}
	return out
})

// A coined term has so many characters.
const (
	shortest = 2
	longest  = 12
)

// coined reports a quoted text, s[q.Start:q.End], that a reader who was not there
// when it was coined cannot know: a slogan of numbers, or the name of a programme.
func coined(s string, q prose.Range) bool {
	name := q.Of(s)
	n := utf8.RuneCountInString(name)
	if n < shortest || n > longest || strings.ContainsAny(name, "，。；：《》%％") || date.MatchString(name) || widely(name) || award(s, q) {
		return false
	}
	letters := prose.Letters(name)
	return digits(letters) || slogan(letters) || n > shortest && programme(s[q.End:])
}

// date is 8·30, by which an event is called.
var date = regexp.MustCompile(`^[0-9]{1,2}[·.．][0-9]{1,2}$`)

// widely reports a term that is known, or begins with a known one: “三公”经费,
// “互联网+政务服务”.
func widely(name string) bool {
	letters := prose.Letters(name)
	for i := range letters {
		if known()[letters[:i]] && unicode.Is(unicode.Han, first(letters[i:])) {
			return true
		}
	}
	return known()[letters]
}

// digits reports 2+4, 1+N+X and 1361; a year is none.
func digits(name string) bool {
	n, plus := 0, false
	for _, r := range name {
		switch {
		case unicode.IsDigit(r):
			n++
		case r == '+':
			plus = true
		case r > unicode.MaxASCII:
			return plus && n > 0 // “1+5”产业 within the quotation
		}
	}
	return plus && n > 0 || n == len(name) && n >= 3 && !(n == 4 && (name[:2] == "20" || name[:2] == "19"))
}

// slogan reports 七个一, 三个革命, 三高四新 and 双十: a name that begins with a number
// of things, ordinals, dates and 三连冠 excepted.
func slogan(name string) bool {
	r, w := utf8.DecodeRuneInString(name)
	if r == '双' || r == '两' {
		return true
	}
	n, size := prose.Ordinal(name)
	rest := name[size:]
	if n == 0 || rest == "" || strings.ContainsRune("年月日届次期级等连", first(rest)) {
		return false
	}
	if n > 1 {
		return n <= 20
	}
	return strings.ContainsAny(name[w:], "一二三四五六七八九十") // 一核两带: one thing alone is no slogan
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// programmes are what a quoted name may be called by its author's own office.
var programmes = []string{"平台", "系统", "小程序", "工作法", "模式", "机制", "计划", "行动", "工程", "改革", "品牌", "战略", "专班", "场景", "体系", "应用", "服务平台", "管理平台"}

// programme reports what follows a quoted name: ”平台.
func programme(behind string) bool {
	behind = strings.TrimPrefix(behind, "”")
	for _, p := range programmes {
		if strings.HasPrefix(behind, p) {
			return true
		}
	}
	return false
}

// award reports a title that others gave: 获评“全国十佳……”, “……”称号.
func award(s string, q prose.Range) bool {
	for _, w := range []string{"全国", "国家", "中国", "世界", "全球", "省", "市"} {
		if strings.HasPrefix(q.Of(s), w) {
			return true
		}
	}
	behind := strings.TrimPrefix(s[q.End:], "”")
	for _, w := range []string{"称号", "荣誉", "奖", "大赛", "活动", "期间", "假期"} {
		if strings.HasPrefix(behind, w) {
			return true
		}
	}
	return false
}

// explained reports a term that its own sentence explains: “三治”（治水、治气、治土）,
// “三治”，即 … or 治水、治气、治土“三治”.
func explained(s string, q prose.Range) bool {
	behind := strings.TrimPrefix(s[q.End:], "”")
	for i, r := range behind { // its noun stands between: “2+4”产业集群（…）
		if !unicode.Is(unicode.Han, r) {
			behind = behind[min(i, headLength):]
			break
		}
	}
	for _, w := range []string{"（", "(", "：", "，即", "，指", "，包括"} {
		if strings.HasPrefix(behind, w) {
			return true
		}
	}
	before := strings.TrimSuffix(s[:q.Start], "“")
	clause := before[strings.LastIndexAny(before, "，。；：")+1:]
	return strings.Contains(clause, "、") && !strings.HasSuffix(clause, "、")
}

// headLength is more than a noun behind a quoted number has in bytes.
const headLength = 8 * len("一")
