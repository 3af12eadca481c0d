package quantity

import "strings"

// mention is a mention of kind k over the digits up to end.
func (d digits) mention(k Kind, end int) Mention {
	return Mention{Start: d.start, End: end, NumStart: d.start, NumEnd: end, Kind: k}
}

// label takes the numbers of 专栏1, 附件2, 表1.
func (s *scanner) label(d digits) (Mention, bool) {
	if !d.plain() || d.ints > 2 || suffixAt(s.text, spacesBefore(s.text, d.first), labels) == "" {
		return Mention{}, false
	}
	_, _, unit := unitAt(s.text, d.end)
	return d.mention(Numbering, d.end), !unit
}

// sameAsLast takes the numbers listed behind an ordinal or a label: 第4、5名,
// 附件1、2.
func (s *scanner) sameAsLast(d digits) (Mention, bool) {
	last := s.last()
	if last == nil || last.End != last.NumEnd || last.Kind != Ordinal && last.Kind != Numbering {
		return Mention{}, false
	}
	if gap := s.text[last.End:d.start]; prefixAt(gap, 0, listJoints) != gap || gap == "" {
		return Mention{}, false
	}
	m := d.mention(last.Kind, d.end)
	if e, end := matchUnit(s.text, d.end); e != nil && last.Kind == Ordinal {
		m.End = end
	}
	return m, true
}

// listStart reports whether text[:i] ends where a list item may begin.
func (s *scanner) listStart(i int) bool {
	at := spacesBefore(s.text, i)
	if at == 0 {
		return true
	}
	r, _ := runeBefore(s.text, at)
	return strings.ContainsRune("：:；;。|#*", r)
}

// numbering takes （1）, 1., 1、, 1） where a list item may begin.
func (s *scanner) numbering(d digits) (Mention, bool) {
	if d.neg || d.grouped || d.ints > 2 {
		return Mention{}, false
	}
	open := suffixAt(s.text, d.first, openBrackets)
	shut := prefixAt(s.text, d.end, shutBrackets)
	if d.places == 0 && shut != "" && (open != "" || s.listStart(d.first)) {
		m := d.mention(Numbering, d.end)
		m.Start, m.End = d.first-len(open), d.end+len(shut)
		return m, true
	}
	if !s.listStart(d.first) {
		return Mention{}, false
	}
	if d.places > 0 {
		return s.numberingGlued(d)
	}
	sep := prefixAt(s.text, d.end, listMarks)
	if sep == "" {
		return Mention{}, false
	}
	if _, w := digitAt(s.text, d.end+len(sep)); w > 0 && sep != "、" {
		return Mention{}, false
	}
	return d.mention(Numbering, d.end+len(sep)), s.text[d.end:] != sep
}

var (
	openBrackets = []string{"（", "(", "[", "〔", "［"}
	shutBrackets = []string{"）", ")", "]", "〕", "］"}
)

// wholeUnits count what has no halves: 1.5项 at the start of a list item is
// item 1 and 5项.
var wholeUnits = unitSet("项 名 户 座 所 条")

// numberingGlued takes the 1. of 1.2023年…, of 1.5项带… and the whole of 1.1.2.
func (s *scanner) numberingGlued(d digits) (Mention, bool) {
	var n int
	point := new(digits).run(s.text, d.first, &n)
	start := point + len(prefixAt(s.text, point, []string{".", "．"}))
	if s.text[d.end:] != "" && s.text[d.end] == '.' {
		if _, w := digitAt(s.text, d.end+1); w > 0 {
			return d.mention(Numbering, codeEnd(s.text, d.end)), true
		}
	}
	rest := readDigits(s.text, start, func(int) bool { return false })
	u, _, _ := unitAt(s.text, d.end)
	glued := isYear(rest) && strings.HasPrefix(s.text[rest.end:], "年") || wholeUnits[u.Text]
	if !glued {
		return Mention{}, false
	}
	return d.mention(Numbering, start), true
}
