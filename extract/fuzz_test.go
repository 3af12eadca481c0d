package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/plan"
)

// FuzzExtract holds that any text gives a plan or nothing, never a panic, and
// that every place it names lies in the text.
func FuzzExtract(f *testing.F) {
	f.Add("一、2030年工作回顾\n地区生产总值增长6%，城乡居民收入分别增长5%和6%。\n二、2031年主要任务\n力争1，100万吨，居民养老、医疗参保率分别稳定在97%、95%以上。")
	f.Add("\n\t专栏1：民生实事\n\n\t（一）路\n1.修路5公里。（全面完成，修路5.5公里）\n\n\n")
	f.Add("表1：2030年计划指标\n\t序号\n\t指标名称\n\t2030年目标\n\t完成\n\n\t1\n\t甲*（%）\n\t8以上\n\t—\n\n\n")
	if data, err := os.ReadFile("../sample/report.txt"); err == nil {
		f.Add(string(data))
	}
	files, _ := filepath.Glob("testdata/layouts/*.[mt]*")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(string(data))
		}
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
		for _, items := range [][]plan.Item{r.Plan.Indicators, r.Plan.Projects, r.Plan.Livelihood, r.Plan.Commitments} {
			for _, it := range items {
				if it.Span.Line < 1 || it.Span.Column < 1 || it.Span.EndLine < it.Span.Line {
					t.Fatalf("item %q stands at %+v", it.Name, it.Span)
				}
			}
		}
	})
}
