package comment

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// anchors are all comments to be put in.
type anchors []anchor

// joint is everything that is put in at one place of the main part.
type joint struct {
	point
	ends, starts []*anchor
}

// edits are the splices of the main part, in order.
func (all anchors) edits(space string) []edit {
	joints := map[int]*joint{}
	keep := map[int]bool{}
	at := func(p point) *joint {
		if joints[p.at] == nil {
			joints[p.at] = &joint{point: p}
		}
		if p.keep > 0 {
			keep[p.keep] = true
		}
		return joints[p.at]
	}
	for i := range all {
		a := &all[i]
		start, end := at(a.start), at(a.end)
		start.starts = append(start.starts, a)
		end.ends = append(end.ends, a)
	}
	var out []edit
	for place, j := range joints {
		out = append(out, edit{place, j.text(space)})
	}
	for place := range keep {
		out = append(out, edit{place, ` xml:space="preserve"`})
	}
	slices.SortFunc(out, func(a, b edit) int { return cmp.Compare(a.at, b.at) })
	return out
}

// text is what is put in at the joint. Comments end before others begin, and lie
// in each other as far as they can.
func (j *joint) text(space string) string {
	slices.SortStableFunc(j.ends, func(a, b *anchor) int { return cmp.Compare(b.start.at, a.start.at) })
	slices.SortStableFunc(j.starts, func(a, b *anchor) int { return cmp.Compare(b.end.at, a.end.at) })
	w, declared := j.outer+":", ""
	if j.outer == "" {
		w, declared = "w:", fmt.Sprintf(` xmlns:w="%s"`, space)
	}
	var b strings.Builder
	b.WriteString(j.close)
	for _, a := range j.ends {
		fmt.Fprintf(&b, `<%[1]scommentRangeEnd%[2]s %[1]sid="%[3]d"/>`, w, declared, a.id)
		fmt.Fprintf(&b, `<%[1]sr%[2]s><%[1]srPr><%[1]ssz %[1]sval="16"/><%[1]sszCs %[1]sval="16"/></%[1]srPr><%[1]scommentReference %[1]sid="%[3]d"/></%[1]sr>`, w, declared, a.id)
	}
	for _, a := range j.starts {
		fmt.Fprintf(&b, `<%[1]scommentRangeStart%[2]s %[1]sid="%[3]d"/>`, w, declared, a.id)
	}
	b.WriteString(j.open)
	return b.String()
}
