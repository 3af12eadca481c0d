package catalogue

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shared is a file of the reference material; the test is skipped without it.
func shared(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("GANGMU_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	b, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Skipf("reference material not found (set GANGMU_SHARED): %v", err)
	}
	return string(b)
}

func TestTableParses(t *testing.T) {
	entries, err := parse(table)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) < 150 {
		t.Errorf("%d indicators, want at least 150", len(entries))
	}
	id := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	for _, e := range entries {
		if !id.MatchString(e.ID) {
			t.Errorf("id %q is not kebab-case", e.ID)
		}
		if subject, _, ok := cutMeasure(canonical(e.Zh)); ok {
			if i, ok := load().names[subject]; ok && load().entries[i].ID != e.ID {
				t.Errorf("%s: %q is %s with a measure; entries are subjects", e.ID, e.Zh, load().entries[i].ID)
			}
		}
	}
}

func TestTableErrors(t *testing.T) {
	head := strings.Join(columns, "\t") + "\n"
	row := "x\t名\tname\t\t亿元\t升\t水平\t是\t经济\t月\t统计局\t\n"
	for name, text := range map[string]string{
		"header":    row,
		"columns":   head + "x\t名\n",
		"polarity":  head + strings.Replace(row, "升", "好", 1),
		"accrual":   head + strings.Replace(row, "是", "有时", 1),
		"duplicate": head + row + row,
	} {
		if _, err := parse(text); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if e, err := parse("\ufeff# 说明\r\n" + strings.ReplaceAll(head+row, "\n", "\r\n")); err != nil || len(e) != 1 {
		t.Errorf("a file saved by a spreadsheet: %v, %v", e, err)
	}
}

func TestNoAliasServesTwo(t *testing.T) {
	owner := map[string]Entry{}
	for _, e := range All() {
		for _, n := range e.allNames() {
			key := canonical(n)
			o, taken := owner[key]
			if taken && o.ID != e.ID && (o.Context == "" || e.Context == "") {
				t.Errorf("%q serves %s and %s, and not both say how context decides", n, o.ID, e.ID)
			}
			if !taken {
				owner[key] = e
			}
		}
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name, id string
		measure  Measure
		unit     string
		polarity Polarity
	}{
		{"GDP", "gdp", Level, "亿元", Up},
		{"地区生产总值（GDP）增速（%）", "gdp", Growth, "%", Up},
		{"全市生产总值增长", "gdp", Growth, "%", Up},
		{"地区生产总值（％）", "gdp", Growth, "%", Up},
		{"其中：规模工业增加值同比增速（%）", "scale-industry-value-added", Growth, "%", Up},
		{"规上工业增加值", "scale-industry-value-added", Level, "亿元", Up},
		{"地方财政一般预算收入", "general-budget-revenue", Level, "亿元", Up},
		{"财政总收入", "total-fiscal-revenue", Level, "亿元", Up},
		{"城镇登记失业率（%）", "unemployment-registered", Level, "%", Down},
		{"城镇调查失业率", "unemployment-surveyed", Level, "%", Down},
		{"固定资产投资（不含农户）增速", "fixed-investment", Growth, "%", Up},
		{"全社会固定资产投资", "fixed-investment-whole", Level, "亿元", Up},
		{"居民消费价格指数（上年=100）", "cpi", Level, "%", Down},
		{"居民消费价格涨幅", "cpi", Growth, "%", Down},
		{"居民消费价格指数涨幅", "cpi", Growth, "%", Down},
		{"单位GDP能耗下降（%）*", "energy-intensity", Decline, "%", Up},
		{"万元生产总值能耗降低率", "energy-intensity", Decline, "%", Up},
		{"单位地区生产总值能耗", "energy-intensity", Level, "吨标准煤/万元", Down},
		{"氨氮减排量（万吨）", "ammonia-nitrogen", Decline, "万吨", Up},
		{"氨氮", "ammonia-nitrogen", Level, "万吨", Down},
		{"常住人口城镇化率提高", "urbanisation-rate", Growth, "个百分点", Up},
		{"研发经费支出占GDP的比重（%）", "rd-intensity", Level, "%", Up},
		{"农民人均纯收入", "income-rural-net", Level, "元", Up},
		{"经济增长", "gdp", Growth, "%", Up},
		{"进出口", "trade-total", Level, "亿元", Up},
		{" 粮食 总产量（万吨）", "grain-output", Level, "万吨", Up},
	} {
		e, ok := Lookup(c.name)
		if !ok || e.ID != c.id || e.Measure != c.measure || e.Unit != c.unit || e.Polarity != c.polarity {
			t.Errorf("Lookup(%q) = %v %q %s %q %s; want %q %s %q %s", c.name, ok, e.ID, e.Measure, e.Unit, e.Polarity, c.id, c.measure, c.unit, c.polarity)
		}
	}
	for _, name := range []string{"", "（%）", "其中：", "增速", "数量", "吉祥物发放量"} {
		if e, ok := Lookup(name); ok {
			t.Errorf("Lookup(%q) = %s, want nothing", name, e.ID)
		}
	}
}

func TestLookupKnowsThePrintedTables(t *testing.T) {
	for _, file := range []string{"table1.tsv", "table2.tsv"} {
		for i, line := range strings.Split(strings.TrimSpace(shared(t, "corpus/tongliang-2024/expected/"+file)), "\n") {
			c := strings.Split(line, "\t")
			if i == 0 {
				continue
			}
			name, unit := c[6], c[4]
			e, ok := Lookup(name)
			if !ok {
				t.Errorf("%s: %q is not in the catalogue", file, name)
				continue
			}
			if unit != "" && e.Unit != unit {
				t.Errorf("%s: %q: unit %q, printed %q", file, name, e.Unit, unit)
			}
		}
	}
}

func TestPolarityOf(t *testing.T) {
	for name, want := range map[string]Polarity{
		"青年失业率":         Down,
		"道路交通事故死亡人数":    Down,
		"单位产品综合能耗":      Down,
		"单位产品综合能耗下降":    Up,
		"总磷浓度":          Down,
		"小额贷款不良率":       Down,
		"供水管网漏损率":       Down,
		"黑臭水体治理率":       Up,
		"事故隐患整改率（%）":    Up,
		"城乡居民收入比（农村=1）": Down,
		"国有企业资产负债率":     Down,
		"示范村数量":         Up,
		"二氧化碳排放":        Down,
		"人口自然增长率（‰）":    Neither,
		"银行不良率（%）":      Down,
	} {
		if got := PolarityOf(name); got != want {
			t.Errorf("PolarityOf(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestMeasureOf(t *testing.T) {
	for name, want := range map[string]Measure{
		"散煤用量下降（%）":     Decline,
		"夜间消费额增速":       Growth,
		"路灯数量":          Level,
		"主要污染物重点工程减排量":  Decline,
		"单位GDP能耗下降（%）*": Decline,
		"城镇登记失业率":       Level,
	} {
		if got := MeasureOf(name); got != want {
			t.Errorf("MeasureOf(%q) = %s, want %s", name, got, want)
		}
	}
}
