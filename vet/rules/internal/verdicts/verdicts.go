// Package verdicts reads what a report itself says about its indicators: which
// were exceeded, reached or missed, one by one or as a list with a number.
//
// It reads and resolves names to rows of the table; whether the report is right
// is for the rules to say.
package verdicts

import (
	"strings"

	"gangmu/internal/words"
	"gangmu/plan"
	"gangmu/vet"
	"gangmu/vet/rules/internal/rows"
)

// Class is what is said of a result.
type Class string

const (
	Exceeded Class = "exceeded" // 超额完成
	Met      Class = "met"      // 实现年度目标
	Missed   Class = "missed"   // 未达预期
)

// Said is one statement about one row.
type Said struct {
	Row    rows.Row
	Class  Class
	Listed bool // in a list of several indicators, not in a sentence of its own
	Mark   vet.Mark
}

// missedWords come first: 完成年度目标任务较为困难 holds 完成 too.
var classWords = []struct {
	class Class
	words []string
}{
	{Missed, []string{
		"未完成", "未达", "未实现", "未能实现", "未能完成", "未能达", "没有完成", "没有达", "低于预期", "低于年度", "低于全年", "低于目标", "低于计划",
		"不及预期", "不及目标", "难以完成", "难以实现", "较为困难", "有困难", "有差距", "有较大差距", "有一定差距",
	}},
	{Exceeded, []string{"超额完成", "超额实现", "超额达", "超过年度", "超过预期", "超出预期", "超出目标", "超过目标", "高于年度", "高于预期", "高于目标", "高于计划", "好于预期", "优于预期", "好于年度", "超年度目标", "超预期目标"}},
	{Met, []string{"完成", "实现", "达到", "达成"}},
}

var (
	aims     = words.New("目标", "任务", "计划", "预期")
	unsaid   = words.New("确保", "力争", "争取", "有望", "为了", "不能", "如果", "保障", "序时")
	either   = words.New("完成或超额", "达到或超过", "完成或好于")
	anyClass = func() *words.Set {
		var all []string
		for _, w := range classWords {
			all = append(all, w.words...)
		}
		return words.New(all...)
	}()
)

// ClassOf is what a clause says of a result; ok is false when it speaks of no
// target, of the future or under a condition.
func ClassOf(clause string) (c Class, at int, ok bool) {
	if !aims.In(clause) || !anyClass.In(clause) && !either.In(clause) || unsaid.In(clause) {
		return "", 0, false
	}
	if either.In(clause) {
		return Met, strings.Index(clause, "或"), true
	}
	for _, w := range classWords {
		for _, s := range w.words {
			if i := strings.Index(clause, s); i >= 0 {
				return w.class, i, true
			}
		}
	}
	return "", 0, false
}

// Assessed is the computed verdict of every row of the executed year, by place.
func Assessed(r *vet.Reading) map[string]plan.Assessed {
	out := map[string]plan.Assessed{}
	for _, a := range r.Assessment().Rows {
		out[Place(a.Item)] = a
	}
	return out
}

// Place tells the rows of a table apart.
func Place(it plan.Item) string { return it.No + "/" + it.Of + "/" + it.Name }

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
