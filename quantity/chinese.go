package quantity

import "strings"

// chinese reads the numeral characters at text[i] and returns where to go on.
// They are part of words far more often than numbers, so nothing is taken for
// an amount that does not clearly count.
func (s *scanner) chinese(i int) int {
	if prev, _ := runeBefore(s.text, i); prev == '数' || prev == '几' {
		var buf [maxNumerals]int
		_, end := numeralRun(s.text, i, buf[:0])
		return end
	}
	if prefixAt(s.text, i, perHundred) == "" {
		if next, ok := s.spokenName(i); ok {
			return next
		}
	}
	if r, ok := s.spokenAmount(i); ok {
		m := s.mention(i, r)
		m.Kind = s.kindOf(m, r)
		if r.q.Unit.Dim == Money && prefixAt(s.text, r.end, classNouns) != "" {
			m.Kind = NameNumber // 十万元项目
		}
		s.emit(m)
		return m.End
	}
	var buf [maxNumerals]int
	_, end := numeralRun(s.text, i, buf[:0])
	return end
}

// spokenName takes the numerals that number or name something.
func (s *scanner) spokenName(i int) (next int, ok bool) {
	var buf [maxNumerals]int
	run, end := numeralRun(s.text, i, buf[:0])
	m := Mention{Start: i, End: end, NumStart: i, NumEnd: end}
	switch {
	case fiveYearPlan(run):
		m.Kind = Mnemonic
	case s.spokenNumbering(&m):
		m.Kind = Numbering
	case len(run) == 4 && strings.HasPrefix(s.text[end:], "年") && s.spokenYear(&m, run):
	case s.spokenOrdinal(&m, run):
		m.Kind = Ordinal
	case s.spokenDate(&m, run):
		m.Kind = Date
	case strings.HasPrefix(s.text[end:], "号") && run[0] <= 10:
		m.Kind = Code
		m.End += len("号")
	case s.spokenNamed(&m, run):
		m.Kind = NameNumber
	default:
		return i, false
	}
	if m.Kind != Numbering {
		m.NumEnd = m.End
	}
	s.emit(m)
	return m.End, true
}

// fiveYearPlan reports 十四五, 十五五: the plan's name, not a number.
func fiveYearPlan(run []int) bool {
	return len(run) == 3 && run[0] == 10 && run[1] > 0 && run[1] < 10 && run[2] == 5
}

// spokenNumbering takes 一、 一是 （一） 其一 at the beginning of a clause.
func (s *scanner) spokenNumbering(m *Mention) bool {
	if shut := prefixAt(s.text, m.End, shutBrackets); shut != "" {
		if open := suffixAt(s.text, m.Start, openBrackets); open != "" {
			m.Start -= len(open)
			m.End += len(shut)
			return true
		}
	}
	if !s.clauseStart(m.Start) {
		return false
	}
	tail := prefixAt(s.text, m.End, []string{"是", "要", "、", "．", "."})
	if tail == "" || tail == "、" && !s.listStart(m.Start) {
		return false
	}
	if r, _ := runeAt(s.text, m.End+len(tail)); tail == "、" && classOf(r) == numeral {
		return false
	}
	if tail != "要" {
		m.End += len(tail)
	}
	return true
}

// clauseStart reports whether text[:i] ends a clause or is empty.
func (s *scanner) clauseStart(i int) bool {
	at := spacesBefore(s.text, i)
	if at == 0 {
		return true
	}
	r, _ := runeBefore(s.text, at)
	return strings.ContainsRune("。；;：:，,！？）)—*#|", r)
}

// spokenYear takes 二〇二四年.
func (s *scanner) spokenYear(m *Mention, run []int) bool {
	y := 0
	for _, v := range run {
		if v > 9 {
			return false
		}
		y = y*10 + v
	}
	if y < 1800 || y > 2100 {
		return false
	}
	m.Kind, m.Year = Year, y
	m.End += len("年")
	rest := *m
	rest.Start = m.End
	var buf [maxNumerals]int
	month, end := numeralRun(s.text, m.End, buf[:0])
	rest.End = end
	if s.spokenDate(&rest, month) {
		m.Kind, m.End = Date, rest.End
	}
	return true
}

