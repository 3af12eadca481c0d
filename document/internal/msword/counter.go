package msword

// Numbers is the state of all numbering of a document. The zero value is ready.
type Numbers struct {
	counters map[*Layout]*counter
	begun    map[*List]*[Levels]bool // levels on which the new start is used up
}

// counter counts the paragraphs of the lists that share a layout.
type counter struct {
	value   [Levels]int
	started [Levels]bool
}

// Next counts a paragraph on level i (from 0) of a list and is its printed
// number, "" if it has none.
func (n *Numbers) Next(l *List, i int) string {
	if i < 0 || i >= Levels {
		return ""
	}
	c := n.counters[l.Layout]
	if c == nil {
		c = &counter{}
		if n.counters == nil {
			n.counters, n.begun = map[*Layout]*counter{}, map[*List]*[Levels]bool{}
		}
		n.counters[l.Layout] = c
	}
	n.count(l, c, i)
	return l.level(i).print(func(j int) string {
		at := l.level(j)
		value := c.value[j]
		if !c.started[j] {
			value = at.Start
		}
		if l.level(i).Legal {
			return format("decimal", value)
		}
		return format(at.Format, value)
	})
}

// count advances level i and lets the deeper ones begin anew.
func (n *Numbers) count(l *List, c *counter, i int) {
	begun := n.begun[l]
	if begun == nil {
		begun = new([Levels]bool)
		n.begun[l] = begun
	}
	start, anew := l.Starts[i]
	switch {
	case anew && !begun[i]:
		c.value[i] = start
	case c.started[i]:
		c.value[i]++
	default:
		c.value[i] = l.level(i).Start
	}
	begun[i], c.started[i] = true, true
	for deeper := i + 1; deeper < Levels; deeper++ {
		if restart := l.level(deeper).Restart; restart < 0 || restart > 0 && i < restart {
			c.started[deeper] = false
		}
	}
}
