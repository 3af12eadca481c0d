package projects

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gangmu/vet/rules/internal/prose"
)

// tails and leads stand around a project's name in a sentence.
var (
	tails = []string{"等项目", "等工程", "等一批项目", "等重点项目", "等重大项目", "等", "项目", "工程", "建设"}
	leads = []string{
		"推动", "推进", "促进", "加快", "提速", "力争", "确保", "实现", "完成", "全面", "抓好", "做好", "抓紧", "支持", "积极", "有序", "稳步",
		"年内", "全年", "年底前", "开展", "启动", "建设", "实施", "着力", "同步", "加速", "协调", "统筹", "重点", "新建", "我区", "我市", "我县", "全区", "深入", "大力",
	}
)

// bare is a name without what surrounds it in a sentence; it keeps what known
// says is a name already.
func bare(s string, r prose.Range, known func(string) bool) prose.Range {
	for {
		if known(r.Of(s)) {
			return r
		}
		next, ok := strip(s, r)
		if !ok {
			return r
		}
		r = next
	}
}

// strip takes one word off the end or else the beginning.
func strip(s string, r prose.Range) (prose.Range, bool) {
	text := r.Of(s)
	for _, tail := range tails {
		if t, ok := strings.CutSuffix(text, tail); ok && t != "" {
			return prose.Range{Start: r.Start, End: r.Start + len(t)}, true
		}
	}
	for _, lead := range leads {
		if t, ok := strings.CutPrefix(text, lead); ok && t != "" {
			return prose.Range{Start: r.End - len(t), End: r.End}, true
		}
	}
	return r, false
}

// key is a name as names are compared: without brackets, quotation marks and
// blanks, half width, phases in Chinese numerals.
func key(s string) string {
	s = strings.Map(func(r rune) rune {
		if '一' <= r && r <= '龥' {
			return r
		}
		if r >= '！' && r <= '～' {
			r -= 0xFEE0
		}
		if unicode.IsSpace(r) || strings.ContainsRune("（）()“”\"·—-–《》、", r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, s)
	if !strings.Contains(s, "期") {
		return s
	}
	return phases.Replace(s)
}

var phases = strings.NewReplacer("1期", "一期", "2期", "二期", "3期", "三期", "4期", "四期", "I期", "一期", "II期", "二期", "III期", "三期", "Ⅰ期", "一期", "Ⅱ期", "二期", "Ⅲ期", "三期")

// core is a key without the general words at its end: 恒岳减速器产业园 of
// 恒岳减速器产业园建设项目.
func core(k string) string {
	for again := true; again; {
		again = false
		for _, tail := range []string{"暂定名", "项目", "工程", "建设"} {
			if t, ok := strings.CutSuffix(k, tail); ok && utf8.RuneCountInString(t) >= shortest {
				k, again = t, true
			}
		}
	}
	return k
}

// phase is the phase or section that a key tells: 一期, B段; empty for none.
func phase(k string) string {
	for _, mark := range []string{"期", "段", "标", "批"} {
		for i := len(k); ; {
			i = strings.LastIndex(k[:i], mark)
			if i <= 0 {
				break
			}
			r, size := utf8.DecodeLastRuneInString(k[:i])
			if strings.ContainsRune("一二三四五六七八九十ABCDEFG123456789", r) {
				return k[i-size : i+len(mark)]
			}
		}
	}
	return ""
}

func runes(s string) int { return utf8.RuneCountInString(s) }
