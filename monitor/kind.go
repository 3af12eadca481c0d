package monitor

import (
	"strings"

	"gangmu/plan"
	"gangmu/plan/catalogue"
	"gangmu/target"
)

// New is the series of a plan's row with what its name, unit and target say of
// how it is watched. All of it may be changed.
func New(year int, name, unit string, t target.Target) Series {
	s := Series{Year: year, Target: t, Context: plan.ContextFor(name, unit)}
	s.Kind = KindOf(name, unit, t)
	s.Schedule = Schedule{Frequency: FrequencyOf(name)}
	return s
}

// deeds are what is done anew each year: counts whose names begin or end with one
// are added up in the year. Other levels that the catalogue does not know are
// stocks.
var deeds = []string{"新增", "新建", "新开工", "新认定", "新培育", "改造", "建成", "建设", "开工", "完成", "引进", "引育", "发放", "培训", "实施", "整治", "净增", "签约", "投放"}

// KindOf is the way to watch a measure: as the catalogue says where it knows the
// name, otherwise by name, unit and the side of the target.
func KindOf(name, unit string, t target.Target) Kind {
	m := catalogue.MeaningOf(name)
	e := m.Entry
	down := t.Sense == target.Max
	switch {
	case t.Kind == target.Grade || m.Known && e.Kind == catalogue.GradeKind:
		return Graded
	case m.Measure == catalogue.Growth, m.Measure == catalogue.Decline && isPercent(unit), t.Unit == "%" && unit != "" && !isPercent(unit):
		return Growth
	case m.Known && e.Accumulates, m.Measure == catalogue.Decline:
		return Accumulating
	case m.Known && e.Kind == catalogue.GrowthKind:
		return Growth
	case down:
		return Ceiling
	case m.Known && (e.Kind == catalogue.ShareKind || e.Kind == catalogue.RatioKind || e.Kind == catalogue.IndexKind), isPercent(unit):
		return Share
	case m.Known:
		return Stock
	}
	for _, d := range deeds {
		if strings.HasPrefix(name, d) || strings.HasSuffix(name, d) {
			return Accumulating
		}
	}
	return Stock
}

// FrequencyOf is how often the catalogue says that a measure has values.
func FrequencyOf(name string) Frequency {
	if e, ok := catalogue.Lookup(name); ok && e.Frequency != "" {
		return Frequency(e.Frequency)
	}
	return Monthly
}

func isPercent(unit string) bool { return unit == "%" || unit == "％" || unit == "‰" }
