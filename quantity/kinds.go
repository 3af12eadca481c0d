package quantity

import (
	"strings"
	"unicode"
)

// bare is a mention of kind k over the digits up to end.
func (d digits) mention(k Kind, end int) Mention {
	return Mention{Start: d.start, End: end, NumStart: d.start, NumEnd: end, Kind: k}
}

// code takes letters and digits run together: S106, K0+160, 5G, 3A, LOMO3号,
// and telephone numbers. Letters of a known abbreviation may stand before an
// amount: GDP6.5%.
func (s *scanner) code(d digits) (Mention, bool) {
	start := s.codeStart(d.first)
	end := d.end
	switch {
	case strings.HasSuffix(s.text[:d.first], "±"):
		start = d.first - len("±")
		if e, at := matchUnit(s.text, d.end); e != nil && e.dim == Voltage {
			m := d.mention(NameVoltage, at)
			m.Start = start
			return m, true
		}
	case start < d.first && s.amountBehindLetters(d, start):
		return Mention{}, false
	case start < d.first:
		end = codeEnd(s.text, d.end)
	case letterAt(s.text, d.end):
		if e, _ := matchUnit(s.text, d.end); e != nil {
			return Mention{}, false
		}
		end = codeEnd(s.text, d.end)
	case strings.HasPrefix(s.text[d.end:], "#"):
		end = d.end + 1
	case s.telephone(d):
		end = codeEnd(s.text, d.end)
	case s.issued(d):
		end = bareDigits(s.text, d.end+len(prefixAt(s.text, d.end, shutBrackets))).end
		start -= len(suffixAt(s.text, start, openBrackets))
	default:
		return s.numberedName(d)
	}
	end += len(prefixAt(s.text, end, codeTails))
	m := d.mention(Code, end)
	m.Start, m.NumStart = start, start
	return m, true
}

// issued takes the year of a document's number: 〔2023〕15号.
func (s *scanner) issued(d digits) bool {
	shut := prefixAt(s.text, d.end, shutBrackets)
	if !isYear(d) || shut == "" || suffixAt(s.text, d.first, openBrackets) == "" {
		return false
	}
	e := bareDigits(s.text, d.end+len(shut))
	return e.ints > 0 && e.plain() && strings.HasPrefix(s.text[e.end:], "号")
}

// numberedName takes 3号, 15号文, 5号线, 2-4号楼, 3#.
func (s *scanner) numberedName(d digits) (Mention, bool) {
	end := d.end
	if sep := prefixAt(s.text, end, dashes); sep != "" {
		end += len(sep)
		var n int
		end = new(digits).run(s.text, end, &n)
	}
	if !d.plain() || !strings.HasPrefix(s.text[end:], "号") {
		return Mention{}, false
	}
	return d.mention(Code, end+len("号")), true
}

// codeStart is where the letters (and what joins them) before the digits begin.
func (s *scanner) codeStart(i int) int {
	at := i
	for at > s.done && (isLetter(s.text[at-1]) || strings.IndexByte("-+./_", s.text[at-1]) >= 0) {
		at--
	}
	for at < i && !isLetter(s.text[at]) {
		at++
	}
	if at < i && strings.IndexByte("+", s.text[i-1]) >= 0 {
		return i
	}
	return at
}

// amountBehindLetters reports GDP6.5%, CPI上涨… written without a verb: at
// least two letters, then a share or a scaled number.
func (s *scanner) amountBehindLetters(d digits, start int) bool {
	if d.first-start < 2 || s.text[start:d.first] == "PM" || !isLetter(s.text[d.first-1]) {
		return false
	}
	u, _, ok := unitAt(s.text, d.end)
	return ok && (u.Dim == Share || u.Dim == Points || u.Dim == Money)
}

