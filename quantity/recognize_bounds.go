package quantity

import (
	"slices"
	"strings"
)

// everydayBefore and everydayAfter bound numbers in everyday text, besides the
// words of official texts. Blanks may stand anywhere within them.
var (
	everydayBefore = []boundWord{
		{text: "大于或者等于", op: AtLeast}, {text: "小于或者等于", op: AtMost},
		{text: "大於等於", op: AtLeast}, {text: "小於等於", op: AtMost}, {text: "大於", op: More}, {text: "小於", op: Less},
		{text: "超過", op: More}, {text: "高於", op: More}, {text: "低於", op: Less},
		{text: "过", op: More, not: "经通超不越透渡路走看做"},
	}
	everydayAfter = []boundWord{
		{text: "或者以上", op: AtLeast}, {text: "或者更多", op: AtLeast}, {text: "或更多", op: AtLeast},
		{text: "或者以下", op: AtMost}, {text: "或者更少", op: AtMost}, {text: "或更少", op: AtMost},
		{text: "之上", op: More}, {text: "开外", op: More}, {text: "之下", op: Less},
	}
	// particles may stand between the word and the number: 至少有10, 超过了80.
	particles = []string{"了", "是", "为", "有"}
	equals    = []string{"等于", "等於"}
	// adjectives behind 比三十 say on which side of it.
	above = []string{"大", "高", "多", "长", "重", "贵", "快"}
	below = []string{"小", "低", "少", "短", "轻", "便宜", "慢"}
	// connectors stand between two bounds of one number.
	connectors = []string{"", "，", ",", "的同时", "同时", "并且", "且", "并", "而且", "，并且", "，且", "，并"}
)

// bounds applies the words around the number.
func (r *recognizer) bounds(e *Entity) {
	if !r.boundBefore(e) && !r.compared(e) {
		r.equal(e)
	}
	at := skipSpaces(r.text, e.End+len(prefixAt(r.text, e.End, included)))
	for _, list := range [2][]boundWord{everydayAfter, after} {
		for _, w := range list {
			if !strings.HasPrefix(r.text[at:], w.text) {
				continue
			}
			end := at + len(w.text)
			if next, _ := runeAt(r.text, end); end < len(r.text) && strings.ContainsRune(w.not, next) {
				return
			}
			if e.Quantity.Op == Equal || w.op != About {
				e.Quantity.Op, e.Quantity.Near = w.op, w.near
			}
			e.End = end
			return
		}
	}
}

// boundBefore takes 大于, 不超过, 至少有 … in front of the number.
func (r *recognizer) boundBefore(e *Entity) bool {
	at := spacesBefore(r.text, e.Start)
	for _, end := range [2]int{at, spacesBefore(r.text, at-len(suffixAt(r.text, at, particles)))} {
		for _, list := range [2][]boundWord{everydayBefore, before} {
			for _, w := range list {
				start, ok := spacedSuffix(r.text, end, w.text)
				if !ok || start < r.done {
					continue
				}
				if prev, _ := runeBefore(r.text, start); start > 0 && strings.ContainsRune(w.not, prev) {
					continue
				}
				if e.Quantity.Op == Equal {
					e.Quantity.Op, e.Quantity.Near = w.op, w.near
				}
				e.Start = start
				return true
			}
		}
	}
	return false
}

// spacedSuffix is where the word that ends at text[:i] begins; blanks within
// it do not count.
func spacedSuffix(text string, i int, word string) (start int, ok bool) {
	for len(word) > 0 {
		want, w := runeBefore(word, len(word))
		if got, _ := runeBefore(text, i); got != want || i < w {
			return i, false
		}
		i, word = i-w, word[:len(word)-w]
		if len(word) > 0 {
			i = spacesBefore(text, i)
		}
	}
	return i, true
}

// compared takes 比三十大, 比170低.
func (r *recognizer) compared(e *Entity) bool {
	at := spacesBefore(r.text, e.Start)
	start := at - len(suffixAt(r.text, at, []string{"比"}))
	if prev, _ := runeBefore(r.text, start); start == at || start < r.done || strings.ContainsRune("占同环对百相", prev) {
		return false
	}
	for _, behind := range [2]int{skipSpaces(r.text, e.NumEnd), skipSpaces(r.text, e.End)} {
		op, w := More, prefixAt(r.text, behind, above)
		if w == "" {
			op, w = Less, prefixAt(r.text, behind, below)
		}
		if w == "" {
			continue
		}
		if behind < e.End { // 大 is no unit here
			e.Quantity.Unit = Unit{}
		}
		e.Start, e.End, e.Quantity.Op = start, behind+len(w), op
		return true
	}
	return false
}

