package quantity

import (
	"strings"
	"unicode"
)

// list is what the numbers of a list share: those that begin before to have
// the unit that begins at unit, or none when that is 0, or all are codes.
type list struct {
	to, unit int
	code     bool
}

// chain gives a bare number the unit of the list that it stands in: the
// numbers of 2332、33953和46268人 all count people, those of 4、5、6号线 are codes.
func (s *scanner) chain(d digits) (Mention, bool) {
	if s.quoted(d.first) {
		return Mention{}, false
	}
	_, scaled := readScale(s.text, d.end)
	if d.first >= s.list.to {
		s.list = readList(s.text, scaled)
	}
	switch {
	case s.list.code:
		return d.mention(Code, d.end), d.plain()
	case s.list.unit == 0:
		return Mention{}, false
	}
	u, _, _ := unitAt(s.text, s.list.unit)
	return s.inList(d, scaled, u), u.Text != "年"
}

// readList reads the rest of a list whose first number ends at i. It is read
// once for all its numbers.
func readList(text string, i int) list {
	for at := i; ; {
		sep := prefixAt(text, at, listJoints)
		first := at + len(sep)
		if _, w := digitAt(text, first); sep == "" || w == 0 {
			return list{to: at}
		}
		e := bareDigits(text, first)
		if e.unreadable() || letterAt(text, e.end) {
			return list{to: first}
		}
		if strings.HasPrefix(text[e.end:], "号") {
			return list{to: first, code: true}
		}
		u, end, ok := unitAt(text, e.end)
		if ok && u.Dim != None {
			return list{to: first, unit: e.end}
		}
		at = end
	}
}

// inList is the mention of d, whose own scale ends at scaled, with the unit of
// its list: 10.6万、3.3万平方公里.
func (s *scanner) inList(d digits, scaled int, u Unit) Mention {
	if scaled > d.end {
		u, _ = ParseUnit(s.text[d.end:scaled] + u.unscaled())
	}
	m := s.mention(d.start, reading{q: Quantity{Value: d.number(), Unit: u}, numEnd: scaled, end: scaled})
	if u.Dim == Voltage {
		m.Kind = NameVoltage
	}
	return m
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
	case u.IsZero() && strings.ContainsRune("》×", next):
		return NameNumber
	case u.IsZero() && !r.hasBoundWord && isHan(next):
		if isYear(r.first.digits) {
			return NameNumber
		}
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
