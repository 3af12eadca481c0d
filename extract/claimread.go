package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gangmu/document"
	"gangmu/internal/words"
	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
)

// ClaimsOf lists the statements of numbers in the running text of a report.
//
// A claim is made of an amount whose subject could be told. It is Sure only when
// every word before the amount has been understood: nothing but the name of an
// indicator, the verb, and words that say when and that the whole place is
// meant. Whatever else stands there may narrow the subject.
func ClaimsOf(p *plan.Plan, lines []Line) []Claim {
	r := &claimReader{plan: p, own: ownWords(p.Region), rows: rowNames(p)}
	for i := range lines {
		r.line(&lines[i])
	}
	return r.claims
}

// rowNames maps the names of the report's own rows that the catalogue does not
// know to their keys.
func rowNames(p *plan.Plan) map[string]bool {
	out := map[string]bool{}
	for _, it := range p.Indicators {
		key, _, _ := rowKey(it.Name, it.Measure().Unit)
		if _, known := catalogue.Lookup(it.Name); !known && runeLen(key) >= 4 {
			out[key] = true
		}
	}
	return out
}

// claimReader reads line by line.
type claimReader struct {
	plan   *plan.Plan
	own    []string
	rows   map[string]bool
	claims []Claim

	annexYear  int // what the annex at hand is about
	annexKind  ClaimKind
	several    bool         // the paragraph tells of several years
	farChapter bool         // the chapter sets the goals of several years
	topic      claimSubject // the known subject that the paragraph named last

	text document.Text
	part Part
	moment
	carried carried
}

// carried is what a clause leaves to the next one.
type carried struct {
	subjects []claimSubject
	next     int // the subject of the next value in a list behind 分别
	verb     claimVerb
	kind     ClaimKind
	listed   bool
	run      bool // of counts behind one verb: 新培育科技型企业20家、高新技术企业8家
}

func (r *claimReader) line(l *Line) {
	r.text, r.part = l.Text, l.Part
	s := l.Text.S
	if l.Part == Annex {
		r.annex(s)
	}
	r.several = l.Part == Execution && tellsOfSeveral(s, l.Level, r.plan.ExecutedYear, r.several)
	if l.Part == Aims || l.Part == Tasks {
		r.several = r.looksFarAhead(l)
	}
	base, ok := r.usual(l)
	if !ok {
		return
	}
	opening := s[:strings.IndexByte(s+"\n", '\n')]
	if i := strings.Index(opening, "。"); i >= 0 {
		opening = opening[:i]
	}
	base.otherPlace = runeLen(opening) <= longTitle && ofSubPlace(opening)
	r.topic = claimSubject{}
	ms := l.Mentions()
	for _, p := range split(s, whole(s), "。！\n") {
		var inside []quantity.Mention
		inside, ms = mentionsIn(p, ms)
		headed := r.carried.subjects
		r.moment, r.carried = base, carried{}
		if !slices.ContainsFunc(inside, func(m quantity.Mention) bool { return m.Kind == quantity.Amount }) {
			r.carried.subjects = r.headline(p.of(s))
			continue
		}
		r.carried.subjects = headed
		r.sentence(p, inside)
		r.carried = carried{}
	}
}

// mentionsIn are the mentions that begin in p, and those behind it.
func mentionsIn(p piece, ms []quantity.Mention) (inside, rest []quantity.Mention) {
	begins := func(m quantity.Mention, at int) int { return cmp.Compare(m.Start, at) }
	from, _ := slices.BinarySearchFunc(ms, p.start, begins)
	to, _ := slices.BinarySearchFunc(ms, p.end, begins)
	return ms[from:to], ms[to:]
}

// sentence reads amounts from left to right, each with the words since the one
// before.
func (r *claimReader) sentence(p piece, ms []quantity.Mention) {
	if first := r.parts(p)[0].of(r.text.S); ofSubPlace(first) {
		r.otherPlace = true
	}
	from := p.start
	for _, m := range ms {
		if m.Kind != quantity.Amount || m.Start < from {
			continue
		}
		r.amount(piece{from, m.Start}, m)
		from = m.End
	}
}

// amount reads one amount with the words before it.
func (r *claimReader) amount(before piece, m quantity.Mention) {
	s := r.text.S
	if u := m.Quantity.Unit; u.Dim == quantity.Time && u.Text == "年" {
		r.otherTime = true // 未来五年
	}
	clause, fresh := r.lastClause(before)
	words, promised := r.promise(clause.of(s), s[m.End:])
	words, year := cutBaseYear(words)
	words = r.openings(words)
	if words == "和" || words == "及" || words == "与" {
		words = "" // 分别增长8%和9%
	}
	if r.completion(words, m) || r.gap(words, m) || r.namedAfter(words, m) || m.Quantity.Unit.Dim == quantity.Points && r.distance(words, m) {
		return
	}
	name, verb := cutVerb(words)
	run := r.inRun(before, name, verb)
	if fresh {
		r.carried = carried{}
	}
	switch {
	case name != "":
		adding := run && len(r.carried.subjects) == 1 && r.carried.subjects[0].added != ""
		r.carried.subjects, r.carried.run, r.carried.listed = r.subjects(name), run, false
		if last := r.carried.subjects; adding && len(last) == 1 && last[0].known {
			last[0].added = last[0].key // 新培育科技型企业130家，高新技术企业25家
		}
		verb.doubt = verb.doubt || r.behindBracket(clause)
	case verb == claimVerb{} && !promised && !r.carried.listed:
		return // 27个项目
	case verb.word != "" && !verb.growth && r.counting():
		verb.doubt = true // 新增高新技术企业54家、达823家
	case stretches(clause.of(s)):
		verb.doubt = true // 增长13%，力争15%
	}
	if promised {
		defer func(k ClaimKind) { r.moment.kind = k }(r.moment.kind)
		r.moment.kind = TargetClaim
		if verb.word == "" && !verb.each {
			verb = r.carried.verb // 增长2.1%，低于6%的年度目标
			m.Quantity.Op, m.Start, m.Lead = quantity.Equal, m.NumStart, m.NumStart
		}
	}
	if year != 0 {
		defer func(now moment) { r.moment = now }(r.moment)
		r.setYear(year)
	}
	r.place(verb, m)
}