// spokenOrdinal takes 二十大, 十六届, 二中全会, 四次全会 and what is listed on
// behind an ordinal (六届二次、三次、四次全会).
func (s *scanner) spokenOrdinal(m *Mention, run []int) bool {
	n, ok := readSpoken(s.text, m.Start)
	if !ok {
		return false
	}
	rest := s.text[n.end:]
	if n.coef > 10 && n.coef < 100 && strings.HasPrefix(rest, "大") {
		m.End = n.end + len("大")
		return true
	}
	for _, tail := range []string{"届", "中全会", "次全会", "次会议", "次党代会", "次大会"} {
		if strings.HasPrefix(rest, tail) {
			m.End = n.end + len(prefixAt(tail, 0, []string{"届", "中", "次"}))
			return true
		}
	}
	last := s.last()
	if last == nil || last.Kind != Ordinal || !strings.HasPrefix(rest, "次") {
		return false
	}
	gap := s.text[last.End:m.Start]
	m.End = n.end + len("次")
	return gap == "" || gap == "、"
}

// spokenDate takes 三月, 十月一日, 一季度, 三季度.
func (s *scanner) spokenDate(m *Mention, run []int) bool {
	n, ok := readSpoken(s.text, m.End-len(run)*numeralWidth)
	if !ok || n.exp > 0 || n.places > 0 {
		return false
	}
	rest := s.text[n.end:]
	switch {
	case n.coef >= 1 && n.coef <= 4 && strings.HasPrefix(rest, "季度"):
		m.End = n.end + len("季度")
		m.Start -= len(suffixAt(s.text, m.Start, firstWords))
		return true
	case n.coef >= 1 && n.coef <= 12 && strings.HasPrefix(rest, "月"):
		m.End = n.end + len("月")
	case n.coef >= 1 && n.coef <= 31 && len(run) > 1 && strings.HasPrefix(rest, "日"):
		m.End = n.end + len("日")
		return true
	default:
		return false
	}
	if d, ok := readSpoken(s.text, m.End); ok && d.coef <= 31 && strings.HasPrefix(s.text[d.end:], "日") {
		m.End = d.end + len("日")
	}
	return true
}

// firstWords make a date the months up to it: 前三季度, 前11个月.
var firstWords = []string{"前"}

// namedTails follow a numeral that belongs to a name: 一期, 二标段, 三级, 五大.
var namedTails = []string{"期", "标段", "级", "大", "等奖", "年级", "手"}

func (s *scanner) spokenNamed(m *Mention, run []int) bool {
	n, ok := readSpoken(s.text, m.Start)
	if !ok || n.exp > 0 || n.places > 0 {
		return false
	}
	tail := prefixAt(s.text, n.end, namedTails)
	if tail == "" || tail == "大" && n.coef == 1 {
		return false
	}
	m.End = n.end + len(tail)
	return true
}

// spokenAmount reads the numeral at text[i] as an amount.
func (s *scanner) spokenAmount(i int) (reading, bool) {
	r, ok := s.vague(i)
	if !ok {
		r, ok = read(s.text, i, false)
	}
	return r, ok && s.counts(r)
}

// counts reports whether a number in Chinese numerals is an amount: it has a
// unit, and the two do not make a word.
func (s *scanner) counts(r reading) bool {
	o := r.first
	switch {
	case o.parts != nil || o.unit.Dim == Share && o.unit.Text != "成":
		return true
	case o.spoken.end > 0 && o.spoken.coef == 0, o.spoken.bare && o.spoken.runes > 1:
		return false // 零部件, 七八个
	case o.unit.Text == "":
		return false
	case o.unit.Dim == None:
		return o.spoken.exp > 0 && (r.hasBoundWord || !hanAt(s.text, r.end))
	case o.unit.Text == "成":
		return s.tenths(r)
	}
	return s.fits(r)
}

