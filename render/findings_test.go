package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/internal/layout"
	"gangmu/vet"
	"gangmu/vet/vettest"
)

func vetted(t testing.TB) Vetted {
	doc, result := vettest.Vetted(t)
	return Vetted{File: "draft.txt", Document: doc, Result: result}
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
		if got := CoverageSentence(c, Zh); got != want {
			t.Errorf("%+v:\n%s\nwant\n%s", c, got, want)
		}
	}
}
