package numfmt

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// kind is what a token of a section shows.
type kind uint8

const (
	literal  kind = iota
	digit         // 0, # or ?
	point         // .
	percent       // %
	exponent      // E+, E-
	general       // General
	datePart      // yyyy, mm, [h], 上午/下午, .000
)

// token is a piece of a section.
type token struct {
	kind kind
	text string // of a literal, an exponent and a date part
	char byte   // of a digit
}

// section is what shows one range of numbers.
type section struct {
	tokens    []token
	condition func(float64) bool // nil when it depends on the sign alone
	text      bool               // holds @
	grouped   bool               // thousands
	thousands int                // how many times to divide by 1000
	percents  int
}

func (s *section) isDate() bool {
	for _, t := range s.tokens {
		if t.kind == datePart && t.text[0] != '.' {
			return true
		}
	}
	return false
}

func (s *section) hasDigits() bool {
	for _, t := range s.tokens {
		if t.kind != literal {
			return true
		}
	}
	return false
}

func parseSection(code string) section {
	var s section
	for len(code) > 0 {
		code = code[s.next(code):]
	}
	s.settle()
	return s
}

func (s *section) add(k kind, text string) { s.tokens = append(s.tokens, token{kind: k, text: text}) }

// next reads one token at the beginning of code and returns its length.
func (s *section) next(code string) int {
	c := code[0]
	switch c {
	case '"':
		end := strings.IndexByte(code[1:], '"')
		if end < 0 {
			end = len(code) - 1
		}
		s.add(literal, code[1:1+end])
		return min(end+2, len(code))
	case '\\':
		return 1 + s.one(code[1:], true)
	case '_':
		n := 1 + s.one(code[1:], false)
		s.add(literal, " ")
		return n
	case '*':
		return 1 + s.one(code[1:], false)
	case '[':
		if end := strings.IndexByte(code, ']'); end > 0 {
			s.bracket(code[1:end])
			return end + 1
		}
	case '0', '#', '?':
		s.tokens = append(s.tokens, token{kind: digit, char: c})
		return 1
	case '.':
		if n := run(code[1:], '0'); n > 0 && s.endsInSeconds() {
			s.add(datePart, code[:1+n])
			return 1 + n
		}
		s.add(point, "")
		return 1
	case ',':
		s.add(literal, ",") // settled later
		return 1
	case '%':
		s.percents++
		s.add(percent, "")
		return 1
	case '@':
		s.text = true
		return 1
	}
	return s.word(code)
}

// one passes over a single character, as a literal or not.
func (s *section) one(code string, shown bool) int {
	_, n := utf8.DecodeRuneInString(code)
	if shown {
		s.add(literal, code[:n])
	}
	return n
}

// word reads letters that mean something, or else one literal character.
func (s *section) word(code string) int {
	lower := strings.ToLower(code[:min(len(code), len("g/通用格式"))])
	for _, w := range []string{"general", "g/通用格式", "am/pm", "a/p", "上午/下午"} {
		if strings.HasPrefix(lower, w) {
			if w[0] == 'g' {
				s.add(general, "")
			} else {
				s.add(datePart, w)
			}
			return len(w)
		}
	}
	if (strings.HasPrefix(code, "E+") || strings.HasPrefix(code, "E-")) && s.hasDigits() {
		s.add(exponent, code[:2])
		return 2
	}
	c := lower[0]
	n := run(lower, c)
	if strings.IndexByte("ymdhse", c) >= 0 || c == 'a' && n > 2 || c == 'b' && n > 1 {
		s.add(datePart, lower[:n])
		return n
	}
	return s.one(code, true)
}

// run is how often c stands at the beginning of s.
func run(s string, c byte) int { return len(s) - len(strings.TrimLeft(s, string(c))) }

// bracket reads what stands in [ ]: a condition, a currency, an elapsed time; a
// colour or a language shows nothing.
func (s *section) bracket(in string) {
	switch lower := strings.ToLower(in); {
	case in == "":
	case in[0] == '$':
		sign, _, _ := strings.Cut(in[1:], "-")
		s.add(literal, sign)
	case in[0] == '<' || in[0] == '>' || in[0] == '=':
		s.condition = condition(in)
	case lower[0] != 'd' && run(lower, lower[0]) == len(lower) && strings.IndexByte("hms", lower[0]) >= 0:
		s.add(datePart, "["+lower)
	}
}

func condition(in string) func(float64) bool {
	n := len(in) - len(strings.TrimLeft(in, "<>="))
	limit, err := strconv.ParseFloat(strings.TrimSpace(in[n:]), 64)
	if err != nil {
		return nil
	}
	switch in[:n] {
	case "<":
		return func(v float64) bool { return v < limit }
	case "<=":
		return func(v float64) bool { return v <= limit }
	case ">":
		return func(v float64) bool { return v > limit }
	case ">=":
		return func(v float64) bool { return v >= limit }
	case "=":
		return func(v float64) bool { return v == limit }
	case "<>":
		return func(v float64) bool { return v != limit }
	}
	return nil
}

func (s *section) endsInSeconds() bool {
	n := len(s.tokens)
	return n > 0 && s.tokens[n-1].kind == datePart && strings.TrimLeft(s.tokens[n-1].text, "[s") == ""
}

// settle finds what single tokens cannot know: commas between digits group
// them, commas behind the last digit divide by 1000, a slash between digits is a
// fraction, and m beside hours or seconds means minutes.
func (s *section) settle() {
	if s.isDate() {
		s.minutes()
		return
	}
	first, last := -1, -1
	for i, t := range s.tokens {
		if t.kind == digit {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	kept := make([]token, 0, len(s.tokens))
	for i, t := range s.tokens {
		inside, behind := first >= 0 && i > first && i < last, first >= 0 && i > last
		switch {
		case t.kind == literal && t.text == "/" && inside:
			s.tokens = []token{{kind: general}}
			return
		case t.kind == literal && t.text == "," && inside:
			s.grouped = true
		case t.kind == literal && t.text == "," && behind:
			s.thousands++
		default:
			kept = append(kept, t)
		}
	}
	s.tokens = kept
}

// minutes finds the m that stand beside hours or seconds.
func (s *section) minutes() {
	before := byte(0) // the first letter of the date part before
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.kind != datePart {
			continue
		}
		if t.text == "m" || t.text == "mm" {
			if before == 'h' || s.secondsFollow(i+1) {
				t.text = strings.Repeat("n", len(t.text))
			}
		}
		before = strings.TrimPrefix(t.text, "[")[0]
	}
}

func (s *section) secondsFollow(from int) bool {
	for _, t := range s.tokens[from:] {
		if t.kind == datePart {
			return strings.TrimPrefix(t.text, "[")[0] == 's'
		}
	}
	return false
}