// fits reports whether the unit is one that the numeral may count with.
func (s *scanner) fits(r reading) bool {
	o, u := r.first, r.first.unit
	classifier := u.Dim == Count || u.Dim == People || u.Dim == Time
	several := o.spoken.runes > 1 || o.spoken.places > 0 || r.q.Form == Range
	switch {
	case classifier && u.Scale.Equal(Int(1)) && (!spokenUnits[u.Text] || s.word(r)):
		return false
	case u.Dim == Time && !spokenUnits[u.Text]:
		return false
	case several:
		return true
	case o.value.Equal(Int(1)):
		return oneUnits[u.Text] || u.Dim == Rate
	case classifier:
		return !strings.HasPrefix(s.text[o.start:], "二") // one counts with 两
	case u.Dim == Energy || u.Dim == Data || u.Dim == Degree || u.Dim == Voltage:
		return false
	}
	return u.Text != "方" && u.Text != "里" && u.Text != "角"
}

// word reports that the classifier goes on to another word: 三个体, 两年级.
func (s *scanner) word(r reading) bool {
	rest := s.text[r.end:]
	switch r.first.unit.Text {
	case "家":
		return strings.HasPrefix(rest, "渠")
	case "次":
		return strings.HasPrefix(rest, "分配")
	case "人":
		return strings.HasPrefix(rest, "大")
	}
	return false
}

// tenths reports whether 成 is a tenth and not the beginning of a word.
func (s *scanner) tenths(r reading) bool {
	next, _ := runeAt(s.text, r.end)
	return r.end >= len(s.text) || !strings.ContainsRune("功立效果员本品长就绩熟都渝片套型分为交年", next)
}

// vague reads 百余家, 千余人, 万余元: a magnitude without a digit.
func (s *scanner) vague(i int) (reading, bool) {
	exp, end := readScale(s.text, i)
	w := prefixAt(s.text, end, []string{"余", "多"})
	if exp < 2 || w == "" {
		return reading{}, false
	}
	if prev, _ := runeBefore(s.text, i); classOf(prev) == numeral || strings.ContainsRune("数几上", prev) {
		return reading{}, false
	}
	u, at, ok := unitAt(s.text, end+len(w))
	if !ok || u.Dim == None {
		return reading{}, false
	}
	o := operand{start: i, numEnd: end, end: at, value: Int(1).Shift(exp).Add(Int(0)), unit: u, chinese: true, op: More, near: true}
	o.spoken.runes = 2
	q := Quantity{Op: More, Near: true, Value: o.value, Unit: u}
	return reading{q: q, first: o, numEnd: at, end: at}, true
}

// ordinal reads 第十八届, 第21位, 第一季度; start is behind 第.
func (s *scanner) ordinal(i, start int) int {
	at := skipSpaces(s.text, start)
	end := at
	if _, w := digitAt(s.text, at); w > 0 {
		end = bareDigits(s.text, at).end
	} else if n, ok := readSpoken(s.text, at); ok {
		end = n.end
	}
	if end == at {
		return start
	}
	m := Mention{Start: i, NumStart: at, NumEnd: end, End: end, Kind: Ordinal}
	if sep := prefixAt(s.text, end, dashes); sep != "" {
		var n int
		if to := new(digits).run(s.text, end+len(sep), &n); n > 0 {
			m.End = to
		}
	}
	switch {
	case strings.HasPrefix(s.text[m.End:], "季度"):
		m.Kind, m.End = Date, m.End+len("季度")
	case s.clauseStart(i) && prefixAt(s.text, m.End, []string{"，", "、", "：", ","}) != "":
		m.Kind = Numbering
	default:
		if e, to := matchUnit(s.text, m.End); e != nil && (e.dim == Count || e.dim == People || e.text == "年") {
			m.End = to
		}
	}
	s.emit(m)
	return m.End
}
