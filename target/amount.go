package target

import (
	"strings"
	"unicode/utf8"

	"gangmu/quantity"
)

// amount is a number in a target or result, with what the words before it say.
type amount struct {
	quantity.Quantity
	start, end       int    // with bounding words
	numStart, numEnd int    // the number alone
	lead             string // the clause before it, as far as the number before
	direction        int    // -1 after a fall, 1 after a rise, 0
	verb             string // the word that says so
	level            bool   // 降至, 提高到: the value reached, not the change
	ceiling          bool   // after 控制在
	stretch          bool   // after 力争
}

// amounts are the numbers of s that count something.
func amounts(s string) []amount {
	var list []amount
	last := 0
	for m := range quantity.Scan(s) {
		if m.Kind != quantity.Amount {
			continue
		}
		a := amount{Quantity: m.Quantity, start: m.Start, end: m.End, numStart: m.NumStart, numEnd: m.NumEnd, lead: clause(s[last:m.NumStart])}
		a.readLead()
		list = append(list, a)
		last = m.End
	}
	return list
}

// clause is the last clause of s; a list mark at its very end stays out.
func clause(s string) string {
	if i := strings.LastIndexAny(s, "，。；,;、"); i >= 0 {
		_, w := utf8.DecodeRuneInString(s[i:])
		return s[i+w:]
	}
	return s
}

func (a *amount) readLead() {
	lead := strings.TrimRight(a.lead, " \u3000约为了≥≤＞＜><=")
	a.ceiling = strings.Contains(lead, "控制")
	a.stretch = containsAny(lead, stretch...) || strings.HasSuffix(lead, "争")
	fall, verb := lastOf(lead, falls)
	rise, riseVerb := lastOf(lead, rises)
	at := fall
	a.direction = -1
	switch {
	case strings.HasSuffix(lead, "降"): // 降3%; elsewhere 降 makes other words: 降本增效
		at, verb = len(lead)-len("降"), "降"
	case rise > fall:
		at, verb, a.direction = rise, riseVerb, 1
	case fall < 0:
		a.direction = 0
		return
	}
	a.verb = verb
	for _, w := range levels {
		if strings.HasPrefix(a.lead[at+len(verb):], w) {
			a.direction, a.level = 0, true
		}
	}
}

// signed turns the numbers of a fall negative, and with them the comparator.
func (a amount) signed() amount {
	if a.direction >= 0 || a.Form == quantity.Ratio {
		return a
	}
	return a.turned()
}

// turned is the amount with its sign and comparator turned round.
func (a amount) turned() amount {
	a.Value, a.High = negated(a.Value), negated(a.High)
	if a.Form == quantity.Range {
		a.Value, a.High = a.High, a.Value
	}
	a.Op = mirrored(a.Op)
	return a
}

// negated is -n, and 0 for 0: no report prints a minus nought.
func negated(n quantity.Number) quantity.Number {
	if n.Sign() == 0 {
		return n
	}
	return n.Neg()
}

func mirrored(op quantity.Comparator) quantity.Comparator {
	switch op {
	case quantity.AtLeast:
		return quantity.AtMost
	case quantity.AtMost:
		return quantity.AtLeast
	case quantity.More:
		return quantity.Less
	case quantity.Less:
		return quantity.More
	}
	return op
}

// unit is the printed unit; a ratio to one carries ":1".
func (a amount) unit() string {
	if a.Form == quantity.Ratio {
		return ratioUnit
	}
	return strings.ReplaceAll(a.Unit.Text, "％", "%")
}

// ratioUnit marks the value of 1.92:1.
const ratioUnit = ":1"

// readable reports an amount that is one decimal, a range, or a ratio to one:
// a fraction has no printed digits, 44:12:44 no single value.
func (a amount) readable() bool {
	if a.Form == quantity.Fraction {
		return false
	}
	if a.Form == quantity.Ratio {
		return len(a.Parts) == 2 && a.Parts[1].Equal(quantity.Int(1))
	}
	return true
}

// choose is the amount that belongs to the unit of the column, else the first.
func choose(list []amount, unit string) (amount, bool) {
	want, known := quantity.ParseUnit(unit)
	var first *amount
	for i := range list {
		if !list[i].readable() {
			continue
		}
		if known && list[i].Unit.Same(want) {
			return list[i], true
		}
		if first == nil {
			first = &list[i]
		}
	}
	if first == nil {
		return amount{}, false
	}
	return *first, true
}
