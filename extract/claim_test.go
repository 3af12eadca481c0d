package extract_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
)

// claimsOf reads the sure claims of a sentence about the year carried out.
func claimsOf(t *testing.T, sentence string) []string {
	t.Helper()
	text := "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n" + sentence + "\n"
	doc, err := open.Read(context.Background(), "report.txt", []byte(text), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range r.Claims() {
		if c.Sure && c.Known() {
			out = append(out, fmt.Sprint(c.Key, " ", c.Measure, " ", c.Kind, " ", c.Period, " ", c.Value))
		}
	}
	return out
}

func TestClaims(t *testing.T) {
	for _, c := range []struct {
		sentence string
		want     []string
	}{
		{"全区地区生产总值达到486.3亿元、增长6.1%。", []string{"gdp level actual 2030 486.3亿元", "gdp growth actual 2030 6.1%"}},
		{"进出口总值下降3.2%，与增长8%的年度目标有较大差距。", []string{"trade-total growth actual 2030 -3.2%", "trade-total growth target 2030 8%"}},
		{"高新技术企业由152家增加到176家。", []string{"hightech-enterprises count actual 2030 176家"}},
		{"固定资产投资、社会消费品零售总额分别增长8%和9%。", []string{"fixed-investment growth actual 2030 8%", "retail-sales growth actual 2030 9%"}},
		{"2029年，地区生产总值增长5%。", []string{"gdp growth actual 2029 5%"}},
		{"全市地区生产总值增长5%。", nil},
		{"六县实现地区生产总值100亿元，增长5%。", nil},
		{"新培育科技型企业224家、高新技术企业48家。", nil},
		{"五年来，地区生产总值增长50%。", nil},
	} {
		if got := claimsOf(t, c.sentence); !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot  %s\nwant %s", c.sentence, strings.Join(got, "; "), strings.Join(c.want, "; "))
		}
	}
}
