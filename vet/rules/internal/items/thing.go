package items

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Thing is what an amount counts: 新（改）建农村公路 is Verb 新建, Scope 农村, Noun 公路.
type Thing struct {
	Verb  string // one word for each group of verbs that mean alike; may be empty
	Scope string // the part of the place that it is limited to
	Noun  string
}

// verbs are the words before what is counted, by the word that stands for them.
var verbs = []struct {
	means string
	words []string
}{
	{"建", []string{"新（改）建", "新(改)建", "新改建", "改（建）造", "改扩建", "新建", "建成", "建设", "新增", "打造", "投用", "铺设", "设立", "布局", "建"}},
	{"改", []string{"升级改造", "提质改造", "提升改造", "改造", "更新", "整治", "修复", "提升"}},
	{"装", []string{"加装", "安装", "更换"}},
	{"办", []string{"组织", "举办", "开展", "实施", "完成", "推进"}},
	{"发", []string{"发放", "投放", "筹集", "购买"}},
}

// scopes limit what is counted to a part of the place.
var scopes = []string{"城区", "农村", "城市", "城镇", "城乡", "镇村", "乡村", "中心城区", "主城区", "公共", "各类", "全区", "全市", "全县", "场镇"}

// silent takes out what says nothing.
var silent = strings.NewReplacer("“", "", "”", "", " ", "", "的", "")

// ThingOf reads the words before an amount.
func ThingOf(s string) Thing {
	s = silent.Replace(s)
	if _, after, ok := cutLast(s, "，"); ok {
		s = after
	}
	var t Thing
	for again := true; again; {
		again = false
		for _, v := range verbs {
			for _, w := range v.words {
				rest, ok := strings.CutPrefix(s, w)
				if !ok {
					continue
				}
				if t.Verb == "" || t.Verb == "办" {
					t.Verb = v.means
					if strings.Contains(w, "改") && v.means == "建" {
						t.Verb = "" // 新（改）建 is both
					}
				}
				s, again = rest, true
			}
		}
	}
	for again := true; again; {
		again = false
		for _, w := range scopes {
			if rest, ok := strings.CutPrefix(s, w); ok && utf8.RuneCountInString(rest) >= 2 {
				t.Scope, s, again = t.Scope+w, rest, true
			}
		}
	}
	t.Noun = s
	return t
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// deeds count people for whom something is done: of others where the scope is
// another.
var deeds = []string{"就业", "培训", "服务"}

// Likeness is how surely two things are one.
type Likeness int

const (
	Unlike  Likeness = iota
	Akin             // the ends of their names agree: 燃气安全报警装置, 燃气泄漏报警装置
	Within           // one name says more: 垃圾分类厢房, 分类厢房
	TheSame          // the same words
)

// Like compares two things; verbs that mean another work make them unlike.
func (t Thing) Like(u Thing) Likeness {
	if t.Noun == "" || u.Noun == "" || t.Verb != "" && u.Verb != "" && t.Verb != u.Verb && t.Verb != "办" && u.Verb != "办" {
		return Unlike
	}
	a, b := t.Noun, u.Noun
	long, short := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if long < short {
		a, b, long, short = b, a, short, long
	}
	switch {
	case a == b && t.Scope != u.Scope && slices.Contains(deeds, a):
		return Unlike // 城镇就业 is not any 就业
	case a == b && long >= 2:
		return TheSame
	case short >= 4 && long-short <= 4 && strings.HasSuffix(a, b):
		return Within
	case t.Verb == u.Verb && t.Verb != "" && short >= 6 && endsAlike([]rune(a), []rune(b)):
		return Akin
	}
	return Unlike
}

// endsAlike reports two long names with the same first two and last four
// characters.
func endsAlike(a, b []rune) bool {
	return slices.Equal(a[:2], b[:2]) && slices.Equal(a[len(a)-4:], b[len(b)-4:])
}
