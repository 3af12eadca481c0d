package extract

import (
	"slices"
	"strconv"
	"strings"

	"gangmu/document"
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
	plan     *plan.Plan
	own      []string
	rows     map[string]bool
	claims   []Claim
	mentions []quantity.Mention

	annexYear int // what the annex at hand is about
	annexKind ClaimKind
	several   bool // the paragraph tells of several years

	text document.Text
	part Part
	moment
	carried carried
}

// moment is when and of what sort the statements at hand are.
type moment struct {
	year       int
	period     string // of a part of the year: H1; empty for all of it
	kind       ClaimKind
	otherTime  bool // there is doubt about the period
	otherPlace bool // and about the place
	narrative  bool // words that are no known figure stand before in the sentence
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

// claimSubject is what an amount is said of.
type claimSubject struct {
	name, key string
	entry     catalogue.Entry
	measure   ClaimMeasure // that the name says; Level when it says none
	known     bool
	turned    bool // the name says a fall
	sure      bool
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
	r.mentions = quantity.AppendMentions(r.mentions[:0], s)
	at := 0
	for _, p := range split(s, whole(s), "。！\n") {
		var ms []quantity.Mention
		for at < len(r.mentions) && r.mentions[at].Start < p.end {
			if r.mentions[at].Start >= p.start {
				ms = append(ms, r.mentions[at])
			}
			at++
		}
		headed := r.carried.subjects
		r.moment, r.carried = base, carried{}
		if !slices.ContainsFunc(ms, func(m quantity.Mention) bool { return m.Kind == quantity.Amount }) {
			r.carried.subjects = r.headline(p.of(s))
			continue
		}
		r.carried.subjects = headed
		r.sentence(p, ms)
		r.carried = carried{}
	}
}

// longTitle is the longest sentence that opens a paragraph as its title.
const longTitle = 25

// usual is the year and sort of the statements of a part.
func (r *claimReader) usual(l *Line) (moment, bool) {
	m := moment{otherTime: r.several}
	switch l.Part {
	case Execution:
		m.year, m.kind = r.plan.ExecutedYear, ActualClaim
	case Aims, Tasks:
		m.year, m.kind = r.plan.PlannedYear, TargetClaim
	case Annex:
		m.year, m.kind = r.annexYear, r.annexKind
	}
	return m, m.year != 0
}

// looksFarAhead reports a paragraph about the goals of several years. What the
// chapter or an earlier paragraph says holds until the year itself is named.
func (r *claimReader) looksFarAhead(l *Line) bool {
	s := l.Text.S
	const opening = 60 * len("字")
	if len(s) > opening {
		s = strings.ToValidUTF8(s[:opening], "")
	}
	one := strings.Contains(s, strconv.Itoa(r.plan.PlannedYear)+"年") || indexAny(s, "今年", "明年", "全年", "主要预期目标") >= 0
	far := ofSeveralYears(s) || indexAny(s, "今后五年", "未来五年", "五年来", "“十三五”", "“十四五”", "“十五五”") >= 0
	switch {
	case l.Level == 1 && (one || far):
		return far && !one
	case one:
		return false
	case l.Level == 1:
		return false
	}
	return far || r.several
}

// annex notes what the heading of an annex says of its year.
func (r *claimReader) annex(s string) {
	if runeLen(s) > 40 || strings.ContainsAny(s, "。；") {
		return
	}
	for _, y := range years(squeeze(s)) {
		switch {
		case y.year == r.plan.ExecutedYear:
			r.annexYear, r.annexKind = y.year, ActualClaim
		case y.year == r.plan.PlannedYear:
			r.annexYear, r.annexKind = y.year, TargetClaim
		default:
			r.annexYear = 0
		}
	}
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
	if m.Quantity.Unit.Dim == quantity.Points && r.distance(words, m) {
		return
	}
	name, verb := cutVerb(words)
	run := r.inRun(before, name, verb)
	if fresh {
		r.carried = carried{}
	}
	switch {
	case name != "":
		r.carried.subjects, r.carried.run, r.carried.listed = r.subjects(name), run, false
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

// distance reads how far the subject lies from another one: 比全体居民高1.3个百分点.
// It reports whether the amount is of that kind.
func (r *claimReader) distance(words string, m quantity.Mention) bool {
	ref, below, ok := reference(words)
	if !ok || len(r.carried.subjects) != 1 || len(r.claims) == 0 {
		return ok
	}
	sub, last := r.carried.subjects[0], r.claims[len(r.claims)-1]
	other, known := r.subject(ref, sub.name)
	if !known || !last.Sure || last.Key != sub.key || other.key == sub.key || m.Quantity.Op != quantity.Equal {
		return true
	}
	c := last
	c.Value, c.Measure, c.Of, c.Against = m.Quantity, Points, last.Measure, other.key
	c.Value = turn(c.Value, below)
	c.Span, c.Text = r.text.Span(m.Start, m.End), r.text.S[m.Start:m.End]
	c.Goal = target.Target{}
	r.claims = append(r.claims, c)
	return true
}

// reference is what a distance is measured from.
func reference(words string) (ref string, below, ok bool) {
	for _, w := range []string{"高于", "快于", "高出", "低于", "慢于"} {
		if rest, ok := strings.CutPrefix(words, w); ok {
			return trimSuffixes(rest, "增速", "约"), w == "低于" || w == "慢于", true
		}
	}
	rest, ok := cutAny(words, "比", "较")
	if !ok {
		return "", false, false
	}
	for _, w := range []string{"高出", "高", "快", "低", "慢"} {
		if ref, ok := strings.CutSuffix(rest, w); ok {
			return trimSuffixes(ref, "增速", "增幅"), w == "低" || w == "慢", true
		}
	}
	return "", false, false
}

// counting reports a subject that is an increase, so that what follows it may be
// the stock.
func (r *claimReader) counting() bool {
	if len(r.carried.subjects) != 1 {
		return false
	}
	return indexAny(r.carried.subjects[0].name, "新增", "净增", "新建", "新培育", "新认定", "再添", "增加") >= 0
}

// behindBracket reports a name that goes on behind a bracket: 五县（市）生产总值.
func (r *claimReader) behindBracket(clause piece) bool {
	before := strings.TrimRight(r.text.S[:clause.start], " ")
	return strings.HasSuffix(before, "）") || strings.HasSuffix(before, ")")
}

// stretches reports a second, higher target of the subject before.
func stretches(words string) bool {
	_, ok := cutAny(words, "力争", "争取", "努力", "奋斗")
	return ok
}

// inRun reports a count that shares the verb of the count before it, so that it
// may be an increase and no level.
func (r *claimReader) inRun(before piece, name string, verb claimVerb) bool {
	s := strings.TrimSpace(before.of(r.text.S))
	_, joined := cutAny(s, "、", "和", "及", "，", "；")
	if !joined || verb.word != "" || len(r.carried.subjects) != 1 || indexAny(name, "新增", "数", "每", "拥有量") >= 0 {
		return false
	}
	last := r.carried.subjects[0]
	return r.carried.run || !last.known || strings.HasPrefix(last.name, "新")
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
		ch, size := decode(s[i:])
		if strings.ContainsRune("，；：:;,（）()—", ch) {
			out = append(out, piece{start, i})
			start = i + size
		}
		i += size
	}
	return append(out, piece{start, p.end})
}

// scope notes words that speak of a part of the place, of another one or of
// several years, until the sentence ends.
func (r *claimReader) scope(t string) {
	r.otherPlace = r.otherPlace || indexAny(t, narrowing...) >= 0 || elsewhere(t)
	r.otherTime = r.otherTime || spans(t)
	for _, y := range years(t) {
		r.otherTime = r.otherTime || y.year != r.year
	}
}

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
		Indicator: sub.name, Key: sub.key, Measure: measure, Value: q, Year: r.year, Period: strconv.Itoa(r.year), Kind: r.kind, Part: r.part,
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
	_, ok := cutAny(after, followers...)
	return !ok
}

// followers may stand right behind an amount that is complete.
var followers = []string{
	"的目标", "的年度目标", "的预期目标", "年度目标", "的基础上", "左右", "以上", "以下", "以内", "和", "及", "与", "且", "并", "同比", "增长", "下降", "比", "较", "高于", "低于",
	"占", "其中", "分别", "增加", "提高", "减少", "居", "位居", "列", "排名", "提前", "超额", "完成", "上升", "降低",
}

// measured is what an amount says of a subject.
func (sub claimSubject) measured(v claimVerb, q quantity.Quantity) (ClaimMeasure, quantity.Quantity, bool) {
	dim := q.Unit.Dim
	turned := sub.turned || v.fall
	switch {
	case q.Form != quantity.Single && q.Form != quantity.Ratio && q.Form != quantity.Range:
		return "", q, false
	case dim == quantity.Points:
		return Points, q, true
	case v.growth && dim != quantity.Share || v.growth && sub.measure == Growth && !sub.turned:
		return "", q, false // an increment, the growth of a growth
	case v.growth || sub.measure == Growth:
		if dim != quantity.Share {
			return "", q, false
		}
		return Growth, turn(q, turned), true
	case sub.entry.ID != "":
		if q.Unit.IsZero() && q.Form == quantity.Single { // a list of results without units
			q.Unit, _ = quantity.ParseUnit(sub.entry.Unit)
		}
		return levelMeasure(sub.entry), q, sub.fits(q)
	case dim == quantity.Share:
		return Share, q, true
	}
	return Level, q, true
}

// fits reports an amount in a unit that the catalogue's indicator can have.
func (sub claimSubject) fits(q quantity.Quantity) bool {
	if sub.entry.Unit == "" {
		return q.Form == quantity.Ratio
	}
	u, ok := quantity.ParseUnit(sub.entry.Unit)
	return !ok || u.Dim == q.Unit.Dim || q.Unit.Dim == quantity.Count && u.Dim == quantity.People || q.Unit.Dim == quantity.Count && u.Dim == quantity.Count
}
