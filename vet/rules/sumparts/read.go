package sumparts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gangmu/quantity"
	"gangmu/vet/rules/internal/apart"
	"gangmu/vet/rules/internal/prose"
)

// totals are the words before a total.
var totals = []string{"合计", "共计", "总计", "总额", "共", "合计达", "合计为", "共计为", "总数达", "总数为"}

// apartFrom is 三类资金共42.6亿元，分别为6.8亿元、9.5亿元、24.3亿元: the total ends the
// clause in front.
func apartFrom(s string, sentence prose.Range, said []apart.Statement) (sum, bool) {
	for _, st := range said {
		before := terms(s, prose.Range{Start: sentence.Start, End: st.Word.Start})
		if len(before) == 0 {
			continue
		}
		total := before[len(before)-1]
		gap := s[total.End:st.Word.Start]
		parts := valuesOf(st)
		if strings.Trim(gap, "，、 ") != "" || !endsWith(s[sentence.Start:total.Start], totals...) || !same(total, parts) {
			continue
		}
		return sum{total: total, parts: parts}, true
	}
	return sum{}, false
}

// together is 分别为12.4万人、13.8万人，合计26.2万人.
func together(s string, sentence prose.Range, said []apart.Statement) (sum, bool) {
	for _, st := range said {
		rest := prose.Range{Start: st.List.End, End: sentence.End}
		after := terms(s, rest)
		if len(after) == 0 {
			continue
		}
		lead := strings.TrimLeft(s[rest.Start:after[0].Start], "，、 ")
		parts := valuesOf(st)
		if strings.HasPrefix(lead, "合计") && utf8.RuneCountInString(lead) <= 4 && same(after[0], parts) {
			return sum{total: after[0], parts: parts}, true
		}
	}
	return sum{}, false
}

// wholeOf is the number that 其中 divides: the one right before it, or one of the
// same unit a clause earlier (项目118个，年度计划投资146亿元，其中新开工46个).
func wholeOf(s string, before []term, at int, parts []term) (term, bool) {
	for _, total := range slices.Backward(before) {
		gap := strings.Trim(s[total.End:at], "，、（( ")
		if strings.Count(gap, "，") > 1 || total.Op != quantity.Equal {
			return term{}, false
		}
		if same(total, parts) && !endsWith(s[:total.Start], "增加", "减少", "净增", "增长", "增") {
			return total, true
		}
	}
	return term{}, false
}

// terms are the plain amounts of a range.
func terms(s string, r prose.Range) []term {
	var out []term
	for m := range quantity.Scan(r.Of(s)) {
		if m.Kind == quantity.Amount && m.Quantity.Form == quantity.Single && !m.Quantity.Unit.IsZero() {
			out = append(out, term{Range: prose.Range{Start: r.Start + m.Start, End: r.Start + m.End}, Quantity: m.Quantity})
		}
	}
	return out
}

func valuesOf(st apart.Statement) []term {
	var out []term
	for _, v := range st.Values {
		out = append(out, term{Range: v.Range, Quantity: v.Quantity})
	}
	return out
}

// same reports parts in the unit of their total; rates and points do not add up.
func same(total term, parts []term) bool {
	for _, p := range parts {
		if !p.Unit.Same(total.Unit) || p.Unit.Dim == quantity.None && p.Unit.Text == "" || strings.ContainsAny(p.Unit.Text, "%点‰/") {
			return false
		}
	}
	return len(parts) > 1
}

func endsWith(s string, words ...string) bool {
	s = strings.TrimRight(s, "达为到约 ")
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
