package extract

import (
	"strings"

	"gangmu/internal/words"
	"gangmu/target"
)

// goalWords name what a result is measured against.
var goalWords = words.New("目标", "计划", "任务", "预算", "控制线", "控制数", "预期", "进度", "序时", "下达", "要求")

// Words that open a remark on the value before: its place among others, its
// distance to others, how much of the plan it is.
var remarkWords = []string{
	"高于", "低于", "快于", "慢于", "好于", "优于", "高出", "低", "高", "超", "居", "列", "位居", "位列", "排", "创", "占", "比", "较", "为", "相当于", "是",
	"完成", "超额", "提前", "圆满", "达", "实现", "提高", "提升", "回升", "收窄", "扩大", "增速", "增幅", "涨幅", "降幅", "总量", "规模", "分别", "均", "同比", "位次", "净增", "新增", "增加", "增收", "连续", "扣除", "剔除", "欠", "未", "没有", "不及",
}

// remarks reports a clause that says nothing of a value of its own but how a
// result stands to the plan, to other places or to other years. A number in it
// (完成年度计划的163%, 超计划9000人, 低于控制目标0.7个百分点) is no result.
func (st *statements) remarks(c piece) bool {
	s := st.text.S
	t := c.of(s)
	if _, ok := cutAny(t, remarkWords...); !ok {
		return false
	}
	if _, against := cutAny(cutWords(t, "分别", "均", "约", " "), "比", "较", "是", "为"); against && !sinceLastYear(t, st.year) && hasAmount(t) {
		st.rebased = true // 比2025年增长10%, 是“十二五”末的2.1倍
		return true
	}
	if setsGoal(t) && len(st.subject) > 0 && len(st.hitsIn(c)) == 0 {
		st.goalInBrackets(c)
		return true
	}
	if len(st.hitsIn(c)) > 0 {
		return false
	}
	if indexAny(t, "平均", "第", "全国", "全省", "全区", "全市", "位", "百分点") >= 0 {
		return !st.goesOn(c) || strings.Contains(t, "百分点")
	}
	return !hasAmount(t)
}

// setsGoal reports words that speak of a plan or a target.
func setsGoal(t string) bool { return goalWords.In(t) }

// goalInBrackets reads 完成年度任务（6万名）的195.5%.
func (st *statements) goalInBrackets(c piece) {
	s := st.text.S
	open, size := strings.Index(c.of(s), "（"), len("（")
	if open < 0 {
		return
	}
	in := piece{c.start + open + size, c.end}
	if end := strings.Index(in.of(s), "）"); end > 0 {
		in.end = in.start + end
		st.goalOf(in)
	}
}

// goalOf gives the result before the target that a bracket states:
// （年度目标为控制在3.5%以下）.
func (st *statements) goalOf(in piece) {
	t := in.of(st.text.S)
	if i := strings.LastIndex(t, "目标"); i >= 0 {
		t = cutWords(t[i+len("目标"):], "为", "是", "：")
	}
	first, ok := firstAmount(t)
	if !st.past || !ok || len(st.last) != 1 {
		return
	}
	it := &st.items[st.last[0]]
	m := &it.Measures[0]
	value, verb := t, ""
	if c, ok := changeOf(figureOf(t)); ok {
		value, verb = c.value.text, c.verb
	}
	if !m.Facts[0].HasValue || first.Quantity.Unit.Dim != m.Facts[0].Quantity.Unit.Dim || verb != "" && !strings.HasSuffix(it.Name, verb) {
		return
	}
	m.Target, m.HasTarget = target.Parse(value, st.context(it.Name, m.Unit)), true
}

// completes reports a result that says without a number how the plan was met:
// 完成省下达任务, 控制在目标以内, 与经济增长保持同步.
func completes(t string) bool {
	if hasAmount(t) {
		return false
	}
	if strings.Contains(t, "同步") && strings.Contains(t, "增长") {
		return true
	}
	return setsGoal(t) && indexAny(t, "完成", "达到", "实现", "控制", "低于", "高于", "超", "优于", "好于", "符合", "以内", "范围") >= 0
}
