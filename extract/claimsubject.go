package extract

import (
	"strings"

	"gangmu/internal/words"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
)

// claimSubject is what an amount is said of.
type claimSubject struct {
	name, key string
	entry     catalogue.Entry
	measure   ClaimMeasure // that the name says; Level when it says none
	known     bool
	turned    bool // the name says a fall
	sure      bool
	within    string // see Claim
	added     string // likewise
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

// subjects resolves the words that name what a value is said of.
func (r *claimReader) subjects(name string) []claimSubject {
	parent := ""
	if n := len(r.carried.subjects); n > 0 {
		parent = r.carried.subjects[n-1].name
	}
	if sub, ok := r.subject(name, parent); ok {
		return []claimSubject{sub}
	}
	if parts := namesIn(name); len(parts) > 1 {
		var out []claimSubject
		for i, p := range parts {
			sub, ok := r.subject(p, parent)
			if !ok {
				if full := completed(p, parts[i+1:]); full != "" {
					sub, ok = r.subject(full, "")
				}
			}
			if !ok {
				sub = generic(p)
			}
			out = append(out, sub)
		}
		return out
	}
	r.narrative = true
	if ofPart(name) { // 六县实现地区生产总值
		r.otherPlace = true
	}
	sub := generic(name)
	sub.within, sub.added = r.within(name), r.addedTo(name)
	return []claimSubject{sub}
}

// addedTo is the key of the stock that 新培育 and the like add to.
func (r *claimReader) addedTo(name string) string {
	rest, ok := cutAny(name, "新培育入库", "新培育", "新增", "净增", "新认定", "新引进", "培育")
	if !ok {
		return ""
	}
	if sub, known := r.subject(rest, ""); known && sub.measure != Growth {
		return sub.key
	}
	return ""
}

// Words that make of a whole a part, or of a stock what was added to it.
var partingWords = words.New("地方", "中央", "本级", "市级", "区级", "县级", "省级", "国家级", "城区", "农村", "城镇", "民营", "外资", "小型", "大型", "新", "净", "增", "培育", "认定", "引进", "建", "改", "造", "获", "入选", "淘汰", "完成", "占", "和", "、")

// within is the key of the known indicator that a longer name ends with.
func (r *claimReader) within(name string) string {
	hits := catalogue.Find(name)
	if len(hits) == 0 {
		return ""
	}
	const short = 4
	last := hits[len(hits)-1]
	lead := name[:last.Start]
	if last.End != len(name) || lead == "" || runeLen(lead) > short || ofPart(name) || partingWords.In(lead) || narrowing.In(lead) {
		return ""
	}
	sub, ok := r.subject(name[last.Start:], "")
	if !ok || sub.measure == Growth {
		return ""
	}
	return sub.key
}

// subject resolves one name: of the catalogue, of the report's own tables, or
// what completes the name before (城镇居民 behind 全体居民人均可支配收入).
func (r *claimReader) subject(name, parent string) (claimSubject, bool) {
	name = trimSuffixes(name, "指标")
	if len(name) > longestName || catalogue.NamesPlace(name) {
		return claimSubject{}, false
	}
	if sub, ok := r.known(name); ok {
		return sub, true
	}
	return r.known(inFull(name, parent))
}

// known is the subject of a name that the catalogue or a row of the report has.
func (r *claimReader) known(name string) (claimSubject, bool) {
	if name == "" {
		return claimSubject{}, false
	}
	if e, ok := catalogue.Lookup(name); ok {
		key, measure, turned := rowKey(name, "%")
		if e.Measure == catalogue.Level {
			key, measure = e.ID, Level
		}
		return claimSubject{name: name, key: key, entry: e, measure: measure, known: true, turned: turned, sure: !spans(name)}, true
	}
	if key, measure, turned := r.rowKey(name); r.rows[key] {
		return claimSubject{name: name, key: key, measure: measure, known: true, turned: turned, sure: !spans(name)}, true
	}
	return claimSubject{}, false
}

// ofPart reports a known name behind words that can only name a part of the
// place.
func ofPart(name string) bool {
	hits := catalogue.Find(name)
	if len(hits) == 0 || hits[len(hits)-1].End != len(name) {
		return false
	}
	before := trimSuffixes(name[:hits[len(hits)-1].Start], "实现", "完成")
	r, _ := lastRune(before)
	return strings.ContainsRune("县区市镇乡州旗盟园城团业", r)
}

// longestName is more bytes than any indicator's name has; what is longer is a
// story.
const longestName = 40 * len("字")

// inFull is a shortened name with the rest of the one before.
func inFull(name, parent string) string {
	const short = 10 * len("字")
	if parent == "" || len(name) > short {
		return ""
	}
	return completed(name, []string{parent})
}

// rowKey is plainKey in a report whose rows need it.
func (r *claimReader) rowKey(name string) (key string, m ClaimMeasure, turned bool) {
	if len(r.rows) == 0 {
		return "", Level, false
	}
	return plainKey(name)
}

// generic is a subject that no list of indicators has. It is sure when its words
// can be nothing but a name.
func generic(name string) claimSubject {
	const short = 5
	return claimSubject{
		name: name, key: "~" + squeeze(name), measure: Level,
		sure: runeLen(name) >= short && !strings.ContainsAny(name, "的由与以将在该其这约比等有被把对为累均从") && !spans(name) && !narrowing.In(name) && !notNames.In(name) && !elsewhere(name),
	}
}

// notNames are words of sums and changes; what has them is no subject.
var notNames = words.New("加上", "合计", "总计", "小计", "年初", "上年", "去年", "今年", "同期", "五")

// headline reads a sentence that only names what the next one speaks of: 第一，
// 规上工业利润增速。
func (r *claimReader) headline(t string) []claimSubject {
	t = r.openings(strings.TrimSpace(t))
	if len(t) > 2*longestName {
		return nil
	}
	lead, rest, _ := strings.Cut(t, "（")
	rest = strings.TrimSuffix(rest, "）")
	var out []claimSubject
	for _, name := range []string{lead, cutWords(rest, "含", "包括")} {
		if name == "" {
			continue
		}
		sub, ok := r.subject(name, "")
		if !ok {
			return nil
		}
		out = append(out, sub)
	}
	return out
}
