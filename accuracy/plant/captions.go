package plant

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

var (
	captionRE   = regexp.MustCompile(`^\s*(专栏|表|附件)\s*(\d+)`)
	chapterNoRE = regexp.MustCompile(`^([一二三四五六七八九十]+)、`)
	referenceRE = regexp.MustCompile(`(?:见|详见)(附件|表|专栏)(\d+)`)
	sessionRE   = regexp.MustCompile(`第([一二三四五六七八九])次会议`)
	dateLineRE  = regexp.MustCompile(`^[—（]*(20\d\d)年\d+月\d+日.*会议`)
	headYearRE  = regexp.MustCompile(`^(20\d\d)年`)
)

// captions skip a number of boxes, tables, annexes or chapters.
func captions(r *Report, rng *rand.Rand) []Plant {
	runs := map[string]*series{}
	var out []Plant
	keep := func(s series) {
		if len(s.marks) < 2 {
			return
		}
		i := rng.IntN(len(s.marks)-1) + 1
		like := r.Text[s.marks[i].Start:s.marks[i].End]
		out = append(out, Plant{At: s.marks[i], With: spell(i+2, like), Against: s.marks, Why: "the series ran in order"})
	}
	for _, l := range r.Lines {
		kind, m := "", captionRE.FindStringSubmatchIndex(l.Text)
		switch {
		case l.Part == Glossary || len(l.Text) > 150:
			continue
		case m != nil:
			kind, m = l.Text[m[2]:m[3]], m[4:6]
		case !l.Box && !l.Cell && chapterNoRE.MatchString(l.Text):
			kind, m = "chapter", chapterNoRE.FindStringSubmatchIndex(l.Text)[2:4]
		default:
			continue
		}
		if kind != "chapter" {
			delete(runs, "chapter")
		}
		if runs[kind] == nil {
			runs[kind] = &series{}
		}
		runs[kind].next(spokenHigh(l.Text[m[0]:m[1]]), l.part(m[0], m[1]), l.Range, keep)
	}
	for _, k := range []string{"专栏", "表", "附件", "chapter"} {
		if runs[k] != nil {
			keep(*runs[k])
		}
	}
	return out
}

// references point to an annex, table or box that the report does not have.
func references(r *Report, _ *rand.Rand) []Plant {
	last := map[string]int{}
	for _, l := range r.Lines {
		if m := captionRE.FindStringSubmatch(l.Text); m != nil {
			last[m[1]] = max(last[m[1]], spoken(m[2]))
		}
	}
	var out []Plant
	for _, m := range referenceRE.FindAllStringSubmatchIndex(r.Text, -1) {
		if n := last[r.Text[m[2]:m[3]]]; n > 0 {
			out = append(out, Plant{At: Range{m[4], m[5]}, With: strconv.Itoa(n + 1), Against: []Range{{m[2], m[3]}}, Why: "there is none"})
		}
	}
	return out
}

// dates slip the year of the session's date, or the number of the session that
// adopted the plan.
func dates(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	var sessions []Range
	for _, l := range r.Lines {
		if m := dateLineRE.FindStringSubmatchIndex(l.Text); m != nil {
			y := spoken(l.Text[m[2]:m[3]])
			out = append(out, Plant{At: l.part(m[2], m[3]), With: strconv.Itoa(y + 1 - 2*rng.IntN(2)), Against: []Range{l.Range}, Why: "the report's years"})
		}
		for _, m := range sessionRE.FindAllStringSubmatchIndex(l.Text, -1) {
			sessions = append(sessions, l.part(m[2], m[3]))
		}
	}
	for i, s := range sessions[min(1, len(sessions)):] {
		n := spoken(r.Text[s.Start:s.End])
		if n == spoken(r.Text[sessions[0].Start:sessions[0].End])-1 && strings.Contains(r.Text[s.End:min(len(r.Text), s.End+90)], "计划") {
			out = append(out, Plant{At: s, With: spell(n+1, "一"), Against: []Range{sessions[0], sessions[i]}, Why: "the session before adopted it"})
		}
	}
	return out
}

// yearCells slip the year of a table's head.
func yearCells(r *Report, rng *rand.Rand) []Plant {
	var out []Plant
	var caption Range
	for _, l := range r.Lines {
		if m := yearRE.FindStringIndex(l.Text); captionRE.MatchString(l.Text) && m != nil {
			caption = l.part(m[0], m[1])
		}
		for _, f := range append(fields(l), trimmed(l, 0, len(l.Text))) {
			m := headYearRE.FindStringSubmatchIndex(f.Text)
			if !l.Cell || m == nil || caption.End == 0 || !strings.ContainsAny(f.Text, "目标完成计划实际") {
				continue
			}
			y := spoken(f.Text[m[2]:m[3]])
			if r.Text[caption.Start:caption.End-len("年")] == f.Text[m[2]:m[3]] {
				out = append(out, Plant{At: f.part(m[2], m[3]), With: strconv.Itoa(y + 1 - 2*rng.IntN(2)), Against: []Range{caption}, Why: "the caption's year"})
			}
		}
	}
	return out
}