// codeEnd is where the letters, digits and their joints from i on end.
func codeEnd(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case isLetter(c) || c >= '0' && c <= '9':
			i++
		case strings.IndexByte("-+/._", c) >= 0 && i+1 < len(text) && (isLetter(text[i+1]) || text[i+1] >= '0' && text[i+1] <= '9'):
			i++
		default:
			return i
		}
	}
	return i
}

// telephone takes 023-45671234, 12345678901, 1-2-3 and numbers with a zero in
// front.
func (s *scanner) telephone(d digits) bool {
	dashed := d.end < len(s.text) && s.text[d.end] == '-'
	if dashed && d.plain() && !isYear(d) {
		if e := bareDigits(s.text, d.end+1); e.ints > 0 && e.plain() && e.coef <= d.coef {
			_, _, unit := unitAt(s.text, e.end) // 28398-2023: no range goes down
			return !unit
		}
	}
	if !d.plain() || d.ints > maxDigits || !d.zeroFirst && d.ints != 11 && !dashed {
		return false
	}
	_, _, unit := unitAt(s.text, d.end)
	if d.zeroFirst && !unit {
		return !strings.HasPrefix(s.text[d.end:], "月") && !strings.HasPrefix(s.text[d.end:], "日")
	}
	if d.ints == 11 && !unit {
		return true
	}
	groups := 0
	for at := d.end; at+1 < len(s.text) && s.text[at] == '-' && s.text[at+1] >= '0' && s.text[at+1] <= '9'; groups++ {
		var n int
		at = new(digits).run(s.text, at+1, &n)
	}
	return groups >= 2 && !isYear(d)
}

// unreadable takes digits run together that nobody can split.
func (s *scanner) unreadable(d digits) (Mention, bool) {
	return d.mention(Unreadable, d.end), d.unreadable()
}

// slogan takes sums that name something: 2+4, 1+N, 3+2.
func (s *scanner) slogan(d digits) (Mention, bool) {
	end := d.end
	for {
		sep := prefixAt(s.text, end, pluses)
		at := end + len(sep)
		_, w := digitAt(s.text, at)
		if sep == "" || w == 0 && !letterAt(s.text, at) {
			break
		}
		for w > 0 || letterAt(s.text, at) {
			at += max(w, 1)
			_, w = digitAt(s.text, at)
		}
		end = at
	}
	return d.mention(Mnemonic, end), end > d.end
}

