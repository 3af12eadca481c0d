package target

import (
	"strings"

	"gangmu/quantity"
)

// reason says why a test has no answer.
type reason struct{ zh, en string }

// relation says how the actual stands to the target.
type relation struct{ zh, en string }

func straddles() reason {
	return reason{"实际数只给出范围，跨在目标两边", "the actual is a range that lies on both sides of the target"}
}

func insideRelation() relation { return relation{"在目标区间内", "inside the target range"} }

func aboutRelation() relation {
	return relation{"按目标的位数与目标数相同", "the same as the number at its printed digits"}
}

func gradeRelation(steps int) relation {
	switch {
	case steps < 0:
		return relation{"好于目标类别", "better than the target class"}
	case steps == 0:
		return relation{"与目标类别相同", "the same as the target class"}
	}
	return relation{"差于目标类别", "worse than the target class"}
}

func noBase(t Target) reason {
	if t.Reference != "" {
		return reason{"缺少" + t.Reference + "的数", "the value of " + t.Reference + " is not known"}
	}
	return reason{"缺少上年数", "last year's value is not known"}
}

func unitClash(a Actual, want string, c Context) reason {
	got := a.Quantity.Unit.Text
	if got == "" {
		got = c.Unit
	}
	return reason{"目标与实际的单位不同（" + want + "、" + got + "）", "the units differ (" + want + ", " + got + ")"}
}

// untestable says why targets of a kind have no number to test.
func untestable(t Target) reason {
	switch t.Kind {
	case Grade:
		return reason{"实际没有写明类别", "the actual names no class"}
	case Delegated:
		return reason{"目标由上级下达，没有列出数值", "the target is issued by the higher level and its number is not given"}
	case Deferred:
		return reason{"目标在规划期内统筹，不设年度值", "the target is set for the whole planning period, not for the year"}
	case Open:
		return reason{"无从比较", "there is nothing to compare with"}
	}
	return reason{"目标没有写成可比的数", "the target is not a number that can be compared"}
}

// Undecided is the Result of a test that cannot be made, with a caller's reason.
func Undecided(t Target, a Actual, c Context, zh, en string) Result {
	return undecided(t, a, c, reason{zh, en})
}

func undecided(t Target, a Actual, c Context, why reason) Result {
	return Result{
		Verdict: Undetermined, Basis: Numbers,
		Zh: targetZh(t, c) + "，" + actualZh(a, c) + why.zh + "，无法判定。",
		En: targetEn(t, c) + ", " + actualEn(a, c) + why.en + "; undetermined.",
	}
}

// concludeAt is conclude with the distance to the number v.
func concludeAt(t Target, a Actual, c Context, verdict Verdict, i interval, v quantity.Number) Result {
	if !i.isPoint() {
		return conclude(t, a, c, verdict, relation{"实际范围" + impliedZh[verdict], "the range of the actual " + impliedEn[verdict]})
	}
	diff := i.lo.Sub(v)
	how := distance(t, c, diff, v)
	if diff.Sign() == 0 && verdict == Missed {
		how = relation{"只等于目标数，目标要求" + beyond(t, "超过", "低于") + "它", "equal to the number, which must be " + beyond(t, "exceeded", "undercut")}
	}
	r := conclude(t, a, c, verdict, how)
	r.Margin, r.HasMargin = diff.Plain(), true
	if t.Sense == Max {
		r.Margin = negated(r.Margin)
	}
	return r
}

func beyond(t Target, over, under string) string {
	if t.Sense == Max {
		return under
	}
	return over
}

var (
	impliedZh = map[Verdict]string{Exceeded: "优于目标", Met: "与目标一致", Missed: "在目标以外"}
	impliedEn = map[Verdict]string{Exceeded: "is better than the target", Met: "agrees with the target", Missed: "is outside the target"}
)

// distance says how far the actual is from v.
func distance(t Target, c Context, diff, v quantity.Number) relation {
	zh, en := "目标", "target"
	switch {
	case t.Kind == Range && v.Equal(t.High):
		zh, en = "目标上限", "upper end of the target"
	case t.Kind == Range:
		zh, en = "目标下限", "lower end of the target"
	case t.Kind == Double:
		zh, en = "基本目标", "base target"
	case t.Kind == Change || t.Kind == Benchmark:
		zh, en = "应达到的"+figure(v.Plain(), c.Unit), "required "+figure(v.Plain(), c.Unit)
	case t.Sense == Max:
		zh, en = "控制目标", "ceiling"
	}
	if diff.Sign() == 0 {
		return relation{"与" + zh + "持平", "equal to the " + en}
	}
	size := figure(diff.Abs().Plain(), marginUnit(unitOf(t, c)))
	sizeEn := strings.ReplaceAll(size, "个百分点", " percentage points")
	if diff.Sign() > 0 {
		return relation{"高于" + zh + size, sizeEn + " above the " + en}
	}
	return relation{"低于" + zh + size, sizeEn + " below the " + en}
}

