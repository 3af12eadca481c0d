package quantity

import (
	"iter"
	"slices"
	"strings"
)

// Scan yields every number of a text in order. Digits always yield a Mention
// of some Kind; Chinese numerals only where they count, name or number
// something.
func Scan(text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		var s scanner
		var line []Mention
		for start := 0; start < len(text); {
			end := lineEnd(text, start)
			line = s.line(line[:0], text[start:end])
			for _, m := range line {
				m.shift(start)
				if !yield(m) {
					return
				}
			}
			start = end + 1
		}
	}
}

// AppendMentions appends all that Scan yields to dst.
func AppendMentions(dst []Mention, text string) []Mention {
	var s scanner
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		n := len(dst)
		dst = s.line(dst, text[start:end])
		for k := n; k < len(dst); k++ {
			dst[k].shift(start)
		}
		start = end + 1
	}
	return dst
}

func lineEnd(text string, start int) int {
	if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
		return start + n
	}
	return len(text)
}

func (m *Mention) shift(by int) {
	m.Start += by
	m.End += by
	m.NumStart += by
	m.NumEnd += by
	m.Lead += by
}

// scanner goes once through a line: no number runs over its end.
type scanner struct {
	text       string
	out        []Mention
	base       int // the mentions of earlier lines in out
	done       int // text before it is read
	quoteStart int // behind the opening quotation mark that we are in, -1 outside
	quoteEnd   int
	list       list // the list that was read last
}

// maxQuote is the longest quotation, in bytes, that is taken for a slogan or a
// name; longer ones are speech.
const maxQuote = 24 * len("字")

// line appends the mentions of one line to dst.
func (s *scanner) line(dst []Mention, line string) []Mention {
	*s = scanner{text: line, out: dst, base: len(dst), quoteStart: -1}
	for i := 0; i < len(line); {
		if c := line[i]; c < 0x80 && classes[c] == other {
			i++
			continue
		}
		r, w := runeAt(line, i)
		next := i + w
		switch classOf(r) {
		case digit:
			next = s.arabic(i)
		case numeral, formal:
			next = s.chinese(i)
		case ordinal:
			next = s.ordinal(i, next)
		case circled:
			s.emit(Mention{Start: i, End: next, NumStart: i, NumEnd: next, Kind: Numbering})
		case opening:
			s.quote(i, next)
		case doubling:
			next = s.fold(i, next)
		}
		i = max(next, i+w)
	}
	return s.out
}

func (s *scanner) emit(m Mention) {
	m.Start = min(m.Start, m.NumStart)
	m.End = max(m.End, m.NumEnd)
	if m.Kind != Amount || m.Lead > m.Start {
		m.Lead = m.Start
	}
	s.out = append(s.out, m)
	s.done = m.End
}

// last is the mention before, if there is one in this line.
func (s *scanner) last() *Mention {
	if len(s.out) == s.base {
		return nil
	}
	return &s.out[len(s.out)-1]
}

// quote notes a short quotation that begins at text[open:start].
func (s *scanner) quote(open, start int) {
	if open < s.quoteEnd {
		return
	}
	mark := closingMark(s.text[open:start])
	tail := s.text[start:min(len(s.text), start+maxQuote)]
	if n := strings.Index(tail, mark); n >= 0 {
		s.quoteStart, s.quoteEnd = start, start+n
	}
}

func closingMark(open string) string {
	switch open {
	case "“":
		return "”"
	case "「":
		return "」"
	case "『":
		return "』"
	}
	return open
}

func (s *scanner) quoted(i int) bool { return s.quoteStart >= 0 && i >= s.quoteStart && i < s.quoteEnd }

// rule decides what the number d is; ok is false when it is none of its kind.
type rule func(s *scanner, d digits) (m Mention, ok bool)

// arabicRules are tried in order on each number in digits; what none of them
// takes is an amount or stands in a name.
var arabicRules = []rule{
	(*scanner).code,
	(*scanner).numbering,
	(*scanner).unreadable,
	(*scanner).year,
	(*scanner).date,
	(*scanner).slogan,
	(*scanner).label,
	(*scanner).sameAsLast,
	(*scanner).chain,
}

// arabic reads the number in digits at text[i] and returns where to go on.
func (s *scanner) arabic(i int) int {
	d := readDigits(s.text, i, func(end int) bool {
		_, _, ok := unitAt(s.text, end)
		return ok && !s.listStart(i)
	})
	d.start = max(minusBefore(s.text, i, s.done), s.done)
	d.neg = d.start < i
	for _, r := range arabicRules {
		if m, ok := r(s, d); ok {
			s.emit(m)
			return m.End
		}
	}
	m := s.amount(d)
	s.emit(m)
	return m.End
}

// amount reads a quantity that begins with d and tells whether it is one or
// stands in a name.
func (s *scanner) amount(d digits) Mention {
	r, ok := read(s.text, d.start, false)
	if !ok || r.end < d.end && r.first.digits.end != d.end {
		return Mention{Start: d.start, End: d.end, NumStart: d.start, NumEnd: d.end, Kind: Unreadable}
	}
	m := s.mention(d.start, r)
	m.Kind = s.kindOf(m, r)
	return m
}

// mention is the reading with the words in front of it.
func (s *scanner) mention(start int, r reading) Mention {
	m := Mention{Start: start, NumStart: start, NumEnd: r.numEnd, End: r.end}
	if w, at := s.wordBefore(start); at < start && !(w.near && r.q.Unit.Dim == Time) {
		if r.q.Op == Equal || !r.hasBoundWord {
			r.q.Op, r.q.Near = w.op, w.near
		}
		m.Start = at
	}
	m.Lead = m.Start
	at := spacesBefore(s.text, m.Start)
	if r, _ := runeBefore(s.text, at); edgeOf(r, leadEnd) {
		if w := suffixAt(s.text, at, leads); w != "" && at-len(w) >= s.done {
			m.Lead = at - len(w)
		}
	}
	m.Quantity = r.q
	return m
}

// wordBefore is the bound word that ends at text[:i], and where it begins.
func (s *scanner) wordBefore(i int) (boundWord, int) {
	at := spacesBefore(s.text, i)
	if r, _ := runeBefore(s.text, at); !edgeOf(r, beforeEnd) {
		return boundWord{}, i
	}
	for _, w := range before {
		start := at - len(w.text)
		if start < s.done || !strings.HasSuffix(s.text[:at], w.text) {
			continue
		}
		if prev, _ := runeBefore(s.text, start); start > 0 && strings.ContainsRune(w.not, prev) {
			return boundWord{}, i
		}
		return w, start
	}
	return boundWord{}, i
}

// fold reads 翻番, 翻一番, 翻两番.
func (s *scanner) fold(i, next int) int {
	rest := s.text[next:]
	if strings.HasPrefix(rest, "番") {
		end := next + len("番")
		unit, _, _ := unitAt(s.text, next)
		s.emit(Mention{Start: i, Lead: i, End: end, NumStart: next, NumEnd: end, Quantity: Quantity{Value: Int(1), Unit: unit}})
		return end
	}
	return next
}

// Mentions collects what Scan yields.
func Mentions(text string) []Mention { return slices.Collect(Scan(text)) }
