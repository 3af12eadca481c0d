package quantity

import "strings"

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
	if isYear(d) {
		return false
	}
	groups := 0
	for at := d.end; groups < 2 && at+1 < len(s.text) && s.text[at] == '-' && s.text[at+1] >= '0' && s.text[at+1] <= '9'; groups++ {
		var n int
		at = new(digits).run(s.text, at+1, &n)
	}
	return groups == 2
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
