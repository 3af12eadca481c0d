package extract

import (
	"strconv"
	"strings"

	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/target"
)

// add files one value of an indicator. A growth is named as one: 地区生产总值增长.
func (st *statements) add(name string, f figure) {
	name = strings.Join(strings.Fields(name), "")
	if st.past {
		st.addResult(name, f)
		return
	}
	st.addGoal(name, f)
}

func (st *statements) addGoal(name string, f figure) {
	if strings.Contains(f.text, "年均") {
		return
	}
	m := plan.Measure{Subject: name, HasTarget: true}
	if rest, ok := strings.CutPrefix(f.text, "增长"); ok && len(f.amounts) == 0 && rest != "" {
		m.Subject, f.text = name+"增长", rest // 增长与经济增长同步
	}
	value := f
	again := indexAny(f.text, "正增长", "零增长") >= 0
	if c, ok := changeOf(f); ok && c.value.grown() {
		m.Subject, value = name+c.verb, c.value
	} else if (again || strings.Contains(f.text, "同步增长")) && !strings.HasSuffix(m.Subject, "增长") {
		m.Subject = name + "增长"
	}
	m.Unit = value.unit()
	m.Target = target.Parse(value.text, st.context(m.Subject, m.Unit))
	if m.Unit == "" && again {
		m.Unit = "%"
	}
	if e, known := st.lookup(name); known && m.Unit == "年" && e.Unit != "年" {
		m.Unit, m.Target = "", target.Target{Text: f.text, Kind: target.Words} // 在前两年的基础上进一步下降
	}
	switch {
	case m.Target.Kind == target.Words && !st.steady(m.Subject, f.text):
		return
	case countsWork(m.Unit) && !st.knows(name):
		return // 重点抓好以下十个方面
	}
	st.put(m)
}

// countsWork reports units that an indicator which the catalogue does not know
// is not counted in.
func countsWork(unit string) bool {
	switch unit {
	case "个", "项", "件", "年", "周年", "大", "条":
		return true
	}
	return false
}

func (st *statements) addResult(name string, f figure) {
	m := plan.Measure{Subject: name}
	if completes(f.text) {
		m.Facts = []plan.Fact{{Actual: target.Actual{Text: f.text, Quality: target.Qualitative}, Period: st.period}}
		st.put(m)
		return
	}
	entry, _ := st.lookup(name)
	value := f
	c, changed := changeOf(f)
	again := strings.Contains(f.text, "正增长")
	switch {
	case changed:
		st.rebased = st.rebased || !sinceLastYear(c.base, st.year)
		if st.rebased || st.sentence.several || !c.value.grown() || !growsSo(entry, c.verb) {
			return
		}
		m.Subject, value = name+c.verb, c.value
	case again:
		m.Subject = name + "增长"
	case st.sentence.several && (entry.Accumulates || entry.Measure != catalogue.Level):
		return
	default:
		value = reached(f)
	}
	if first, ok := value.first(); ok {
		if !fits(entry, first, changed) || !endsThere(value) || !changed && compares(value) {
			return
		}
	}
	m.Unit = value.unit()
	a := target.ParseActualIn(value.text, st.context(m.Subject, m.Unit))
	if !a.HasValue || a.Change && !changed {
		return
	}
	if m.Unit == "" && again {
		m.Unit = "%"
	}
	st.grade(&a, f)
	m.Facts = []plan.Fact{{Actual: a, Unit: m.Unit, Period: st.period}}
	st.put(m)
}

// passedWords say that a value went beyond the number behind them.
var passedWords = []string{"跨越", "迈上", "站上", "跃上", "跨上", "首破", "越过", "过"}

// grade sets how sure a result is from the words around it.
func (st *statements) grade(a *target.Actual, f figure) {
	if a.Quantity.Op == quantity.Equal {
		for _, w := range passedWords {
			if strings.HasSuffix(f.lead(), w) {
				a.Quantity.Op, a.Quality = quantity.More, target.BoundValue
			}
		}
	}
	for _, q := range []target.Quality{st.noted, st.quality} {
		if q != target.Plain {
			a.Quality = q
		}
	}
}

// put files a measure under its indicator. The first statement holds, unless
// the later one says more: the whole year instead of a part, a number instead
// of words, the exact number right behind 突破, a level instead of a step.
func (st *statements) put(m plan.Measure) {
	if len(m.Facts) > 0 {
		m.Facts[0].Span = st.text.Span(st.at.start, st.at.end)
	}
	it := plan.Item{
		Year: st.year, Name: m.Subject, Section: st.section, Measures: []plan.Measure{m},
		Span: st.text.Span(st.at.start, st.at.end),
	}
	key := st.keyOf(m)
	if i, known := st.known[key]; known {
		if old := st.items[i].Measures[0]; better(m, old, i >= st.begun) {
			st.items[i] = it
			st.last = append(st.last, i)
		}
		return
	}
	st.known[key] = len(st.items)
	st.last = append(st.last, len(st.items))
	st.items = append(st.items, it)
}

// keyOf tells what a measure speaks of: an indicator of the catalogue and
// whether its change or its level, else its name.
func (l *lexicon) keyOf(m plan.Measure) string {
	e, ok := l.lookup(m.Subject)
	if !ok {
		return m.Subject
	}
	return e.ID + strconv.FormatBool(e.Measure == catalogue.Level)
}

// better reports that a measure says more than the one stated before.
func better(m, old plan.Measure, sameSentence bool) bool {
	if g, was := m.Target, old.Target; m.HasTarget && len(m.Facts) == 0 {
		return sameSentence && (was.Kind == target.Change && g.Kind != target.Change || was.Op == quantity.More && g.Kind == target.Bound && g.Op == quantity.Equal)
	}
	f, g := m.Facts[0], old.Facts[0]
	switch {
	case f.Period != g.Period:
		return f.Period == ""
	case !g.HasValue:
		return f.HasValue
	}
	return f.HasValue && f.Quantity.Op == quantity.Equal && f.Quantity.Form == quantity.Single && beyond(f.Quantity, g.Quantity)
}

// beyond reports a number that keeps the bound stated before: 2.15万亿元 behind
// 突破2万亿元.
func beyond(q, bound quantity.Quantity) bool {
	if bound.Op != quantity.More && bound.Op != quantity.AtLeast || !q.Unit.Same(bound.Unit) {
		return false
	}
	return q.Value.Mul(q.Unit.Scale).Cmp(bound.Value.Mul(bound.Unit.Scale)) >= 0
}
