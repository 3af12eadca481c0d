package vettest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/vet"
)

const draft = `关于云岭区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告
一、2030年计划执行情况
（一）消费　社会消费品零售总额增长6.1%，超额完成年度目标；<script>alert(1)</script>旅游“五一”收入2.45亿元。
（二）三类资金共42.6亿元，分别为6.8亿元、9.5亿元、24.3亿元
| 序号 | 指标名称 | 单位 | 目标 | 完成 |
| --- | --- | --- | --- | --- |
| 1 | 社会消费品零售总额增速 | % | 6.5 | 5.9 |
`

// Vetted is a report with every kind of finding, in part about the same words,
// for tests of what is printed of findings.
func Vetted(t testing.TB) (*document.Document, *vet.Result) {
	t.Helper()
	doc, err := open.Read(context.Background(), "draft.txt", []byte(draft), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string, role vet.Role) vet.Mark { return mark(t, doc, words, role) }
	earlier := at("5.9", vet.Evidence)
	earlier.File = "2030.docx"
	return doc, &vet.Result{
		Findings: []vet.Finding{
			{
				Rule: "value-mismatch", Severity: vet.Error,
				Message:     vet.Words{Zh: "社会消费品零售总额增速：此处为6.1%，指标表为5.9%，两者不能同时成立。", En: "Retail sales: 6.1% here, 5.9% in the table; both cannot stand."},
				Marks:       []vet.Mark{at("增长6.1%", vet.Subject), at("5.9", vet.Evidence)},
				Values:      []vet.Value{{Text: "6.1%", Interval: "[6.05, 6.15)"}, {Text: "5.9%", Interval: "[5.85, 5.95)"}},
				Fingerprint: "3f2a9c0d1e4b5a67",
				Basis:       vet.Words{Zh: "按5.9%的位数四舍五入，6.1 ≠ 5.9", En: "rounded to the digits of 5.9%, 6.1 ≠ 5.9"}, Fix: "增长5.9%",
			},
			{
				Rule: "verdict", Severity: vet.Warning,
				Message: vet.Words{Zh: "按指标表为未达预期，文中说“超额完成”。", En: "Missed by the table, called exceeded."},
				Marks:   []vet.Mark{at("社会消费品零售总额增长6.1%，超额完成年度目标", vet.Subject), earlier}, Fingerprint: "00000000000000cc",
			},
			{
				Rule: "binding", Severity: vet.Error, Message: vet.Words{Zh: "约束性指标数不一致。", En: "Another number of binding indicators."},
				Marks: []vet.Mark{at("42.6亿元", vet.Subject)}, Fingerprint: "00000000000000aa", Known: true,
			},
			{
				Rule: "sum-parts", Severity: vet.Error, Message: vet.Words{Zh: "分项之和40.6亿元，不等于合计42.6亿元。", En: "The parts make 40.6, not 42.6."},
				Marks: []vet.Mark{at("42.6亿元", vet.Subject)}, Fingerprint: "00000000000000bb",
				Accepted: &vet.Acceptance{Reason: "其中2亿元不在三类之内", By: "张三", On: "2031-01-05"},
			},
			{
				Rule: "residue", Severity: vet.Info, Message: vet.Words{Zh: "句末缺少句号。", En: "No full stop."},
				Marks: []vet.Mark{at("24.3亿元", vet.Subject)}, Fingerprint: "00000000000000dd",
			},
		},
		Rules:    pages("value-mismatch", "verdict", "binding", "sum-parts", "residue", "arithmetic"),
		Compared: true, Gone: 1,
		Failed:   []vet.Failure{{Rule: "arithmetic", Err: errors.New("index out of range")}},
		Coverage: vet.Coverage{Numbers: 12, Agreed: 4, Differed: 2, Unchecked: 3, Alone: 2, Ignored: 3},
	}
}

// mark is where words stand first.
func mark(t testing.TB, doc *document.Document, words string, role vet.Role) vet.Mark {
	t.Helper()
	for b := range doc.Paragraphs() {
		if i := strings.Index(b.Text.S, words); i >= 0 {
			return vet.At(b.Text, i, i+len(words), role)
		}
	}
	t.Fatalf("%q is not in the draft", words)
	return vet.Mark{}
}

// pages are rules that have nothing but their page.
func pages(ids ...string) []*vet.Rule {
	var out []*vet.Rule
	for _, id := range ids {
		out = append(out, &vet.Rule{ID: id, Severity: vet.Error, Since: "0.1", Doc: vet.Doc{
			Title:  vet.Words{Zh: "规则" + id, En: "Rule " + id},
			What:   vet.Words{Zh: "两处的数应当一致。", En: "Two numbers are the same."},
			Why:    vet.Words{Zh: "不能同时成立。", En: "Both cannot stand."},
			Silent: vet.Words{Zh: "四舍五入。", En: "Rounding."},
			Wrong:  "标题\n增长6.1%。\n", Right: "标题\n增长5.9%。\n",
		}})
	}
	return out
}
