// Package target is the algebra of targets: what a value must do.
//
// It reads every form in which plan reports write targets, tests an actual
// against a target with three possible answers, and says why in one sentence.
// It never guesses: what cannot be tested is Undetermined, with its reason.
//
// Decisions that the forms leave open:
//
//   - Signs. A fall is a negative change: “下降3%以上” is Value -3, Op <=. Only
//     under a name that itself says a fall (单位GDP能耗下降) numbers count the
//     fall and stay positive (Context.Fall).
//   - Exceeded is strictly better than the number, also under a ceiling. A
//     Double is met from its value and exceeded from its stretch on; a Range is
//     met inside and exceeded beyond its better end.
//   - “左右” and “基本” state no width. What is not worse than the number meets
//     the target; what is worse meets it only when it rounds to the number at
//     the number's printed digits; otherwise the test is Undetermined, never
//     missed.
//   - An actual that is a bound, a range or approximate counts by implication:
//     every value that it admits must give the same answer. ＜5.5 meets ＜5.5.
//
// The package leaves out which name is better high or low, which value was
// last year's, and whatever else stands around a target: a Context brings it.
package target

import "gangmu/quantity"

// Kind is the form of a target.
type Kind string

const (
	Bound     Kind = "bound"     // 8以上, ≥75.81, 11: Op, Value, Sense
	Range     Kind = "range"     // 6%-6.5%: Low, High
	Double    Kind = "double"    // 增长5.5%、力争6%: Value, Stretch
	About     Kind = "about"     // 7%左右: Value
	Change    Kind = "change"    // 较上年提高1个百分点, 持平: Delta with Unit; 翻一番: Factor
	Benchmark Kind = "benchmark" // 高于全省0.5个百分点: Reference, Op, Delta
	Grade     Kind = "grade"     // 保持或优于Ⅲ类: Op, Grade
	Delegated Kind = "delegated" // 完成市级下达目标
	Deferred  Kind = "deferred"  // “十四五”期内统筹
	Open      Kind = "open"      // /
	Words     Kind = "words"     // anything that is no number
)

// Sense says on which side of its number a target is met.
type Sense string

const (
	Min Sense = "min" // a floor: more is better
	Max Sense = "max" // a ceiling: less is better
)

// Target is what a value must do. Which fields carry is said at each Kind.
type Target struct {
	Text      string // as printed
	Kind      Kind
	Op        quantity.Comparator
	Value     quantity.Number
	Low, High quantity.Number
	Stretch   quantity.Number
	Delta     quantity.Number
	HasDelta  bool
	Factor    quantity.Number
	HasFactor bool
	Unit      string // printed with the number; empty when the column or name gives it
	Reference string // the other series of a Benchmark; of a Change the year when it is not last year: 2020年
	Grade     string // Ⅲ类
	Approx    bool   // 左右, 基本, on a Range, Change or Benchmark: no exact limit is stated
	Sense     Sense
}

// Quality is how sure an actual is.
type Quality string

const (
	Plain       Quality = ""            // a printed number
	Preliminary Quality = "preliminary" // 初步核算
	Forecast    Quality = "forecast"    // 预计
	BoundValue  Quality = "bound"       // ＜5.5, 5%左右, 近40: not one number
	Qualitative Quality = "qualitative" // 完成, 保持Ⅲ类
	Missing     Quality = "missing"     // —, empty, 暂未下达
)

// Actual is what was reached, as printed.
type Actual struct {
	Text     string
	Quantity quantity.Quantity // when HasValue
	HasValue bool
	Change   bool // the number is a change against last year, not the value: 减少10起, 提高1.2个百分点
	Quality  Quality
}

// Verdict is the outcome of a test.
type Verdict string

const (
	Exceeded     Verdict = "exceeded"
	Met          Verdict = "met"
	Missed       Verdict = "missed"
	Undetermined Verdict = "undetermined"
)

// Basis is what a verdict rests on.
type Basis string

const (
	Numbers Basis = "numbers" // computed
	Stated  Basis = "stated"  // the report gives no number but says that the target is reached
)

// Result is a verdict with its arithmetic.
type Result struct {
	Verdict   Verdict
	Basis     Basis
	Margin    quantity.Number // how far the actual is on the good side of the target (negative: on the bad side), in the target's unit
	HasMargin bool
	Zh, En    string // one sentence each
}
