package sample

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"gangmu/sample/typeset"
)

func TestDocxIsMadeFromText(t *testing.T) {
	want, err := typeset.Docx(Text)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(Docx, want) {
		t.Error("report.docx is not what report.txt gives: run go generate ./sample")
	}
}

// TestExpectedLinesQuoteTheReport holds every line number and quotation of expected/
// against the text.
func TestExpectedLinesQuoteTheReport(t *testing.T) {
	lines := strings.Split(Text, "\n")
	for file, columns := range map[string][][2]string{
		"projects":       {{"line", "project_name"}, {"line", "stage"}},
		"livelihood":     {{"line", "commitment_text"}, {"line", "outcome_text"}, {"line", "outcome_fragment"}, {"line", "stated_status"}},
		"commitments":    {{"line", "fragment"}, {"line", "value"}, {"line", "unit"}},
		"contradictions": {{"line", "text"}, {"other_line", "other_text"}},
	} {
		for _, r := range expected(t, file) {
			for _, c := range columns {
				if r[c[0]] != "" && !strings.Contains(lines[number(t, r[c[0]])-1], r[c[1]]) {
					t.Errorf("%s: line %s does not say %q", file, r[c[0]], r[c[1]])
				}
			}
		}
	}
}

// TestTableRowsStandInTheReport holds each expected row against the cells of the text.
func TestTableRowsStandInTheReport(t *testing.T) {
	lines := strings.Split(Text, "\n")
	for file, columns := range map[string][]string{
		"table1": {"name_as_printed", "target_2025", "actual_2025"},
		"table2": {"name_as_printed", "target_2026"},
	} {
		for _, r := range expected(t, file) {
			at := number(t, r["line"]) // the line after the one with the number
			cells := []string{r["seq"]}
			if r["parent_seq"] != "" {
				cells[0] = ""
			}
			for _, c := range columns {
				cells = append(cells, r[c])
			}
			want := "\t" + strings.Join(cells, "\n\t") + "\n"
			if got := strings.Join(lines[at-1:at+len(cells)], "\n"); got != want {
				t.Errorf("%s row %s: %q, want %q", file, r["seq"], got, want)
			}
		}
	}
}

func TestStatedCounts(t *testing.T) {
	verdicts := map[string]int{}
	for _, file := range []string{"table1", "table2"} {
		numbered, binding := 0, 0
		for _, r := range expected(t, file) {
			if r["parent_seq"] != "" {
				continue
			}
			numbered++
			if r["binding"] == "*" {
				binding++
			}
			verdicts[r["verdict"]]++
		}
		if numbered != 36 || binding != 5 {
			t.Errorf("%s: %d indicators, %d binding", file, numbered, binding)
		}
	}
	for verdict, want := range map[string]int{"exceeded": 21, "met": 7, "missed": 5, "undetermined": 3} {
		if verdicts[verdict] != want {
			t.Errorf("%d indicators %s, the report says %d", verdicts[verdict], verdict, want)
		}
	}
	items := map[string]bool{}
	for _, r := range expected(t, "livelihood") {
		items[r["item"]] = true
	}
	if len(items) != 16 {
		t.Errorf("%d livelihood items", len(items))
	}
	if n := len(expected(t, "contradictions")); n != 12 {
		t.Errorf("%d planted contradictions", n)
	}
}

// TestVerdicts computes each verdict that rests on numbers anew.
func TestVerdicts(t *testing.T) {
	lowerIsBetter := map[string]bool{"城乡居民收入比": true}
	for _, r := range expected(t, "table1") {
		if r["basis"] != "numbers" || r["target_op"] == "qual" {
			continue
		}
		margin := decimal(t, r["actual_value"]) - decimal(t, r["target_value"])
		if strings.HasPrefix(r["target_op"], "<") || lowerIsBetter[r["name"]] {
			margin = -margin
		}
		want := "met"
		switch {
		case margin > 0:
			want = "exceeded"
		case margin < 0:
			want = "missed"
		}
		if r["verdict"] != want {
			t.Errorf("%s %s: %s, want %s", r["seq"], r["name"], r["verdict"], want)
		}
	}
}

