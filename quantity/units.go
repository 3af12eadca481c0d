package quantity

import (
	"sort"
	"strings"
)

// unitEntry is a unit of the table, ready to use.
type unitEntry struct {
	text, base string
	dim        Dimension
	scale      Number
	ascii      bool   // ends in a letter or digit: another one behind it makes it a code
	plain      bool   // takes no scale
	per        bool   // stands only behind a stroke
	not        string // characters behind it that make another word
}

// unitLists holds the units by their first character, the longest first;
// unitSlots tells the list of a character, the empty one at 0 for most.
var unitLists, unitSlots = slotUnits(buildUnits())

func slotUnits(index map[rune][]unitEntry) (lists [][]unitEntry, slots *[1 << 16]uint16) {
	slots = new([1 << 16]uint16)
	lists = append(lists, nil)
	for r, list := range index {
		slots[r] = uint16(len(lists))
		lists = append(lists, list)
	}
	return lists, slots
}

// unitsAt lists the units that begin with the character at text[i].
func unitsAt(text string, i int) []unitEntry {
	r, _ := runeAt(text, i)
	if r >= 1<<16 {
		return nil
	}
	return unitLists[unitSlots[r]]
}

func buildUnits() map[rune][]unitEntry {
	index := map[rune][]unitEntry{}
	add := func(row unitRow, plain, per bool) {
		r, _ := runeAt(row.text, 0)
		last := row.text[len(row.text)-1]
		e := unitEntry{text: row.text, base: row.base, dim: row.dim, scale: Int(1), ascii: isAlnum(last), plain: plain, per: per, not: wordStarts[row.text]}
		if row.scale != "" {
			e.scale = MustNumber(row.scale)
		}
		index[r] = append(index[r], e)
	}
	for _, row := range unitTable {
		add(row, false, false)
	}
	for _, row := range perUnits {
		add(row, false, true)
	}
	for _, text := range strings.Fields(countables) {
		add(unitRow{text: text, dim: Count, base: text}, false, false)
	}
	for _, text := range strings.Fields(plainCountables) {
		add(unitRow{text: text, dim: Count, base: text}, true, false)
	}
	for _, list := range index {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
	}
	return index
}

// matchUnit is the longest unit without scale at text[i].
func matchUnit(text string, i int) (e *unitEntry, end int) {
	if i >= len(text) {
		return nil, i
	}
	list := unitsAt(text, i)
	for k := range list {
		if !strings.HasPrefix(text[i:], list[k].text) {
			continue
		}
		end = i + len(list[k].text)
		if list[k].fits(text, end) {
			return &list[k], end
		}
	}
	return nil, i
}

// fits reports whether the unit may end at text[:end]: nothing behind it makes
// another word of it.
func (e *unitEntry) fits(text string, end int) bool {
	if end >= len(text) {
		return true
	}
	if e.ascii {
		return !isAlnum(text[end])
	}
	if e.not == "" {
		return true
	}
	next, _ := runeAt(text, end)
	return !strings.ContainsRune(e.not, next)
}

// readScale reads 万, 亿, 千, 百万, 万亿 … at text[i]: the power of ten and the end.
func readScale(text string, i int) (exp, end int) {
	for i < len(text) {
		r, w := runeAt(text, i)
		p := scalePower(r)
		if p == 0 || exp+p > 16 {
			break
		}
		exp, i = exp+p, i+w
	}
	return exp, i
}

func scalePower(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	}
	return 0
}

// unitAt reads the unit at text[i], with its scale in front and what it is
// counted per behind (万元/人). ok is false when there is no unit; a scale
// alone is one.
func unitAt(text string, i int) (u Unit, end int, ok bool) {
	e, exp, at := scaledUnit(text, i)
	if e != nil && (e.per || e.plain && exp > 0) {
		e, at = nil, at-len(e.text)
	}
	if at == i {
		return Unit{}, i, false
	}
	u = Unit{Text: text[i:at], Scale: Int(1).Shift(exp)}
	if e != nil {
		u.Dim, u.Base, u.Scale = e.dim, e.base, e.scale.Shift(exp)
		u, at = perUnit(u, text, i, at)
	}
	return u, at, true
}

// scaledUnit reads a scale and the unit behind it; either may be missing. The
// first place where a unit fits ends the scale: 万千瓦时 is 万 of 千瓦时.
func scaledUnit(text string, i int) (e *unitEntry, exp, end int) {
	for {
		if e, end = matchUnit(text, i); e != nil || i >= len(text) {
			return e, exp, end
		}
		r, w := runeAt(text, i)
		p := scalePower(r)
		if p == 0 || exp+p > 16 {
			return nil, exp, i
		}
		exp, i = exp+p, i+w
	}
}

// perUnit extends the unit text[i:at] by "/人", "/平方米·月".
func perUnit(u Unit, text string, i, at int) (Unit, int) {
	sep := prefixAt(text, at, slashes)
	if sep == "" || u.Dim == Share || u.Dim == Points {
		return u, at
	}
	e, exp, end := scaledUnit(text, at+len(sep))
	if e == nil {
		return u, at
	}
	scale, _ := u.Scale.Quo(e.scale.Shift(exp))
	u = Unit{Text: text[i:end], Dim: Rate, Base: u.Base + "/" + e.base, Scale: scale.Plain()}
	if strings.HasPrefix(text[end:], "·") {
		if e, more := matchUnit(text, end+len("·")); e != nil && e.dim == Time {
			u.Text, u.Base, end = text[i:more], u.Base+"·"+e.text, more
		}
	}
	return u, end
}

// ParseUnit reads a unit as it stands in a header, a column or a note: 万人,
// 万元/人, （%）, 单位：亿元. ok is false when the whole of s is not one unit.
func ParseUnit(s string) (u Unit, ok bool) {
	s = strings.TrimSpace(s)
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"[", "]"}} {
		if strings.HasPrefix(s, b[0]) && strings.HasSuffix(s, b[1]) {
			s = strings.TrimSpace(s[len(b[0]) : len(s)-len(b[1])])
		}
	}
	for _, head := range []string{"计量单位", "单位"} {
		if rest, found := strings.CutPrefix(s, head); found && rest != "" {
			s = strings.TrimLeft(rest, "：: 　\t为")
			break
		}
	}
	u, end, ok := unitAt(s, 0)
	return u, ok && end == len(s)
}

// IsZero reports that nothing is known of the unit.
func (u Unit) IsZero() bool { return u.Text == "" && u.Dim == None }

// scale is how many Base one unit is; an unknown unit counts itself.
func (u Unit) scale() Number {
	if u.Scale.Sign() == 0 {
		return Int(1)
	}
	return u.Scale
}

// Same reports whether two units convert into each other.
func (u Unit) Same(v Unit) bool { return u.Dim == v.Dim && u.Base == v.Base }

// scaleExp is the power of ten of the unit's 万, 亿 …
func (u Unit) scaleExp() int {
	_, exp, _ := scaledUnit(u.Text, 0)
	return exp
}

// unscaled is the unit's text without 万, 亿 … in front.
func (u Unit) unscaled() string {
	e, _, end := scaledUnit(u.Text, 0)
	if e == nil {
		return u.Text[end:]
	}
	return u.Text[strings.Index(u.Text, e.text):]
}
