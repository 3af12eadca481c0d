package extract

import (
	"gangmu/internal/words"
	"gangmu/quantity"
)

// figure is a text with the amounts in it.
type figure struct {
	text    string
	amounts []quantity.Mention
}

func figureOf(text string) figure { return figure{text, amountsOf(text)} }

// from is the figure from byte at on. No amount lies across that place.
func (f figure) from(at int) figure {
	rest := figure{text: f.text[at:]}
	for _, m := range f.amounts {
		if m.Start >= at {
			m.Start, m.End, m.NumStart, m.NumEnd, m.Lead = m.Start-at, m.End-at, m.NumStart-at, m.NumEnd-at, m.Lead-at
			rest.amounts = append(rest.amounts, m)
		}
	}
	return rest
}

// upTo is the figure up to byte end.
func (f figure) upTo(end int) figure {
	n := 0
	for n < len(f.amounts) && f.amounts[n].End <= end {
		n++
	}
	return figure{f.text[:end], f.amounts[:n]}
}

// first is the first amount.
func (f figure) first() (quantity.Mention, bool) {
	if len(f.amounts) == 0 {
		return quantity.Mention{}, false
	}
	return f.amounts[0], true
}

// lead is the text before the first amount.
func (f figure) lead() string {
	if m, ok := f.first(); ok {
		return f.text[:m.Start]
	}
	return f.text
}

// unit is the unit of the first amount that has one.
func (f figure) unit() string {
	for _, m := range f.amounts {
		if u := squeeze(m.Quantity.Unit.Text); u != "" {
			return u
		}
	}
	return ""
}

// amountsOf are the amounts of a text.
func amountsOf(s string) []quantity.Mention {
	var out []quantity.Mention
	for m := range quantity.Scan(s) {
		if m.Kind == quantity.Amount {
			out = append(out, m)
		}
	}
	return out
}

func firstAmount(s string) (quantity.Mention, bool) {
	for m := range quantity.Scan(s) {
		if m.Kind == quantity.Amount {
			return m, true
		}
	}
	return quantity.Mention{}, false
}

func hasAmount(s string) bool {
	_, ok := firstAmount(s)
	return ok
}

func startsNumber(s string) bool {
	m, ok := firstAmount(s)
	return ok && m.Start == 0
}

// hasFigure reports digits, or one of the few words that stand for them.
func hasFigure(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return figureWords.In(s)
}

var figureWords = words.New("分之", "成", "亿", "万", "番", "０", "１", "２", "３", "４", "５", "６", "７", "８", "９")