// TestListsOfTheAnnex counts the indicators that annex 1 names as exceeded and as met.
func TestListsOfTheAnnex(t *testing.T) {
	for prefix, want := range map[string]int{"一是超额完成或优于控制目标的指标": 21, "二是实现年度目标的指标": 7} {
		_, rest, ok := strings.Cut(Text, prefix+fmt.Sprintf("%d项，分别为：", want))
		list, _, _ := strings.Cut(rest, "。\n")
		for open := strings.Index(list, "（"); open >= 0; open = strings.Index(list, "（") {
			list = list[:open] + list[open+strings.Index(list[open:], "）")+len("）"):]
		}
		if got := strings.Count(list, "、") + 1; !ok || got != want {
			t.Errorf("%s: %d names, want %d", prefix, got, want)
		}
	}
}

// TestArithmetic checks the sums and percentages that the report prints and means
// to be right. The wrong ones are planted and stand in README.md.
func TestArithmetic(t *testing.T) {
	for _, c := range []struct {
		quote string
		got   float64
		want  string
	}{
		{"分别为31.2亿元、228.5亿元、226.6亿元", 31.2 + 228.5 + 226.6, "486.3"},
		{"三次产业结构为6.4:47.0:46.6", 31.2 / 486.3 * 100, "6.4"},
		{"三次产业结构为6.4:47.0:46.6", 228.5 / 486.3 * 100, "47.0"},
		{"三次产业结构为6.4:47.0:46.6", 226.6 / 486.3 * 100, "46.6"},
		{"按年末常住人口44.4万人计算，人均地区生产总值达到10.95万元", 486.3 / 44.4, "10.95"},
		{"竹木家居产业58.9亿元、健康食品产业46.5亿元", 186.5 + 121.7 + 84.6 + 58.9 + 46.5, "498.2"},
		{"占规上工业总产值比重达81.4%", 498.2 / 612 * 100, "81.4"},
		{"由年初的420亿元增加到468.3亿元、增长11.5%", (468.3/420 - 1) * 100, "11.5"},
		{"存贷款余额合计980.7亿元", 512.4 + 468.3, "980.7"},
		{"完成投资141.3亿元，占年度计划投资135亿元的104.7%", 141.3 / 135 * 100, "104.7"},
		{"由152家增加到176家、增长15.8%", (176.0/152 - 1) * 100, "15.8"},
		{"新增省级创新平台7个，其中企业技术中心4个、工程研究中心2个、工业设计中心1个", 4 + 2 + 1, "7"},
		{"新能源公交车增至204辆，占全区240辆公交车的85%", 204.0 / 240 * 100, "85"},
		{"空气质量优良天数331天、优良率90.7%", 331.0 / 365 * 100, "90.7"},
		{"城乡居民收入比缩小至1.76:1", 50424.0 / 28650, "1.76"},
		{"分别为12.4万人、13.8万人，合计26.2万人", 12.4 + 13.8, "26.2"},
		{"由22起降至18起、下降18.2%", (1 - 18.0/22) * 100, "18.2"},
		{"区级重点项目118个，年度计划投资146亿元，其中新开工46个、续建39个、完工投产33个", 46 + 39 + 33, "118"},
	} {
		digits := 0
		if _, fraction, ok := strings.Cut(c.want, "."); ok {
			digits = len(fraction)
		}
		if !strings.Contains(Text, c.quote) {
			t.Errorf("the report does not say %q", c.quote)
		}
		if got := strconv.FormatFloat(c.got, 'f', digits, 64); got != c.want {
			t.Errorf("%s: %s, want %s", c.quote, got, c.want)
		}
	}
}

// TestReadmeListsThePlantedContradictions holds README.md against contradictions.tsv.
func TestReadmeListsThePlantedContradictions(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range expected(t, "contradictions") {
		row := fmt.Sprintf("| %s | `%s` | %s | “%s” |", r["no"], r["rule"], r["line"], r["text"])
		if !strings.Contains(string(readme), row) {
			t.Errorf("README.md lacks %s", row)
		}
	}
}

// TestGlossaryTermsAreUsed looks for every head of the glossary before the glossary.
func TestGlossaryTermsAreUsed(t *testing.T) {
	report, glossary, ok := strings.Cut(Text, "名 词 解 释\n\n")
	if !ok {
		t.Fatal("no glossary")
	}
	for entry := range strings.Lines(glossary) {
		if term, _, _ := strings.Cut(entry, "："); !strings.Contains(report, term) {
			t.Errorf("%s is not used", term)
		}
	}
}

// expected reads a table of expected/ as one map for each row.
func expected(t *testing.T, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile("expected/" + name + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			t.Fatalf("%s.tsv:%d: %d cells, want %d", name, i+2, len(cells), len(head))
		}
		row := map[string]string{}
		for j, cell := range cells {
			row[head[j]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func decimal(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
