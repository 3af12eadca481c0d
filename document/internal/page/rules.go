package page

import (
	"cmp"
	"slices"
)

const (
	thin      = 3.0  // points; a box up to this is a line
	near      = 3.0  // points by which lines that belong together miss each other
	mostRules = 4000 // of one page; a drawing has more
)

// rule is a level or an upright line: it stands at, from one end to the other.
type rule struct{ at, from, to float64 }

// rulings are the lines of a page, pieces of one line joined.
type rulings struct{ level, upright []rule }

func rulingsOf(boxes []Box) rulings {
	var r rulings
	for _, b := range boxes {
		w, h := b.width(), b.height()
		switch {
		case h <= thin && w > h:
			r.level = append(r.level, rule{b.midY(), b.X0, b.X1})
		case w <= thin && h > w:
			r.upright = append(r.upright, rule{b.midX(), b.Y0, b.Y1})
		}
	}
	r.level, r.upright = joined(r.level), joined(r.upright)
	if len(r.level)+len(r.upright) > mostRules {
		return rulings{}
	}
	return r
}

// joined makes lines stand at the same place if they almost do, and one line of
// pieces that touch. Pieces too short to part anything are dropped.
func joined(rules []rule) []rule {
	const short = 2.0
	slices.SortFunc(rules, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	for i := 0; i < len(rules); {
		j := i + 1
		for j < len(rules) && rules[j].at-rules[i].at <= near {
			rules[j].at = rules[i].at
			j++
		}
		i = j
	}
	slices.SortFunc(rules, func(a, b rule) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from))
	})
	var out []rule
	for _, r := range rules {
		if n := len(out); n > 0 && out[n-1].at == r.at && r.from <= out[n-1].to+near {
			out[n-1].to = max(out[n-1].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return slices.DeleteFunc(out, func(r rule) bool { return r.to-r.from <= short })
}

// meets reports whether a level and an upright line touch.
func meets(level, upright rule) bool {
	return upright.at >= level.from-near && upright.at <= level.to+near &&
		level.at >= upright.from-near && level.at <= upright.to+near
}

// groups parts the lines into those that hang together. A line that meets no
// other is in none.
func (r rulings) groups() []rulings {
	group := newUnion(len(r.level) + len(r.upright))
	met := make([]bool, len(r.level)+len(r.upright))
	for i, level := range r.level {
		first, _ := slices.BinarySearchFunc(r.upright, level.from-near, func(u rule, x float64) int { return cmp.Compare(u.at, x) })
		for j := first; j < len(r.upright) && r.upright[j].at <= level.to+near; j++ {
			if meets(level, r.upright[j]) {
				group.join(i, len(r.level)+j)
				met[i], met[len(r.level)+j] = true, true
			}
		}
	}
	index := map[int]int{}
	var out []rulings
	for k := range met {
		if !met[k] {
			continue
		}
		g, known := index[group.of(k)]
		if !known {
			g = len(out)
			index[group.of(k)] = g
			out = append(out, rulings{})
		}
		if k < len(r.level) {
			out[g].level = append(out[g].level, r.level[k])
		} else {
			out[g].upright = append(out[g].upright, r.upright[k-len(r.level)])
		}
	}
	return out
}

// union joins numbers into groups.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

func (u union) of(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

func (u union) join(i, j int) { u[u.of(j)] = u.of(i) }