// label takes the numbers of 专栏1, 附件2, 表1.
func (s *scanner) label(d digits) (Mention, bool) {
	if !d.plain() || d.ints > 2 || suffixAt(s.text, spacesBefore(s.text, d.first), labels) == "" {
		return Mention{}, false
	}
	_, _, unit := unitAt(s.text, d.end)
	return d.mention(Numbering, d.end), !unit
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

// chain gives a bare number the unit of the list that it stands in: the
// numbers of 2332、33953和46268人 all count people, those of 4、5、6号线 are codes.
func (s *scanner) chain(d digits) (Mention, bool) {
	if s.quoted(d.first) {
		return Mention{}, false
	}
	for at := d.end; ; {
		sep := prefixAt(s.text, at, listJoints)
		if sep == "" {
			return Mention{}, false
		}
		at += len(sep)
		if _, w := digitAt(s.text, at); w == 0 {
			return Mention{}, false
		}
		e := bareDigits(s.text, at)
		if e.unreadable() || letterAt(s.text, e.end) {
			return Mention{}, false
		}
		at = e.end
		if strings.HasPrefix(s.text[at:], "号") {
			return d.mention(Code, d.end), d.plain()
		}
		if u, _, ok := unitAt(s.text, at); ok {
			r := reading{q: Quantity{Value: d.number(), Unit: u}, numEnd: d.end, end: d.end}
			m := s.mention(d.start, r)
			if u.Dim == Voltage {
				m.Kind = NameVoltage
			}
			return m, u.Text != "年" && u.Dim != None
		}
	}
}

// kindOf tells an amount from a number that belongs to a name.
func (s *scanner) kindOf(m Mention, r reading) Kind {
	u, rest := r.q.Unit, s.text[r.end:]
	next, _ := runeAt(rest, 0)
	switch {
	case u.Dim == Voltage:
		return NameVoltage
	case r.q.Form == Ratio || r.q.Form == Fraction:
		return Amount
	case s.quoted(m.NumStart):
		return s.quotedKind(u)
	case s.ranked(m, u):
		return Ordinal
	case rest == "":
		return s.atEnd(m, r)
	case u.Text == "届":
		return Ordinal
	case next == '级' || next == '强' && u.IsZero():
		return NameNumber
	case u.Text == "岁" || u.Text == "周岁":
		return ageKind(r, next)
	case u.Dim == Time && s.timeName(u, rest):
		return NameNumber
	case u.Dim == People && strings.HasPrefix(rest, "制"):
		return NameNumber
	case u.Text == "年" && (next == '级' || next == '代'):
		return NameNumber
	case r.hasBoundWord && s.sizeClass(u, rest):
		return NameNumber
	case u.IsZero() && next == '》':
		return NameNumber
	case u.IsZero() && !r.hasBoundWord && isHan(next):
		return s.bareKind(m, next)
	}
	return Amount
}

// atEnd tells the kind of a number that ends its line.
func (s *scanner) atEnd(m Mention, r reading) Kind {
	u := r.q.Unit
	if r.q.Form == Range && (u.Text == "岁" || u.Text == "周岁") {
		return NameNumber
	}
	return Amount
}

// quotedKind tells slogans and names in quotation marks from quoted amounts.
func (s *scanner) quotedKind(u Unit) Kind {
	switch u.Dim {
	case Share, Points, Money, Rate, Mass, Energy:
		return Amount
	}
	return Mnemonic
}

// ageKind tells 3岁以下婴幼儿 and 0-6岁 from a life expectancy.
func ageKind(r reading, next rune) Kind {
	if r.q.Form == Range || r.hasBoundWord && r.q.Op != About || isHan(next) {
		return NameNumber
	}
	return Amount
}

// timeName takes 三年行动, 9年义务教育, 15分钟便民生活圈, 1小时经济圈.
func (s *scanner) timeName(u Unit, rest string) bool {
	if prefixAt(rest, 0, nameTails) != "" {
		return true
	}
	head := clause(rest, 8)
	switch u.Text {
	case "分钟", "小时":
		return strings.Contains(head, "圈")
	case "年":
		return containsAny(head, planWords)
	}
	return false
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// sizeClass takes 10亿元以上项目, 5万元以下村: a bound that sorts things.
func (s *scanner) sizeClass(u Unit, rest string) bool {
	switch u.Dim {
	case Money, Area, Length, Mass, Power, Volume:
	default:
		return false
	}
	return containsAny(clause(rest, 6), classNouns)
}

// clause is the beginning of text up to n characters or the first that is no
// Chinese character.
func clause(text string, n int) string {
	for i, r := range text {
		if n == 0 || !isHan(r) {
			return text[:i]
		}
		n--
	}
	return text
}

// ranked takes 前10位, 前三名: places, not amounts.
func (s *scanner) ranked(m Mention, u Unit) bool {
	return strings.HasSuffix(s.text[:m.Start], "前") && (u.Text == "位" || u.Text == "名" || u.IsZero())
}

// bareKind decides on a number without unit before a Chinese character: behind
// a verb it is an amount, otherwise part of a name (12345热线, 4.0产业园).
func (s *scanner) bareKind(m Mention, next rune) Kind {
	prev, _ := runeBefore(s.text, spacesBefore(s.text, m.Start))
	if m.Start < m.NumStart || m.Lead < m.Start || strings.ContainsRune(bareVerbs, prev) {
		return Amount
	}
	if strings.ContainsRune("和与及或的，、；。较比至到", next) || unicode.IsPunct(next) {
		return Amount
	}
	return NameNumber
}
