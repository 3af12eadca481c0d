package target

import "gangmu/quantity"

// The words by which a report states an outcome without a number. They are
// tried in this order, since 未完成 holds 完成.
var (
	softWords    = []string{"基本完成", "基本实现", "基本达到", "总体完成", "大部分", "部分完成", "正在", "推进中", "进行中", "有序推进", "接近完成", "有望", "力争"}
	failWords    = []string{"未完成", "未达", "未实现", "未能", "没有完成", "没有达到", "没有实现", "不及", "不达标", "未落实", "滞后", "低于目标", "低于预期", "欠进度", "差距", "难以完成", "无法完成", "较为困难"}
	surpassWords = []string{"超额", "超过目标", "超目标", "优于目标", "好于目标", "超计划", "超进度", "超序时"}
	fulfilWords  = []string{"完成", "达到", "达标", "达进度", "达序时", "实现", "能达", "达成", "落实", "已达", "如期", "控制在", "符合要求", "满足要求", "合格"}
)

// stated is the verdict that a result without a number states.
func stated(s string) (Verdict, bool) {
	if n, ok := completion(amounts(s)); ok {
		switch n.Cmp(quantity.Int(100)) {
		case 1:
			return Exceeded, true
		case 0:
			return Met, true
		}
		return Missed, true
	}
	switch {
	case containsAny(s, softWords...):
		return Undetermined, false
	case containsAny(s, failWords...):
		return Missed, true
	case containsAny(s, surpassWords...):
		return Exceeded, true
	case containsAny(s, fulfilWords...):
		return Met, true
	}
	return Undetermined, false
}