// marginUnit is the unit of a difference: percents differ by points.
func marginUnit(unit string) string {
	switch unit {
	case "%":
		return "个百分点"
	case "‰":
		return "个千分点"
	}
	return unit
}

func conclude(t Target, a Actual, c Context, v Verdict, r relation) Result {
	return Result{
		Verdict: v, Basis: Numbers,
		Zh: targetZh(t, c) + "，" + actualZh(a, c) + r.zh + "，" + verdictZh(t, v) + "。",
		En: targetEn(t, c) + ", " + actualEn(a, c) + r.en + "; " + string(v) + ".",
	}
}

func verdictZh(t Target, v Verdict) string {
	switch {
	case v == Exceeded && t.Kind == Double:
		return "达到力争目标，超额完成"
	case v == Exceeded && t.Sense == Max:
		return "优于控制目标"
	case v == Exceeded:
		return "超额完成"
	case v == Met:
		return "完成目标"
	}
	return "未达预期"
}

func statedZh(t Target, a Actual, c Context, v Verdict) string {
	return targetZh(t, c) + "，报告称" + quoted(a.Text) + "，没有给出可比的数，按报告所述" + verdictZh(Target{}, v) + "。"
}

func statedEn(t Target, a Actual, c Context, v Verdict) string {
	return targetEn(t, c) + ", the report states " + quoted(a.Text) + " without a number to compare; " + string(v) + " as stated."
}

// targetZh is the target in a sentence: with the unit of its column.
func targetZh(t Target, c Context) string {
	switch t.Kind {
	case Open:
		return "没有设目标值"
	case Words, Delegated, Deferred:
		return "目标" + quoted(t.Text) + ""
	}
	return "目标" + inColumn(t, c)
}

func inColumn(t Target, c Context) string {
	return strings.TrimPrefix(withUnit(t, c).String(), "控制在")
}

func withUnit(t Target, c Context) Target {
	if t.Unit == "" && t.Kind != Change && t.Kind != Benchmark {
		t.Unit = c.Unit
	}
	return t
}

// targetEn is the target in an English sentence: in signs where it is numbers,
// otherwise in the report's words.
func targetEn(t Target, c Context) string {
	t = withUnit(t, c)
	switch t.Kind {
	case Open:
		return "No target value is set"
	case Bound, About:
		return "Target " + signs[t.Op] + figure(t.Value, t.Unit)
	case Range:
		return "Target " + t.Low.String() + " to " + figure(t.High, t.Unit)
	case Double:
		return "Target " + signs[t.Op] + figure(t.Value, t.Unit) + ", stretch " + figure(t.Stretch, t.Unit)
	case Grade:
		return "Target " + t.Grade
	}
	return "Target " + quoted(t.Text) + ""
}

var signs = map[quantity.Comparator]string{
	quantity.AtLeast: "≥", quantity.AtMost: "≤", quantity.More: ">", quantity.Less: "<", quantity.About: "about "}

func actualZh(a Actual, c Context) string {
	if !a.HasValue {
		if a.Quality == Qualitative && a.Text != "" {
			return "实际" + quoted(a.Text) + "，"
		}
		return ""
	}
	return "实际" + printed(a.Quantity, c) + "，"
}

func actualEn(a Actual, c Context) string {
	if !a.HasValue {
		if a.Quality == Qualitative && a.Text != "" {
			return "actual " + quoted(a.Text) + ": "
		}
		return ""
	}
	return "actual " + printed(a.Quantity, c) + ": "
}

// printed is a quantity with the unit of the column when it has none.
func printed(q quantity.Quantity, c Context) string {
	if q.Unit.Text == "" && q.Form != quantity.Ratio {
		q.Unit.Text = c.Unit
	}
	return q.String()
}

// quoted puts a text in quotation marks; its own become single ones.
func quoted(s string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(strings.TrimSpace(s)) + "”"
}
