package monitor

import "gangmu/quantity"

// Light is what a measure shows. A page sets it as colour, shape and word.
type Light string

const (
	Green   Light = "green"   // ● 正常
	Yellow  Light = "yellow"  // ▲ 关注
	Red     Light = "red"     // ■ 滞后
	Missing Light = "missing" // ○ 未报: a value is overdue
	None    Light = "none"    // — cannot be said, or nothing is due yet; the sentence says why
)

// Zh is the light's word.
func (l Light) Zh() string {
	return map[Light]string{Green: "正常", Yellow: "关注", Red: "滞后", Missing: "未报"}[l]
}

// En is the light's word.
func (l Light) En() string {
	return map[Light]string{Green: "on course", Yellow: "watch", Red: "behind", Missing: "not reported"}[l]
}

// Mark is the light's shape.
func (l Light) Mark() string {
	return map[Light]string{Green: "●", Yellow: "▲", Red: "■", Missing: "○", None: "—"}[l]
}

// worse is the worse of two lights that say how far something is.
func worse(a, b Light) Light {
	rank := map[Light]int{Green: 1, Yellow: 2, Red: 3}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// Reason is the rule that made a light.
type Reason string

const (
	ByPace       Reason = "pace"        // month/12 of the year's target
	ByMilestone  Reason = "milestone"   // the plan's own milestones
	ByTarget     Reason = "target"      // the value against the target
	ByPath       Reason = "path"        // the straight path from last year's value
	ByWord       Reason = "stated"      // no number: a class, or the unit's word
	MissCertain  Reason = "miss"        // the target can no longer be reached
	Overdue      Reason = "overdue"     // a value should be there
	NotDue       Reason = "not-due"     // no value yet, and none is due
	NoNumber     Reason = "no-number"   // the target has no number that counts this year
	NotOneNumber Reason = "range"       // the value is no single number
	NoPolarity   Reason = "no-polarity" // neither side is better
)

// Judgement is a light with all that it rests on. Numbers that do not apply are
// nil. Percents and points have one decimal.
type Judgement struct {
	Light   Light
	Reason  Reason
	Zh, En  string // one sentence of arithmetic each
	Version int64  // of the settings

	From     *Value           // the value it goes by
	Goal     *quantity.Number // what must be reached by the year's end
	Pace     *quantity.Number // what should be reached by now: percent of the goal; for a path the value itself
	Done     *quantity.Number // of accumulating measures: percent of the goal
	Behind   *quantity.Number // above zero when behind; see Threshold for what it counts
	Need     *quantity.Number // what each remaining month must bring, percent of the goal; of a growth rate the growth of the remaining months
	Average  *quantity.Number // what the months so far brought on average, percent of the goal
	Shape    *quantity.Number // percent of the year that earlier years had reached by now, on average
	Forecast *Forecast
	Next     *Period // the next value that is due
}
