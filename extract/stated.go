package extract

import (
	"sort"
	"strings"

	"gangmu/internal/words"
	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/target"
)

// readStatedIndicators reads the targets and results that stand only in prose,
// as in a government work report: the list behind 主要预期目标是, and in the
// review of the year the results of indicators that the catalogue knows. A
// report with indicator tables says these things there, and better.
func readStatedIndicators(r *Result, o *outline) {
	words := newLexicon()
	results := newStatements(r.Plan, r.Plan.ExecutedYear, words)
	results.past, results.strict = true, true
	if indexAny(r.Plan.Title, "上半年", "季度") >= 0 {
		results.part, _ = yearPart(r.Plan.Title)
	}
	goals := newStatements(r.Plan, r.Plan.PlannedYear, words)
	listing := false // the lines that follow are still the list of targets
	for i := range o.lines {
		l := &o.lines[i]
		switch l.part {
		case execution:
			if results.year != 0 {
				results.review(l)
			}
		case annex, glossary:
		default:
			if goals.year != 0 {
				listing = goals.targets(l, listing)
			}
		}
	}
	if goals.year != 0 && len(goals.items) < fewGoals {
		goals.search(o)
	}
	r.Plan.Indicators = append(append(r.Plan.Indicators, results.items...), goals.items...)
}

// statements collects what prose says of the indicators of one year.
type statements struct {
	*line
	*lexicon
	hits     []catalogue.Hit // the known names in the line
	year     int             // 0 when there is nothing to collect
	past     bool            // results, not targets
	part     string          // of the year, in a report on H1
	own      []string        // the words that mean the whole place: 全市, 我市
	items    []plan.Item
	known    map[string]int // what an item speaks of -> its place in items
	several  bool           // the paragraph tells of several years
	noted    target.Quality // （预计，下同）: how sure all from here on is
	sentence                // what the words before say of those behind
	at       piece          // the clause at hand
	nested   bool           // inside brackets
	strict   bool           // only names of the catalogue, as in results
}

// sentence is what carries over from clause to clause.
type sentence struct {
	subject []string // for 达到100亿元，增长8%
	listed  []string // all subjects since the last semicolon
	last    []int    // the items that the last clause with values made
	scoped  bool     // of a part of the place, or of another place: 六县实现…
	several bool     // of several years
	quality target.Quality
	period  string // 2030-H1; empty for the whole year
	other   bool   // of another year
	rebased bool   // changes are against another year than the last
	begun   int    // the number of items before the sentence
}

// newStatements collects for a year, unless tables of the plan have it.
func newStatements(p *plan.Plan, year int, words *lexicon) *statements {
	for _, it := range p.Indicators {
		if it.Year == year {
			year = 0
		}
	}
	return &statements{lexicon: words, year: year, own: ownWords(p.Region), known: map[string]int{}}
}

func (st *statements) open(l *line) {
	st.line, st.hits = l, catalogue.Find(l.text.S)
}

// hitsIn lists the known names in s[p].
func (st *statements) hitsIn(p piece) []catalogue.Hit {
	from := sort.Search(len(st.hits), func(i int) bool { return st.hits[i].Start >= p.start })
	to := from
	for to < len(st.hits) && st.hits[to].End <= p.end {
		to++
	}
	return st.hits[from:to]
}

// review reads a paragraph of the part that looks back.
func (st *statements) review(l *line) {
	st.open(l)
	s := l.text.S
	st.several = tellsOfSeveral(s, l.level, st.year, st.several)
	several := st.several
	for _, p := range split(s, whole(s), "。！\n") {
		if len(st.hitsIn(p)) == 0 && p.start > 0 && !several {
			continue
		}
		t := p.of(s)
		one, many := yearMarks(t, st.year)
		switch {
		case many >= 0 && (one < 0 || many < one):
			several = true
		case one >= 0:
			several = false
		}
		st.sentence = sentence{begun: len(st.items), period: st.wholePeriod(), several: several || one < 0 && indexAny(t, "期间", "时期") >= 0}
		st.groups(p)
	}
}

// groups reads the parts of a sentence between semicolons. A subject does not
// carry over these, a scope or a period does.
func (st *statements) groups(p piece) {
	for _, g := range split(st.text.S, p, "；;") {
		st.subject, st.listed, st.last = nil, nil, nil
		st.clauses(g)
	}
}

// Words by which a stretch of the review tells of several years, and of one.
var (
	severalYears = words.New("五年来", "过去五年", "过去的五年", "这五年", "五年间", "五年，", "五年的", "五年累计", "经过五年", "三年来", "四年来", "本届政府", "”时期", "”期间", "”以来，")
	oneYear      = words.New("一年来", "过去一年", "过去的一年", "刚刚过去", "这一年", "今年以来", "全年", "去年")
)

// tellsOfSeveral reports whether a paragraph speaks of several years. What a
// heading or a paragraph's beginning says holds until another says otherwise.
func tellsOfSeveral(s string, level, year int, before bool) bool {
	const opening = 60 * len("字")
	if len(s) > opening {
		s = strings.ToValidUTF8(s[:opening], "")
	}
	one, many := yearMarks(s, year)
	switch {
	case level == 1:
		return many >= 0 && one < 0
	case many >= 0 && (one < 0 || many < one):
		return true
	case one >= 0:
		return false
	}
	return before
}

// yearMarks is where a text first speaks of the one year and of several; -1 for
// not at all.
func yearMarks(s string, year int) (one, many int) {
	one, many = oneYear.Index(s), severalYears.Index(s)
	for _, y := range years(s) {
		if at := y.at - len("2030"); y.year == year && (one < 0 || at < one) && at >= 0 {
			one = at
		}
	}
	return one, many
}
