package extract

import (
	"strings"

	"gangmu/document"
	"gangmu/plan"
)

// headLines is how many lines from the top may belong to the report's head.
const headLines = 12

// identify finds the report's title, place and years.
func identify(p *plan.Plan, doc *document.Document, o *outline) {
	head := headOf(o)
	meta := squeezeTitle(doc.Meta["title"])
	p.Title = titleOf(head)
	if p.Title == "" || runeLen(p.Title) < runeLen(meta) && strings.Contains(meta, p.Title) {
		p.Title = first(meta, p.Title)
	}
	p.Region = regionOf(append([]string{p.Title, meta}, head...))
	p.ExecutedYear, p.PlannedYear = yearsOf(p.Title, meta, head, o)
}

func first(s ...string) string {
	for _, t := range s {
		if t != "" {
			return t
		}
	}
	return ""
}

// headOf is the text before the address to the deputies, a line each.
func headOf(o *outline) []string {
	var head []string
	for _, l := range o.lines {
		if len(head) == headLines || numberLevel(strings.TrimSpace(l.text.S)) > 0 {
			break
		}
		for _, t := range splitLines(l.text) {
			s := squeezeTitle(t.S)
			if strings.HasPrefix(s, "各位代表") || strings.HasPrefix(s, "主任、") {
				return head
			}
			if runeLen(s) > 100 {
				return head
			}
			if s != "" && indexAny(s, "您所在的位置", "当前位置", "首页>") < 0 {
				head = append(head, s)
			}
		}
	}
	return head
}

// squeezeTitle drops white space between Chinese characters and markdown's stars.
func squeezeTitle(s string) string {
	s = strings.ReplaceAll(squeeze(s), "*", "")
	if half := len(s) / 2; half > 0 && s[:half] == s[half:] { // a page's title said twice
		return s[:half]
	}
	return s
}

var titleWords = []string{"报告", "公报", "纲要", "规划", "计划", "安排", "情况", "总结", "草案", "要点"}

// titleOf joins the first lines up to the one that ends in a genre's word: a
// title is often broken over two or three lines.
func titleOf(head []string) string {
	title := ""
	for i, s := range head {
		if runeLen(s) <= 4 && endsTitle(s) {
			continue // the name of a site's column, not of a report
		}
		if strings.HasPrefix(s, "—") || strings.HasPrefix(s, "（") {
			break
		}
		s = strings.TrimPrefix(s, "原标题：")
		if cut := strings.Index(s, "——"); cut > 0 {
			s = s[:cut]
		}
		title += s
		if endsTitle(title) && !(i+1 < len(head) && goesOn(title, head[i+1])) {
			return title
		}
	}
	return ""
}

func endsTitle(s string) bool {
	if i := strings.LastIndexAny(s, "（("); i > 0 {
		s = s[:i]
	}
	s = strings.TrimRight(s, "[0123456789]")
	for _, w := range titleWords {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// goesOn reports a title that is not whole yet: it begins with 关于 and has not
// come to its 报告, but the next line does.
func goesOn(title, next string) bool {
	return strings.HasPrefix(title, "关于") && !strings.Contains(title, "报告") && strings.Contains(next, "报告")
}

// regionOf finds the place whose congress or government the report belongs to.
// The congress names it best, unless the title names it with its province.
func regionOf(head []string) string {
	place, titled := "", ""
	for _, s := range head {
		place = first(place, congressPlace(s))
		titled = first(titled, titlePlace(s))
	}
	switch {
	case place == "" || strings.HasSuffix(titled, place):
		place = titled
	}
	if place != "" {
		return place
	}
	for _, s := range head {
		if indexAny(s, "中央", "国务院", "全国") >= 0 {
			return "全国"
		}
	}
	return ""
}

// titlePlace reads 上海市 out of 关于2008年度上海市….
func titlePlace(s string) string {
	if strings.HasPrefix(s, "中华人民共和国") {
		return "全国"
	}
	s = strings.TrimPrefix(s, "关于")
	if rest := strings.TrimLeft(s, "0123456789"); rest != s {
		s = rest
		for _, w := range []string{"年度", "年", "上半年", "前三季度"} {
			s = strings.TrimPrefix(s, w)
		}
	}
	return leadingPlace(s)
}

// congressPlace reads 重庆市铜梁区 out of 在重庆市铜梁区第十八届人民代表大会….
func congressPlace(s string) string {
	end := strings.Index(s, "人民代表大会")
	if end < 0 {
		return ""
	}
	s = s[:end]
	if strings.HasSuffix(s, "全国") {
		return "全国"
	}
	i := strings.LastIndex(s, "第")
	if i < 0 {
		return ""
	}
	s = s[:i]
	if j := strings.LastIndex(s, "在"); j >= 0 {
		s = s[j+len("在"):]
	}
	return leadingPlace(s)
}

// Suffixes of administrative divisions (GB/T 2260), from province to county.
var placeSuffixes = []string{"特别行政区", "自治区", "自治州", "自治县", "自治旗", "省", "市", "地区", "盟", "区", "县", "旗", "新区", "开发区"}

// leadingPlace is the longest run of divisions at the start of s:
// 重庆市铜梁区 in 重庆市铜梁区2023年….
func leadingPlace(s string) string {
	end := 0
	for end < len(s) {
		n := division(s[end:])
		if n == 0 {
			break
		}
		end += n
	}
	return s[:end]
}

// division is the length of one division's name at the start of s. A name has
// two to eleven characters before its suffix, none of them a digit or a sign.
func division(s string) int {
	runes, at := 0, 0
	for i, r := range s {
		if r < 0x4E00 || r > 0x9FFF || runes == 12 {
			return 0
		}
		if strings.ContainsRune("年月日在的和及第", r) {
			return 0
		}
		at = i
		runes++
		if runes < 2 {
			continue
		}
		for _, suffix := range placeSuffixes {
			if strings.HasSuffix(s[:at+len(string(r))], suffix) && runes > runeLen(suffix) {
				return at + len(string(r))
			}
		}
	}
	return 0
}
