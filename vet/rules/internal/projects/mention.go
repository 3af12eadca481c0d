package projects

import (
	"strings"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Mention is a project that the running text names, and the stage that it puts
// the project in.
type Mention struct {
	Text document.Text
	Part extract.Part
	Year int
	Name prose.Range
	Verb Verb
	At   prose.Range // of the verb
	List int         // names of one verb have one number
	Soft bool        // 等续建项目 may only say that they were begun before
	Open bool        // the list is closed by 等项目
	Some bool        // 一批: kinds of projects, not projects
}

// Mark is the place of the name.
func (m Mention) Mark(role vet.Role) vet.Mark { return vet.At(m.Text, m.Name.Start, m.Name.End, role) }

// VerbMark is the place of the verb.
func (m Mention) VerbMark(role vet.Role) vet.Mark { return vet.At(m.Text, m.At.Start, m.At.End, role) }

// String is the name as printed.
func (m Mention) String() string { return m.Name.Of(m.Text.S) }

// mentions are all of a report.
type mentions []Mention

// In are the projects that the running text of a report names: those of the
// tasks in the planned year, those of the review in the executed one.
func In(r *vet.Reading) []Mention { return vet.Shared(r, mentionsOf) }

func mentionsOf(r *vet.Reading) mentions {
	rs := Of(r)
	var out mentions
	lists := 0
	for i := range r.Lines {
		l := &r.Lines[i]
		if l.Box != "" || l.Level > 0 {
			continue
		}
		rd := reader{text: l.Text, part: l.Part, lists: &lists}
		switch l.Part {
		case extract.Tasks, extract.Aims:
			rd.year = r.Plan.PlannedYear
		case extract.Execution:
			rd.year = r.Plan.ExecutedYear
		default:
			continue
		}
		rd.register = rs.Year(r.Plan.PlannedYear)
		out = append(out, rd.read()...)
	}
	return out
}

// reader reads the clauses of one paragraph.
type reader struct {
	text     document.Text
	part     extract.Part
	year     int
	register *Register
	lists    *int
	out      []Mention
	last     []Mention // of the clause before
}

func (rd *reader) read() []Mention {
	s := rd.text.S
	for _, sentence := range prose.Sentences(s, prose.Whole(s)) {
		rd.last = nil
		for _, c := range prose.Split(s, sentence, "，：") {
			rd.clause(c)
		}
		rd.flush()
	}
	return rd.out
}

func (rd *reader) flush() {
	rd.out = append(rd.out, rd.last...)
	rd.last = nil
}

// clause reads 建成投产甲、乙等项目 and 推动甲、乙竣工投产. A clause with nothing but a
// verb speaks of the names before: 加快甲、乙建设，力争年内投产.
func (rd *reader) clause(c prose.Range) {
	s := rd.text.S
	v, at, ok := verbIn(c.Of(s))
	if !ok {
		rd.flush()
		return
	}
	verb := prose.Range{Start: c.Start + at, End: c.Start + at + len(v.Word)}
	names := prose.Range{Start: verb.End, End: c.End}
	behind := false
	if rest := rd.bare(names); runes(rest.Of(s)) < shortest {
		names, behind = prose.Range{Start: c.Start, End: verb.Start}, true
	}
	if behind && runes(rd.bare(names).Of(s)) < shortest {
		rd.goOn(v, verb)
		return
	}
	rd.flush()
	*rd.lists++
	text := names.Of(s)
	m := Mention{
		Text: rd.text, Part: rd.part, Year: rd.year, Verb: v, At: verb, List: *rd.lists,
		Soft: v.Stage == Continued && behind, Open: strings.Contains(text, "等"), Some: strings.Contains(text, "一批"),
	}
	for _, n := range prose.Entries(s, names) {
		for _, n := range rd.parts(rd.bare(n)) {
			m.Name = n
			rd.last = append(rd.last, m)
		}
	}
}

// goOn gives the names of the clause before the stage that this one adds. Names
// with two stages in one year fit either and say nothing for sure.
func (rd *reader) goOn(v Verb, at prose.Range) {
	if len(rd.last) > 0 && rd.last[0].Verb.Stage == Moving && !v.loose {
		for i := range rd.last {
			rd.last[i].Verb, rd.last[i].At = v, at
		}
		rd.flush()
		return
	}
	if !v.loose {
		rd.last = nil
	}
}

func (rd *reader) bare(n prose.Range) prose.Range {
	return bare(rd.text.S, n, func(name string) bool {
		e, _ := rd.register.Find(name)
		return e != nil
	})
}

// parts cuts 甲和乙 where the whole is no project and one of the halves is.
func (rd *reader) parts(n prose.Range) []prose.Range {
	s := rd.text.S
	if e, _ := rd.register.Find(n.Of(s)); e != nil {
		return []prose.Range{n}
	}
	for _, and := range []string{"以及", "和", "及", "与"} {
		for at := 0; ; {
			i := strings.Index(s[n.Start+at:n.End], and)
			if i < 0 {
				break
			}
			left := rd.bare(prose.Range{Start: n.Start, End: n.Start + at + i})
			right := rd.bare(prose.Range{Start: n.Start + at + i + len(and), End: n.End})
			a, _ := rd.register.Find(left.Of(s))
			b, _ := rd.register.Find(right.Of(s))
			if a != nil || b != nil {
				return []prose.Range{left, right}
			}
			at += i + len(and)
		}
	}
	return []prose.Range{n}
}

// Core is the name as names are compared, without general words at its end.
func (m Mention) Core() string { return core(key(m.String())) }

// Runes is the length of the core in characters.
func (m Mention) Runes() int { return runes(m.Core()) }
