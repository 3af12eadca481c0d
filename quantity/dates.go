package quantity

import "strings"

// isYear reports four digits that can be a year of our time.
func isYear(d digits) bool {
	return d.ints == 4 && d.plain() && d.coef >= 1900 && d.coef <= 2100
}

func bareDigits(text string, i int) digits {
	return readDigits(text, i, func(int) bool { return false })
}

// year takes 2024年, 2023—2025年, 2024年1月16日, 2024-01-16, 2024.1.16.
func (s *scanner) year(d digits) (Mention, bool) {
	if d.ints != 4 || d.neg || d.grouped || d.coef == 0 {
		return Mention{}, false
	}
	if m, ok := s.dottedDate(d); ok {
		return m, true
	}
	if !isYear(d) {
		return Mention{}, false
	}
	m := d.mention(Year, d.end)
	m.Year = int(d.coef)
	end, named := wordAt(s.text, d.end, "年")
	m.End = end
	if to, end, ok := s.lastYear(d, m.End); ok {
		m.YearTo, m.End, m.NumEnd = to, end, end
		return m, true
	}
	if !named {
		next := prefixAt(s.text, d.end, []string{"“", "《"})
		return m, next != "" && s.bareYear(d)
	}
	if end, ok := monthDay(s.text, skipSpaces(s.text, m.End)); ok {
		m.Kind, m.End = Date, end
	}
	m.NumEnd = m.End
	return m, true
}

// lastYear reads the rest of 2023—2025年, 2023年至2025年, 2024/25 at text[i].
func (s *scanner) lastYear(d digits, i int) (year, end int, ok bool) {
	if n, end := smallNumber(s.text, min(i+1, len(s.text))); strings.HasPrefix(s.text[i:], "/") && n == int(d.coef+1)%100 {
		return int(d.coef + 1), end, true // 2024/25
	}
	sep := prefixAt(s.text, i, dashes)
	if sep == "" {
		return 0, i, false
	}
	e := bareDigits(s.text, i+len(sep))
	if !isYear(e) || e.coef <= d.coef {
		return 0, i, false
	}
	end, named := wordAt(s.text, e.end, "年")
	_, _, unit := unitAt(s.text, e.end)
	return int(e.coef), end, named || !unit
}

// wordAt is the end of word at text[i], blanks in front of it allowed; i when
// it is not there.
func wordAt(text string, i int, word string) (end int, ok bool) {
	at := skipSpaces(text, i)
	if !strings.HasPrefix(text[at:], word) {
		return i, false
	}
	return at + len(word), true
}

// bareYear reports a year without 年 before a name: 2019“…”大会.
func (s *scanner) bareYear(d digits) bool {
	prev, _ := runeBefore(s.text, d.first)
	return !strings.ContainsRune(bareVerbs, prev)
}

// dottedDate takes 2024-01-16, 2024/1/16, 2024.1.16.
func (s *scanner) dottedDate(d digits) (Mention, bool) {
	var n int
	at := new(digits).run(s.text, d.first, &n)
	y := bareDigits(s.text[:at], d.first)
	if !isYear(y) || at >= len(s.text) || strings.IndexByte("-./", s.text[at]) < 0 {
		return Mention{}, false
	}
	sep := s.text[at]
	month, at := smallNumber(s.text, at+1)
	if month < 1 || month > 12 || at >= len(s.text) || s.text[at] != sep {
		return Mention{}, false
	}
	day, at := smallNumber(s.text, at+1)
	if day < 1 || day > 31 {
		return Mention{}, false
	}
	m := d.mention(Date, at)
	m.Year = int(y.coef)
	return m, true
}

// smallNumber reads one or two digits; n is -1 when there are others.
func smallNumber(text string, i int) (n, end int) {
	if _, w := digitAt(text, i); w == 0 {
		return -1, i
	}
	var d digits
	end = d.run(text, i, &d.ints)
	if d.ints > 2 {
		return -1, end
	}
	return int(d.coef), end
}

// oneOf reads a number from 1 to limit, or a span of two such.
func oneOf(text string, i, limit int) (end int, ok bool) {
	n, end := smallNumber(text, i)
	if n < 1 || n > limit {
		return i, false
	}
	if sep := prefixAt(text, end, dashes); sep != "" {
		if m, at := smallNumber(text, end+len(sep)); m > n && m <= limit {
			return at, true
		}
	}
	return end, true
}