// place hands an amount to the subject that it belongs to.
func (r *claimReader) place(verb claimVerb, m quantity.Mention) {
	c := &r.carried
	switch {
	case verb.word == "" && c.listed && c.next < len(c.subjects):
		verb = c.verb // 分别为100亿元、200亿元
		defer func(k ClaimKind) { r.moment.kind = k }(r.moment.kind)
		r.moment.kind = c.kind
	case verb.each:
		c.listed, c.next, c.verb, c.kind = true, 0, verb, r.moment.kind
	case verb.all:
		c.verb = verb
		for _, sub := range c.subjects {
			r.claim(sub, verb, m)
		}
		return
	case len(c.subjects) == 1:
		c.listed, c.verb = false, verb
	default:
		return
	}
	if c.listed {
		if c.next < len(c.subjects) && len(c.subjects) > 1 {
			r.claim(c.subjects[c.next], verb, m)
		}
		c.next++
		return
	}
	r.claim(c.subjects[0], verb, m)
}

// lastClause is the words since the last stop. A clause in between that says
// something else ends what was carried over; fresh tells so.
func (r *claimReader) lastClause(p piece) (last piece, fresh bool) {
	s := r.text.S
	parts := r.parts(p)
	last = parts[len(parts)-1]
	for _, q := range parts[:len(parts)-1] {
		t := strings.Trim(q.of(s), "，、：:（）() —　")
		if t == "" {
			continue
		}
		if rest := r.openings(t); rest != "" {
			fresh, r.narrative = true, true
			r.scope(rest)
		}
	}
	if i := strings.LastIndexAny(p.of(s), "；;"); i >= 0 {
		fresh = true
	}
	return last.trim(s, "，、：:；;（）()—"), fresh
}

// parts cuts the words between two amounts at their stops.
func (r *claimReader) parts(p piece) []piece {
	s := r.text.S
	var out []piece
	start := p.start
	for i := p.start; i < p.end; {
		at, stop := claimStops.Next(s[:p.end], i)
		if at < 0 {
			break
		}
		i = at + len(claimStops.Word(stop))
		out = append(out, piece{start, at})
		start = i
	}
	return append(out, piece{start, p.end})
}

// claimStops part the words between two amounts.
var claimStops = words.New("，", "；", "：", ":", ";", ",", "（", "）", "(", ")", "—")

// claim files one claim.
func (r *claimReader) claim(sub claimSubject, verb claimVerb, m quantity.Mention) {
	s := r.text.S
	measure, q, ok := sub.measured(verb, m.Quantity)
	if !ok {
		return
	}
	start := m.Lead
	if verb.growth && strings.HasSuffix(s[:m.Start], verb.word) {
		start = min(start, m.Start-len(verb.word))
	}
	c := Claim{
		Indicator: sub.name, Key: sub.key, Measure: measure, Value: q, Within: sub.within, Added: sub.added, Year: r.year, Period: strconv.Itoa(r.year), Kind: r.kind, Part: r.part,
		Leads: !r.narrative,
		Sure:  sub.sure && !r.otherTime && !r.otherPlace && !verb.doubt && !(r.carried.run && measure == Count && !sub.entry.Accumulates) && !continues(s[m.End:]),
		Span:  r.text.Span(start, m.End), Text: s[start:m.End],
	}
	if r.period != "" {
		c.Period += "-" + r.period
	}
	if r.kind == TargetClaim {
		unit := m.Quantity.Unit.Text
		name := sub.name
		if measure == Growth && sub.measure != Growth {
			name += "增长"
		}
		c.Goal = target.Parse(c.Text, plan.ContextFor(name, unit))
	}
	if sub.known {
		r.topic = sub
	} else if r.topic.known && measure == Share && verb.word == "完成" && c.Within == "" {
		c.Within, c.Measure = r.topic.key, Growth // 受多重因素影响完成3%
	}
	if n := len(r.claims); n > 0 {
		last := &r.claims[n-1]
		if last.Key == c.Key && last.Measure != c.Measure && last.Period == c.Period && last.Span.Line == c.Span.Line {
			mine, its := c.Value, last.Value
			c.Beside, last.Beside = &its, &mine
		}
	}
	r.claims = append(r.claims, c)
}

// continues reports an amount that goes on into something else: 100亿元的投资,
// 5%—6%.
func continues(after string) bool {
	if _, ok := cutAny(after, "—", "-", "~", "～", "至"); ok {
		return true
	}
	if after == "" || !isHan(after[0]) {
		return false
	}
	return followers.Begins(after) < 0
}

// followers may stand right behind an amount that is complete.
var followers = words.New(
	"的目标", "的年度目标", "的预期目标", "年度目标", "的基础上", "左右", "以上", "以下", "以内", "和", "及", "与", "且", "并", "同比", "增长", "下降", "比", "较", "高于", "低于",
	"占", "其中", "分别", "增加", "提高", "减少", "居", "位居", "列", "排名", "提前", "超额", "完成", "上升", "降低",
)
