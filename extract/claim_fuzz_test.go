package extract_test

import (
	"context"
	"os"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
)

// FuzzClaims holds that any text gives claims whose words stand where they say.
func FuzzClaims(f *testing.F) {
	const head = "2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n"
	f.Add(head + "甲、乙分别增长8%和9%，（同口径）3亿元，由5家增加到6家、增长20%，高于全体居民1.3个百分点。")
	f.Add(head + "第一，规上工业利润增速（含丙增速）。年度目标分别为6%以上、7%以上，预计分别完成5.7%、6.8%。")
	f.Add(head + "二、2031年主要任务\n将在2030年60亿元的基础上增长10%，达到66亿元；均达100%，力争2032年、")
	if data, err := os.ReadFile("../sample/report.txt"); err == nil {
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := open.Read(context.Background(), "f.txt", []byte(text), document.Limits{})
		if err != nil {
			return
		}
		r, err := extract.Extract(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range append(r.Claims(), extract.TableClaims(r.Plan, r.Lines)...) {
			if c.Span.Line < 1 || c.Span.EndLine < c.Span.Line || c.Key == "" || c.Sure && c.Year == 0 {
				t.Fatalf("claim %+v", c)
			}
		}
	})
}
