package render

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/internal/layout"
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

// vetted is a report with every kind of finding, in part about the same words.
func vetted(t testing.TB) Vetted {
	t.Helper()
	doc, err := open.Read(context.Background(), "draft.txt", []byte(draft), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string, role vet.Role) vet.Mark {
		for b := range doc.Paragraphs() {
			if i := strings.Index(b.Text.S, words); i >= 0 {
				return vet.At(b.Text, i, i+len(words), role)
			}
		}
		t.Fatalf("%q is not in the draft", words)
		return vet.Mark{}
	}
	earlier := at("5.9", vet.Evidence)
	earlier.File = "2030.docx"
	return Vetted{File: "draft.txt", Document: doc, Result: &vet.Result{
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
				Marks:   []vet.Mark{at("社会消费品零售总额增长6.1%，超额完成年度目标", vet.Subject), earlier},
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
				Marks: []vet.Mark{at("24.3亿元", vet.Subject)},
			},
		},
		Gone:     1,
		Failed:   []vet.Failure{{Rule: "arithmetic", Err: errors.New("index out of range")}},
		Coverage: vet.Coverage{Numbers: 12, Agreed: 4, Differed: 2, Unchecked: 3, Alone: 2, Ignored: 3},
	}}
}

func TestFindingsGolden(t *testing.T) {
	var b bytes.Buffer
	if err := FindingsJSON(&b, vetted(t), Zh); err != nil {
		t.Fatal(err)
	}
	golden(t, "findings.json", b.Bytes())
	for _, l := range []Lang{Zh, En} {
		b.Reset()
		if err := FindingsText(&b, vetted(t), l); err != nil {
			t.Fatal(err)
		}
		golden(t, "findings."+string(l)+".txt", b.Bytes())
	}
}

// What stands above the marks are the words of the finding, wide or narrow.
func TestMarksStandUnderTheirWords(t *testing.T) {
	var b bytes.Buffer
	if err := FindingsText(&b, vetted(t), Zh); err != nil {
		t.Fatal(err)
	}
	var got []string
	lines := strings.Split(b.String(), "\n")
	for i, line := range lines {
		if marks := strings.IndexAny(line, "^~"); marks > 0 {
			got = append(got, columns(lines[i-1], layout.Width(line[:marks]), layout.Width(line)))
		}
	}
	want := []string{"增长6.1%", "5.9", "社会消费品零售总额增长6.1%，超额完成年度目标", "5.9", "24.3亿元"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// columns is what stands on the columns [from, to) of s.
func columns(s string, from, to int) string {
	out, at := "", 0
	for _, r := range s {
		if at >= from && at < to {
			out += string(r)
		}
		at += layout.Width(string(r))
	}
	return out
}

func TestCoverageSentence(t *testing.T) {
	for want, c := range map[string]vet.Coverage{
		"全文没有数字可核对。":                              {},
		"全文数字3个：3个与别处或算术一致。":                      {Numbers: 3, Agreed: 3},
		"全文数字5个：2个对不上，3个只出现一次、无从对照。":              {Numbers: 5, Differed: 2, Unchecked: 3, Alone: 3},
		"全文数字4个：1个没能认定说的是什么，3个不是数据（日期、编号、名称里的数）。": {Numbers: 4, Unchecked: 1, Ignored: 3},
	} {
		if got := coverageSentence(c, Zh); got != want {
			t.Errorf("%+v:\n%s\nwant\n%s", c, got, want)
		}
	}
}
