package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/document/xlsx"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/sample"
	"gangmu/span"
	"gangmu/target"
)

// planOf is the plan of a report.
func planOf(t testing.TB, name string, data []byte) *plan.Plan {
	t.Helper()
	doc, err := open.Read(context.Background(), name, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r.Plan
}

func write(t testing.TB, reports ...Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, reports); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func docOf(t testing.TB, data []byte) *document.Document {
	t.Helper()
	doc, err := xlsx.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range doc.Warnings {
		t.Errorf("warning %s", w.Zh)
	}
	return doc
}

func planIn(t testing.TB, data []byte) *plan.Plan {
	t.Helper()
	p, ok := Plan(docOf(t, data))
	if !ok {
		t.Fatal("not recognised")
	}
	return p
}

// again writes p and reads it back.
func again(t testing.TB, p *plan.Plan) *plan.Plan { return planIn(t, write(t, Report{Plan: p})) }

// samePlan compares plans, but not their places in a source.
var samePlan = cmp.Options{
	cmpopts.IgnoreTypes(span.Span{}),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() && a.Places() == b.Places() }),
}

// reports are the sample and the real reports of the genre, by name.
func reports(t *testing.T) map[string][]byte {
	all := map[string][]byte{"sample": []byte(sample.Text)}
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "corpus", "*", "*.txt"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(file)] = data
	}
	if len(files) == 0 {
		t.Logf("no real reports at %s; set GANGMU_SHARED to the reference folder", dir)
	}
	return all
}

