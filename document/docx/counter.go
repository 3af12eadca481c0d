package docx

// counter counts the paragraphs of the lists that share a layout.
type counter struct {
	value   [levels]int
	started [levels]bool
}

// next counts a paragraph and is its printed number, "" if it has none. style
// is the paragraph's, which may stand for a level.
func (l *lists) next(ref listRef, style string) string {
	c, a := l.find(ref.list)
	if a == nil {
		return ""
	}
	i := ref.level
	if !ref.levelIsGiven {
		i = a.levelOf(style)
	}
	if i < 0 || i >= levels {
		return ""
	}
	n := l.counters[a]
	if n == nil {
		n = &counter{}
		l.counters[a] = n
	}
	layout := func(i int) level {
		if changed, ok := c.changed[i]; ok {
			return changed
		}
		return a.levels[i]
	}
	l.count(c, n, i, layout)
	return layout(i).print(func(j int) string {
		at := layout(j)
		value := n.value[j]
		if !n.started[j] {
			value = at.start
		}
		if layout(i).legal {
			return format("decimal", value)
		}
		return format(at.format, value)
	})
}

// print is the number of a paragraph on this level. A picture or a sign of a
// symbol font becomes a plain bullet.
func (l level) print(number func(level int) string) string {
	switch l.format {
	case "none":
		l.text = onlyFixed(l.text)
	case "bullet":
		l.text = bullet(l.text)
	}
	return l.label(number)
}

// count advances level i and lets the deeper ones begin anew.
func (l *lists) count(c *concrete, n *counter, i int, layout func(int) level) {
	begun := l.begun[c]
	if begun == nil {
		begun = new([levels]bool)
		l.begun[c] = begun
	}
	start, anew := c.starts[i]
	switch {
	case anew && !begun[i]:
		n.value[i] = start
	case n.started[i]:
		n.value[i]++
	default:
		n.value[i] = layout(i).start
	}
	begun[i], n.started[i] = true, true
	for deeper := i + 1; deeper < levels; deeper++ {
		if restart := layout(deeper).restart; restart < 0 || restart > 0 && i < restart {
			n.started[deeper] = false
		}
	}
}

// levelOf is the level that a paragraph style stands for.
func (a *abstract) levelOf(style string) int {
	for i := range a.levels {
		if style != "" && a.levels[i].style == style {
			return i
		}
	}
	return 0
}

// bullet is how a bullet is shown.
func bullet(s string) string {
	for _, r := range s {
		if r >= 0xE000 && r <= 0xF8FF {
			return "•"
		}
	}
	return s
}

// onlyFixed is a label without its numbers.
func onlyFixed(s string) string {
	out := level{text: s, suffix: "nothing"}.label(func(int) string { return "" })
	return out
}
