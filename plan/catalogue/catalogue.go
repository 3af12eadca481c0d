// Package catalogue knows the indicators that plan reports use: their names
// and aliases, units, which direction is better, whether they accumulate over
// the year, and who usually answers for them.
//
// The indicators are data (catalogue.tsv), to be read and edited in any
// spreadsheet. An entry is a subject (地区生产总值); names that add a measure
// (地区生产总值增速, 单位GDP能耗下降) resolve to the subject with that Measure.
// The package decides what a printed name means and finds names in running
// text. It leaves out numbers, places and periods. For names it does not know
// it offers PolarityOf, a rule on words.
package catalogue

import (
	"strings"
	"sync"
)

// Polarity is the better direction of a value.
type Polarity string

const (
	Up      Polarity = "up"   // more is better
	Down    Polarity = "down" // less is better
	Neither Polarity = "none" // neither is
)

// Kind is the sort of value an indicator has.
type Kind string

const (
	LevelKind  Kind = "level"  // an amount: 亿元, 万吨
	GrowthKind Kind = "growth" // a rate of change
	ShareKind  Kind = "share"  // a part of a whole, a rate: %, ‰
	RatioKind  Kind = "ratio"  // one value over another: 1.9:1, 吨/万元
	CountKind  Kind = "count"  // a number of things or people
	GradeKind  Kind = "grade"  // a class: Ⅲ类
	IndexKind  Kind = "index"  // 上年=100
	DaysKind   Kind = "days"   // a number of days
)

// Measure is what a name says of its subject.
type Measure string

const (
	Level   Measure = "level"   // the value itself: 地区生产总值
	Growth  Measure = "growth"  // its rate of change: 地区生产总值增速
	Decline Measure = "decline" // how far it fell: 单位GDP能耗下降, 氨氮减排量
)

// Entry is one indicator. From Lookup and Find it comes as the name at hand
// reads it: for 地区生产总值增速, Measure is Growth, Kind GrowthKind, Unit "%";
// for 单位GDP能耗下降 the Polarity is turned round, since a bigger fall is better.
type Entry struct {
	ID          string // kebab-case English
	Zh, En      string // standard Chinese name, official English
	Aliases     []string
	Unit        string // of the value itself; empty for grades and a:b ratios
	Polarity    Polarity
	Kind        Kind
	Accumulates bool   // counted from zero since January
	Section     string // 经济 创新 民生 开放 绿色 安全
	Frequency   string // month, quarter, half, year
	Owner       string // the department that usually answers for it
	Context     string // how context decides where names are shared, coverages differ
	Measure     Measure
}

// All is every entry in the order of the file, each as Level.
func All() []Entry { return load().entries }

// Lookup resolves a printed name: a table cell such as
// “其中：规上工业增加值增速（%）*”. Where two entries share a name, the first of
// the file is given and its Context says how to decide.
func Lookup(name string) (Entry, bool) {
	d := load()
	if !d.mayBegin(name) {
		return Entry{}, false
	}
	d.mu.RLock()
	found, ok := d.looked[name]
	d.mu.RUnlock()
	if !ok {
		found.Entry, found.ok = d.lookup(name)
		d.keep(name, found)
	}
	return found.Entry, found.ok
}

// lookup is what a name was found to be: a report asks for the same names again
// and again.
type lookup struct {
	Entry
	ok bool
}

const maxLookups = 10_000

// keep remembers what a name was found to be; names come from files, so only so
// many.
func (d *data) keep(name string, found lookup) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.looked) < maxLookups {
		d.looked[strings.Clone(name)] = found
	}
}

func (d *data) lookup(name string) (Entry, bool) {
	for _, n := range spellings(name) {
		if e, ok := d.resolve(n); ok {
			return unitDecides(e, name), true
		}
	}
	return Entry{}, false
}

// data is the parsed catalogue with its index of names.
type data struct {
	entries []Entry
	names   map[string]int  // canonical name -> entry
	begins  map[string]bool // two Chinese characters that begin a name; one that does alone

	mu     sync.RWMutex
	looked map[string]lookup // by printed name
}

var load = sync.OnceValue(newData)

func newData() *data {
	entries, err := parse(table)
	if err != nil {
		panic("catalogue.tsv: " + err.Error()) // held by a test: cannot happen in a release
	}
	d := &data{entries: entries, names: make(map[string]int, 5*len(entries)), looked: map[string]lookup{}, begins: map[string]bool{}}
	for i, e := range entries {
		for _, n := range e.allNames() {
			key := canonical(n)
			if _, taken := d.names[key]; !taken {
				d.names[key] = i
				d.begins[beginning(key)] = true
			}
		}
	}
	return d
}

// resolve tries a canonical name as it is, without a leading place, and
// without a measure at its end.
func (d *data) resolve(name string) (Entry, bool) {
	if i, ok := d.names[name]; ok {
		return d.entries[i], true
	}
	if rest, ok := cutPlace(name); ok {
		return d.resolve(rest)
	}
	subject, m, ok := cutMeasure(name)
	if !ok {
		return Entry{}, false
	}
	if i, ok := d.names[subject]; ok {
		return d.entries[i].as(m), true
	}
	return Entry{}, false
}

// allNames is the standard name and the aliases without their marks.
func (e Entry) allNames() []string {
	names := []string{e.Zh}
	for _, a := range e.Aliases {
		name, _ := cutWhole(a)
		names = append(names, name)
	}
	return names
}

// as reads the entry under a measure.
func (e Entry) as(m measure) Entry {
	e.Measure = m.Measure
	switch {
	case m.Measure == Level:
		return e
	case m.Measure == Decline && m.amount:
		// 氨氮减排量 is an amount in the unit of its subject.
	case e.Kind == ShareKind:
		e.Unit = "个百分点"
		if m.Measure == Growth && m.rate {
			e.Unit, e.Kind = "%", GrowthKind
		}
	default:
		e.Unit, e.Kind = "%", GrowthKind
	}
	if m.Measure == Decline && e.Polarity != Neither {
		e.Polarity = opposite(e.Polarity)
	}
	return e
}

func opposite(p Polarity) Polarity {
	if p == Up {
		return Down
	}
	return Up
}