// What a report was read as comes back from its workbook.
func TestReadBack(t *testing.T) {
	for name, data := range reports(t) {
		p := planOf(t, name, data)
		if diff := cmp.Diff(p, again(t, p), samePlan); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// The cells of the sample say it all; nothing has to be stored beside them.
func TestCellsSuffice(t *testing.T) {
	p := planOf(t, "report.txt", []byte(sample.Text))
	for _, l := range lists {
		for _, it := range l.items(p) {
			if rows := l.rows(it); rows[0][exactHead].text != "" {
				t.Errorf("%s %s: %s", l.name, it.Name, rows[0][exactHead].text)
			}
		}
	}
}

// small is a plan with one of everything.
func small() *plan.Plan {
	number := func(s string) quantity.Quantity {
		q, err := quantity.Parse(s)
		if err != nil {
			panic(err)
		}
		return q
	}
	indicator := func(no, name, unit, goal, result string) plan.Item {
		c := plan.ContextFor(name, unit)
		m := plan.Measure{Subject: name, Unit: unit, Target: target.Parse(goal, c), HasTarget: true}
		if result != "" {
			m.Facts = []plan.Fact{{Actual: target.ParseActualIn(result, c), Unit: unit}}
		}
		return plan.Item{Year: 2031, No: no, Name: name, Measures: []plan.Measure{m}}
	}
	energy := indicator("2", "单位地区生产总值能耗下降", "%", "=1+1", "@完成")
	energy.Binding, energy.Section = true, "一、绿色发展"
	roads := number("100公里")
	return &plan.Plan{
		Title: "关于云溪县2031年计划执行情况的报告", Region: "云溪县", ExecutedYear: 2031, PlannedYear: 2032,
		Indicators: []plan.Item{indicator("1", "地区生产总值增速", "%", "8以上", "6.30"), energy},
		Projects:   []plan.Item{{Year: 2032, Box: "1", Section: "（一）交通", Stage: "开工", Name: "云溪大桥"}},
		Livelihood: []plan.Item{{
			Year: 2031, No: "1", Section: "（一）路", Text: "新建农村路100公里", Name: "新建农村路100公里", Status: "全面完成",
			Measures: []plan.Measure{{
				Subject: "农村路", Unit: "公里", Promise: roads, HasPromise: true, Target: target.FromQuantity(roads), HasTarget: true,
				Facts: []plan.Fact{
					{Actual: target.Actual{Text: "建成121公里", Quantity: number("121公里"), HasValue: true}, Unit: "公里"},
					{Actual: target.Actual{Text: "其中硬化100余公里", Quantity: number("100余公里"), HasValue: true}, Unit: "公里"},
				},
			}},
		}},
		Commitments: []plan.Item{{
			Year: 2032, Horizon: "2032", Section: "（二）工业", Name: "投资", Text: "投资200亿元以上",
			Measures: []plan.Measure{{Subject: "投资", Unit: "亿元", Promise: number("≥200亿元"), HasPromise: true,
				Target: target.FromQuantity(number("≥200亿元")), HasTarget: true}},
		}},
		Glossary: []plan.Term{{Term: "两山", Text: "绿水青山"}},
	}
}

func TestSheets(t *testing.T) {
	const want = `
h1 1:1 说明
table t1 11×2
   | 项目 | 内容
   | 标题 | 关于云溪县2031年计划执行情况的报告
   | 地区 | 云溪县
   | 执行年度 | 2031
   | 计划年度 | 2032
   | 指标 | 2 项
   | 重点项目 | 1 项
   | 民生实事 | 1 项
   | 承诺 | 1 项
   | 名词解释 | 1 项
   | 用法 | 各表可以修改，改后可用 gangmu 读回。编号相同的行是同一项；“目标值”“完成值”由“目标”“完成”得出，只供统计，读回时不看。
h1 24:1 指标
table t2 3×12
   | 编号 | 年份 | 序号 | 指标 | 单位 | 性质 | 板块 | 目标 | 目标比较 | 目标值 | 完成 | 完成值
   | 1 | 2031 | 1 | 地区生产总值增速 | % | 预期性 |  | 8以上 | ≥ | 8 | 6.30 | 6.30
   | 2 | 2031 | 2 | 单位地区生产总值能耗下降 | % | 约束性 | 一、绿色发展 | =1+1 |  |  | @完成 | 
h1 61:1 重点项目
table t3 2×6
   | 编号 | 年份 | 专栏 | 类别 | 阶段 | 项目名称
   | 1 | 2032 | 1 | （一）交通 | 开工 | 云溪大桥
h1 74:1 民生实事
table t4 3×14
   | 编号 | 年份 | 序号 | 类别 | 事项 | 状况 | 内容 | 比较 | 数量 | 单位 | 完成 | 完成比较 | 完成数量 | 完成单位
   | 1 | 2031 | 1 | （一）路 | 新建农村路100公里 | 全面完成 | 农村路 |  | 100 | 公里 | 建成121公里 |  | 121 | 公里
   | 1 | 2031 | 1 | （一）路 | 新建农村路100公里 | 全面完成 |  |  |  |  | 其中硬化100余公里 | 余 | 100 | 公里
h1 117:1 承诺
table t5 2×9
   | 编号 | 年份 | 期限 | 章节 | 内容 | 比较 | 数量 | 单位 | 原文
   | 1 | 2032 | 2032 | （二）工业 | 投资 | ≥ | 200 | 亿元 | 投资200亿元以上
h1 136:1 名词解释
table t6 2×3
   | 编号 | 名词 | 解释
   | 1 | 两山 | 绿水青山
`
	var out strings.Builder
	if err := docOf(t, write(t, Report{Plan: small()})).Print(&out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, "\n"+out.String()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(small(), again(t, small()), samePlan); diff != "" {
		t.Error(diff)
	}
}

// part is a part of a workbook.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// Numbers are numbers in the format of their digits, and nothing is a formula,
// whatever it begins with.
func TestTypes(t *testing.T) {
	p := &plan.Plan{}
	for _, name := range []string{"=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "007", "1e5", "6.30", "-6.9", "-0", "1234567890123456"} {
		p.Projects = append(p.Projects, plan.Item{Name: name})
	}
	data := write(t, Report{Plan: p})
	sheet := part(t, data, "xl/worksheets/sheet3.xml")
	if strings.Contains(sheet, "<f") {
		t.Error("a formula")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, it := range p.Projects {
		at := ref(6, i+2)
		kind, err := f.GetCellType("重点项目", at)
		if err != nil {
			t.Fatal(err)
		}
		number := it.Name == "6.30" || it.Name == "-6.9"
		if (kind == excelize.CellTypeSharedString) == number {
			t.Errorf("%q is of type %v", it.Name, kind)
		}
		if shown, _ := f.GetCellValue("重点项目", at); shown != strings.TrimSpace(it.Name) {
			t.Errorf("%q is shown as %q", it.Name, shown)
		}
	}
}

func TestLayout(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, Report{Plan: small()})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := []string{"说明", "指标", "重点项目", "民生实事", "承诺", "名词解释"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	for i, sheet := range want {
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: %+v, %v", sheet, panes, err)
		}
		xml := part(t, write(t, Report{Plan: small()}), "xl/worksheets/sheet"+string(rune('1'+i))+".xml")
		if filtered := strings.Contains(xml, "<autoFilter"); filtered != (i > 0) {
			t.Errorf("%s: filter %v", sheet, filtered)
		}
		if !strings.Contains(xml, `fitToWidth="1"`) {
			t.Errorf("%s does not fit a page", sheet)
		}
	}
}

func TestSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, Report{Plan: small()}), write(t, Report{Plan: small()})) {
		t.Error("two workbooks of one plan differ")
	}
}

// Several reports stand in one workbook, told apart by their files; it is not
// read back as one plan.
func TestSeveral(t *testing.T) {
	doc := docOf(t, write(t, Report{"甲.docx", small()}, Report{"乙.docx", small()}))
	if _, ok := Plan(doc); ok {
		t.Error("read back")
	}
	var files []string
	for table := range doc.Tables() {
		if table.ID == "t3" {
			for _, row := range table.Rows {
				files = append(files, row.Cells[0].Text.S)
			}
		}
	}
	if diff := cmp.Diff([]string{"文件", "甲.docx", "乙.docx"}, files); diff != "" {
		t.Error(diff)
	}
	var out strings.Builder
	if err := doc.Print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"历年\n", "| 云溪县 | 地区生产总值增速 | % | 2031 | 8以上 | ≥ | 8 | 甲.docx 第0行 | 6.30 | 6.30 | 甲.docx 第0行\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
}
