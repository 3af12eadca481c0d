package verdicts

import (
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/rows"
)

// section is the stretch under a heading that gives a verdict on all that it
// names: 二、9项指标完成年度目标任务较为困难.
type section struct {
	missed bool
	level  int
}

// enter takes a line that is a heading; the lines of other verdicts carry their
// own lists.
func (s *section) enter(l extract.Line) bool {
	if l.Level == 0 {
		return false
	}
	if s.missed && l.Level > s.level {
		return false
	}
	class, _, ok := ClassOf(l.Text.S)
	s.missed = ok && class == Missed && strings.Contains(l.Text.S, "指标")
	s.level = l.Level
	return s.missed
}

// numbers open the part of a paragraph that explains one or several indicators.
var numbers = []string{"第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "第十",
	"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"}

// Explained are the names that a paragraph explains: 第一，甲增速。… 即乙。 A title of a
// group (一是投资消费指标3项) gives its own number and is none.
func Explained(t document.Text) []Name {
	var out []Name
	for _, s := range prose.Split(t.S, prose.Whole(t.S), "。；：\n") {
		text := s.Of(t.S)
		lead := 0
		for _, w := range numbers {
			if strings.HasPrefix(text, w) {
				lead = len(w)
			}
		}
		lead += len(text[lead:]) - len(strings.TrimLeft(text[lead:], "，、 "))
		if strings.HasPrefix(text[lead:], "即") {
			lead += len("即")
		}
		name := strings.TrimSuffix(text[lead:], "指标")
		for _, n := range []string{"一项", "两项", "三项", "四项", "2项", "3项", "4项", "等"} {
			name = strings.TrimSuffix(name, n)
		}
		if lead == 0 || name == "" || strings.ContainsAny(name, "，项") {
			continue
		}
		out = append(out, entries(t, prose.Range{Start: s.Start + lead, End: s.Start + lead + len(name)}, Missed)...)
	}
	return out
}

// tails are the verdicts in the paragraphs under a heading of missed targets that
// name no indicator themselves: 第四，甲增速。…，全年增速低于预期目标 speaks of 甲.
func tails(t document.Text, table rows.Table) []Said {
	var out []Said
	names := Explained(t)
	for _, c := range prose.Split(t.S, prose.Whole(t.S), "。；，") {
		clause := c.Of(t.S)
		class, at, ok := ClassOf(clause)
		if !ok || utf8.RuneCountInString(clause[:at]) > bare {
			continue
		}
		var last *Name
		several := false
		for i, n := range names {
			if n.At.End <= c.Start && !n.Part {
				several = last != nil && sameSentence(t.S, last.At.End, n.At.Start)
				last = &names[i]
			}
		}
		if last == nil || several {
			continue
		}
		if r, ok := table.Find(last.Printed()); ok {
			out = append(out, Said{Row: r, Class: class, Mark: vet.At(t, c.Start+at, c.End, vet.Subject)})
		}
	}
	return out
}

// bare is how many characters stand before a verdict that names nothing of its
// own: 全年增速, 利润增速.
const bare = 4

func sameSentence(s string, from, to int) bool {
	return from <= to && !strings.ContainsAny(s[from:to], "。；")
}