// equal takes 等于 in front of the number into the entity.
func (r *recognizer) equal(e *Entity) {
	at := spacesBefore(r.text, e.Start)
	if w := suffixAt(r.text, at, equals); w != "" && at-len(w) >= r.done {
		e.Start = at - len(w)
	}
}

// spans makes one range of prev and e where the text joins them: 20~100,
// 一到五个, 20和30之间.
func (r *recognizer) spans(prev, e *Entity) bool {
	if prev.Kind != e.Kind || !prev.named() || e.Quantity.Form > Single || e.Quantity.Op != Equal && e.Quantity.Op != About {
		return false
	}
	gap := strings.Trim(r.text[prev.End:max(prev.End, e.Start)], " ")
	end := e.End
	switch {
	case gap == "" || bareDigits(r.text, e.NumStart).zeroFirst: // 01-05
		return false
	case r.between(e, gap, &end):
		w := suffixAt(r.text, prev.Start, froms)
		prev.Start -= len(w)
	case prefixAt(gap, 0, dashes) != gap:
		return false
	}
	if !joinUnits(prev, e) {
		return false
	}
	op := e.Quantity.Op
	if op == Equal {
		op = prev.Quantity.Op
	}
	prev.Quantity = Quantity{Form: Range, Op: op, Value: prev.Quantity.Value, High: e.Quantity.Value, Unit: e.Quantity.Unit}
	prev.End, prev.NumEnd = end, e.NumEnd
	return true
}

// named reports a plain number, at most an approximate one.
func (e *Entity) named() bool {
	return e.Quantity.Form == Single && (e.Quantity.Op == Equal || e.Quantity.Op == About)
}

// between reads 之间 behind the second number of 20和30之间. In 20与30间 the 间
// counts no rooms.
func (r *recognizer) between(e *Entity, gap string, end *int) bool {
	if prefixAt(gap, 0, ands) != gap {
		return false
	}
	if u := e.Quantity.Unit.Text; (u == "间" || u == "間") && !hanAt(r.text, e.End) {
		e.Quantity.Unit = Unit{}
		return true
	}
	w := prefixAt(r.text, e.End, betweens)
	*end += len(w)
	return w != ""
}

// encloses makes one of prev and e where they bound one number on both sides:
// 大于20并且小于35.
func (r *recognizer) encloses(prev, e *Entity) bool {
	p, q := prev.Quantity, e.Quantity
	gap := strings.ReplaceAll(r.text[prev.End:max(prev.End, e.Start)], " ", "")
	if prev.Kind != e.Kind || p.Form == Range || q.Form == Range || p.Near || q.Near || !slices.Contains(connectors, gap) {
		return false
	}
	low, high := prev, e
	if p.Op == Less || p.Op == AtMost {
		low, high = e, prev
	}
	from, to := low.Quantity.Op, high.Quantity.Op
	if from != More && from != AtLeast || to != Less && to != AtMost || !joinUnits(low, high) {
		return false
	}
	prev.Quantity = Quantity{Form: Range, Value: low.Quantity.Value, High: high.Quantity.Value, Unit: high.Quantity.Unit}
	prev.End, prev.NumEnd, prev.From, prev.To = e.End, e.NumEnd, from, to
	return true
}

// joinUnits gives both ends one unit, that of high unless it has none, and
// reports whether low is the smaller.
func joinUnits(low, high *Entity) bool {
	a, b := low.Quantity, high.Quantity
	switch {
	case b.Unit.IsZero():
		b.Unit = a.Unit
	case a.Unit.IsZero() || a.Unit.Text == b.Unit.Text:
	default:
		converted, err := a.In(b.Unit)
		if err != nil {
			return false
		}
		a = converted
	}
	if a.Value.Cmp(b.Value) >= 0 {
		return false
	}
	low.Quantity, high.Quantity = a, b
	return true
}