// monthDay reads 1月, 1-10月, 1月16日, 11月份 at text[i].
func monthDay(text string, i int) (end int, ok bool) {
	at, ok := oneOf(text, i, 12)
	if !ok {
		return i, false
	}
	if at, ok = wordAt(text, at, "月"); !ok {
		return i, false
	}
	if sep := prefixAt(text, at, dashes); sep != "" { // 9月-12月
		if to, ok := oneOf(text, at+len(sep), 12); ok && strings.HasPrefix(text[to:], "月") {
			at = to + len("月")
		}
	}
	if rest, found := strings.CutPrefix(text[at:], "份"); found {
		return len(text) - len(rest), true
	}
	if day, ok := oneOf(text, skipSpaces(text, at), 31); ok {
		for _, w := range []string{"日", "号"} {
			if end, ok := wordAt(text, day, w); ok {
				return end, true
			}
		}
	}
	return at, true
}

// date takes 1月16日, 16日, 3季度, 10:30, 8时30分, “7.27 and 3·15.
func (s *scanner) date(d digits) (Mention, bool) {
	if d.neg || d.grouped || d.ints > 3 {
		return Mention{}, false
	}
	if d.places > 0 {
		return s.anniversary(d)
	}
	if end, ok := monthDay(s.text, d.first); ok {
		return d.mention(Date, end), true
	}
	if end, ok := oneOf(s.text, d.first, 31); ok && strings.HasPrefix(s.text[end:], "日") && !s.perDay(end) {
		return d.mention(Date, end+len("日")), true
	}
	if end, ok := oneOf(s.text, d.first, 4); ok && strings.HasPrefix(s.text[end:], "季度") {
		return s.upTo(d.mention(Date, end+len("季度"))), true
	}
	rest := s.text[d.end:]
	switch {
	case strings.HasPrefix(rest, "年代"):
		return d.mention(Date, d.end+len("年代")), true
	case strings.HasSuffix(s.text[:d.first], "前") && strings.HasPrefix(rest, "个月"):
		return s.upTo(d.mention(Date, d.end+len("个月"))), true
	case d.coef <= 24 && strings.HasPrefix(rest, "时") && !strings.HasPrefix(rest, "时代"):
		end := d.end + len("时")
		if m, at := smallNumber(s.text, end); m >= 0 && m < 60 {
			if at, ok := wordAt(s.text, at, "分"); ok {
				end = at
			}
		}
		return d.mention(Date, end), true
	}
	if end, ok := s.clock(d); ok {
		return d.mention(Date, end), true
	}
	return s.anniversary(d)
}

// upTo takes 前 in front of a date into the mention.
func (s *scanner) upTo(m Mention) Mention {
	m.Start -= len(suffixAt(s.text, m.Start, firstWords))
	return m
}

// perDay reports 5日游, 3日均 and other words that go on behind 日.
func (s *scanner) perDay(end int) bool {
	return prefixAt(s.text, end+len("日"), []string{"游", "均", "产", "处理", "供"}) != ""
}

// clock reads the rest of 10:30 or 9:00. Where the words before speak of a
// ratio it is none.
func (s *scanner) clock(d digits) (end int, ok bool) {
	sep := prefixAt(s.text, d.end, []string{":", "："})
	if sep == "" || d.coef > 24 || s.ratioBefore(d.first) {
		return 0, false
	}
	var m digits
	end = m.run(s.text, d.end+len(sep), &m.ints)
	if m.ints != 2 || m.coef > 59 || prefixAt(s.text, end, colons) != "" {
		return 0, false
	}
	_, _, unit := unitAt(s.text, end)
	decimal := strings.HasPrefix(s.text[end:], ".")
	return end, !unit && !decimal
}

// ratioBefore reports a word for a ratio shortly before text[i].
func (s *scanner) ratioBefore(i int) bool {
	head := s.text[max(0, i-6*len("字")):i]
	return strings.ContainsAny(head, "比例构按")
}

// anniversary takes days that name an event: “7.27暴雨”, “3·15”, 5·12.
func (s *scanner) anniversary(d digits) (Mention, bool) {
	month, at := smallNumber(s.text, d.first)
	sep := prefixAt(s.text, at, []string{"·", "•", "."})
	if month < 1 || month > 12 || sep == "" {
		return Mention{}, false
	}
	day, end := smallNumber(s.text, at+len(sep))
	if day < 1 || day > 31 {
		return Mention{}, false
	}
	if sep == "." {
		_, _, unit := unitAt(s.text, end)
		if d.first != s.quoteStart || !s.quoted(d.first) || unit {
			return Mention{}, false
		}
	}
	return d.mention(Date, end), true
}
