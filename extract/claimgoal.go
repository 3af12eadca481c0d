package extract

import (
	"strings"

	"gangmu/quantity"
	"gangmu/target"
)

// Words that say how a result stands to its plan, longest first.
var (
	planVerbs = []string{"超额完成", "完成了", "完成", "实现了", "实现", "达到了", "达到", "占到", "占", "达", "为", "是", "超过", "超", "相当于"}
	planTimes = []string{"全年", "年度", "年初", "今年", "当年", "本年", "年", "既定", "省定", "市定", "省下达", "市下达", "省级", "市级", "预期", "预定", "调整后", "调整", "规划", "原定", "考核", "总"}
	planNouns = []string{"投资计划", "计划投资", "目标任务", "任务目标", "计划目标", "计划任务", "预期目标", "控制目标", "目标值", "任务数", "计划数", "预算数", "目标", "任务", "计划", "预算"}
)

// ofPlan reports words that name the plan or target of the subject at hand and
// nothing else: 年度计划, 预期目标.
func ofPlan(t string) bool {
	noun := false
	for again := true; again && t != ""; {
		again = false
		for _, w := range planTimes {
			if rest, ok := strings.CutPrefix(t, w); ok {
				t, again = rest, true
				break
			}
		}
		for _, w := range planNouns {
			if rest, ok := strings.CutPrefix(t, w); ok {
				t, noun, again = rest, true, true
				break
			}
		}
	}
	return noun && t == ""
}

// completion reads how much of its plan the result before has reached: 完成年度计
// 划的104.7%, 占年计划144.9%. It reports whether the amount is of that kind.
func (r *claimReader) completion(words string, m quantity.Mention) bool {
	if m.Quantity.Unit.Dim != quantity.Share || m.Quantity.Unit.Text == "‰" {
		return false
	}
	t := strings.TrimSuffix(words, "的")
	for _, v := range planVerbs {
		if rest, ok := strings.CutPrefix(t, v); ok {
			t = rest
			break
		}
	}
	if t == words || !ofPlan(t) {
		return false
	}
	r.aside(m, Completion, m.Quantity)
	return true
}

// gap reads how far the result before lies from its target: 低于年度目标0.7个百
// 分点, 比预期目标多4万人.
func (r *claimReader) gap(words string, m quantity.Mention) bool {
	ref, below, ok := reference(words)
	if !ok {
		for _, w := range []string{"超出", "超过", "超"} {
			if rest, cut := strings.CutPrefix(words, w); cut {
				ref, ok = rest, true
				break
			}
		}
	}
	if !ok || !ofPlan(ref) || m.Quantity.Unit.Dim == quantity.Share {
		return false
	}
	r.aside(m, Gap, turn(m.Quantity, below))
	return true
}

// aside files a claim about the result that was read last.
func (r *claimReader) aside(m quantity.Mention, measure ClaimMeasure, q quantity.Quantity) {
	if len(r.carried.subjects) != 1 || len(r.claims) == 0 || m.Quantity.Op != quantity.Equal {
		return
	}
	c := r.claims[len(r.claims)-1]
	if c.Key != r.carried.subjects[0].key || c.Kind != ActualClaim || c.Span.Line != r.text.Span(m.Start, m.End).Line {
		return
	}
	c.Of, c.Measure, c.Value, c.Goal = c.Measure, measure, q, target.Target{}
	c.Span, c.Text = r.text.Span(m.Start, m.End), r.text.S[m.Start:m.End]
	r.claims = append(r.claims, c)
}

// namedAfter reads a target whose name stands behind it: 6.5%的经济增长目标.
func (r *claimReader) namedAfter(words string, m quantity.Mention) bool {
	rest, ok := strings.CutPrefix(r.text.S[m.End:], "的")
	const longest = 14 * len("字")
	end := strings.Index(rest[:min(len(rest), longest)], "目标")
	if words != "" || !ok || end <= 0 {
		return false
	}
	name := cutWords(trimSuffixes(rest[:end], "预期", "年度", "计划"), "全年", "年度", "预期")
	sub, ok := r.subject(name, "")
	if !ok || sub.measure != Growth {
		return false
	}
	defer func(k ClaimKind) { r.moment.kind = k }(r.moment.kind)
	r.moment.kind = TargetClaim
	n := len(r.claims)
	r.claim(sub, claimVerb{}, m)
	if len(r.claims) > n { // what goes on behind it has been understood
		r.claims[n].Sure = sub.sure && !r.otherTime && !r.otherPlace
	}
	return true
}
