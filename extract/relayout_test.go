package extract_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/plan"
)

// relayout prints indicators of an executed and a planned year as a table.
type relayout struct {
	name     string
	print    func(executed, planned []plan.Item) string
	dotted   bool // parts have numbers of their own
	executed bool // only the executed year comes back whole
}

// TestOnePlanInManyLayouts prints the sample's indicators in every way in which
// a table can hold them, and reads the same indicators back.
func TestOnePlanInManyLayouts(t *testing.T) {
	p := planOf(t, readFile(t, filepath.Join("..", "sample", "report.txt")))
	executed, planned := p.Year(p.ExecutedYear), p.Year(p.PlannedYear)
	title := fmt.Sprintf("关于云溪市%d年国民经济和社会发展计划执行情况及%d年国民经济和社会发展计划草案的报告\n\n各位代表：\n\n", p.ExecutedYear, p.PlannedYear)
	for _, l := range relayouts(p) {
		t.Run(l.name, func(t *testing.T) {
			q := planOfText(t, title+l.print(executed, planned))
			years := []struct{ want, got []plan.Item }{{executed, q.Year(p.ExecutedYear)}, {planned, q.Year(p.PlannedYear)}}
			if l.executed {
				years = years[:1]
			}
			for _, year := range years {
				var want, got []string
				for _, it := range year.want {
					want = append(want, essence(it, l.dotted))
				}
				for _, it := range year.got {
					got = append(got, essence(it, l.dotted))
				}
				if d := cmp.Diff(want, got); d != "" {
					t.Error(d)
				}
			}
		})
	}
}

// essence is what every layout says of an indicator.
func essence(it plan.Item, dotted bool) string {
	m := it.Measure()
	no := it.No
	if dotted && it.Of != "" {
		no = ""
	}
	s := fmt.Sprintf("%s [%s] %s（%s） binding %v %s → %s", no, it.Of, it.Name, m.Unit, it.Binding, it.Section, m.Target.Text)
	for _, f := range m.Facts {
		s += " = " + f.Text
	}
	return s
}

// printer prints rows of cells as a markdown table under a caption.
type printer struct {
	strings.Builder
	width int
}

func (p *printer) row(cells ...string) {
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(c, "|", "｜")
	}
	p.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	if p.width == 0 {
		p.width = len(cells)
		p.WriteString(strings.Repeat("| --- ", p.width) + "|\n")
	}
}

// lone prints a row of which only the first cell, or the one at, has a text.
func (p *printer) lone(at int, text string) {
	cells := make([]string, p.width)
	cells[at] = text
	p.row(cells...)
}

func actualOf(it plan.Item) string {
	if f := it.Measure().Facts; len(f) > 0 {
		return f[0].Text
	}
	return ""
}

func nature(it plan.Item) string {
	if it.Binding {
		return "约束性"
	}
	return "预期性"
}

func withMark(it plan.Item, mark string) string {
	if it.Binding {
		return it.Name + mark
	}
	return it.Name
}

func inBrackets(it plan.Item) string {
	if u := it.Measure().Unit; u != "" {
		return it.Name + "（" + u + "）"
	}
	return it.Name
}

func which(it plan.Item, s string) string {
	if it.Of != "" {
		return "其中：" + s
	}
	return s
}

func relayouts(p *plan.Plan) []relayout {
	ex, pl := strconv.Itoa(p.ExecutedYear), strconv.Itoa(p.PlannedYear)
	// two prints one table a year, row by row.
	two := func(heads func(year string, done bool) []string, row func(it plan.Item, done bool) []string, group int) func(a, b []plan.Item) string {
		return func(a, b []plan.Item) string {
			var out strings.Builder
			for i, items := range [][]plan.Item{a, b} {
				done, year := i == 0, []string{ex, pl}[i]
				out.WriteString(fmt.Sprintf("表%d %s年计划指标\n\n", i+1, year))
				pr := &printer{}
				pr.row(heads(year, done)...)
				section := ""
				for _, it := range items {
					if it.Section != section && group >= 0 {
						pr.lone(group, it.Section)
						section = it.Section
					}
					pr.row(row(it, done)...)
				}
				out.WriteString(pr.String() + "\n")
			}
			return out.String()
		}
	}
	done := func(cells []string, done bool, last string) []string {
		if done {
			return append(cells, last)
		}
		return cells
	}
	return []relayout{
		{name: "unit and nature in columns", print: two(
			func(y string, d bool) []string {
				return done([]string{"序号", "指标名称", "计量单位", "指标属性", y + "年目标"}, d, y+"年实际完成")
			},
			func(it plan.Item, d bool) []string {
				return done([]string{it.No, which(it, it.Name), it.Measure().Unit, nature(it), it.Measure().Target.Text}, d, actualOf(it))
			}, 1)},
		{name: "values before the names' nature, remarks behind", print: two(
			func(y string, d bool) []string {
				return append(done([]string{"序号", "指标", "目标值"}, d, "完成情况"), "性质", "责任单位", "备注")
			},
			func(it plan.Item, d bool) []string {
				return append(done([]string{it.No, which(it, inBrackets(it)), it.Measure().Target.Text}, d, actualOf(it)), nature(it), "市发展改革委", "")
			}, 0)},
		{name: "groups printed once in a first column", print: func(a, b []plan.Item) string {
			return two(
				func(y string, d bool) []string {
					return done([]string{"类别", "序号", "指标", "单位", y + "年计划"}, d, y+"年完成")
				},
				func(it plan.Item, d bool) []string {
					return done([]string{it.Section, it.No, which(it, withMark(it, "★")), it.Measure().Unit, it.Measure().Target.Text}, d, actualOf(it))
				}, -1)(a, b)
		}},
		{name: "numbers in the names", print: two(
			func(y string, d bool) []string {
				return done([]string{"指标（" + y + "年）", "预期目标"}, d, "预计完成")
			},
			func(it plan.Item, d bool) []string {
				name := which(it, inBrackets(it))
				if it.No != "" {
					name = it.No + "." + name
				}
				if it.Binding {
					name += "*"
				}
				return done([]string{name, it.Measure().Target.Text}, d, actualOf(it))
			}, 0)},
		{name: "parts numbered 1.1", dotted: true, print: func(a, b []plan.Item) string {
			part := map[string]int{}
			return two(
				func(y string, d bool) []string {
					part = map[string]int{}
					return done([]string{"编号", "指标名称", "单位", "属性", "本年目标"}, d, "本年完成")
				},
				func(it plan.Item, d bool) []string {
					no := it.No
					if it.Of != "" {
						part[it.Of]++
						no = fmt.Sprintf("%s.%d", it.Of, part[it.Of])
					}
					return done([]string{no, it.Name, it.Measure().Unit, nature(it), it.Measure().Target.Text}, d, actualOf(it))
				}, 1)(a, b)
		}},
		{name: "parts numbered ①", dotted: true, print: func(a, b []plan.Item) string {
			n, of := 0, ""
			return two(
				func(y string, d bool) []string {
					return done([]string{"序号", "指标", "单位", "类型", y + "年度目标任务"}, d, y+"年度完成情况")
				},
				func(it plan.Item, d bool) []string {
					no := it.No
					if it.Of != "" {
						if n++; of != it.Of {
							n, of = 1, it.Of
						}
						no = string(rune('①' + n - 1))
					}
					return done([]string{no, it.Name, it.Measure().Unit, nature(it), it.Measure().Target.Text}, d, actualOf(it))
				}, 1)(a, b)
		}},
		{name: "both years in one table", executed: true, print: func(a, b []plan.Item) string {
			next := map[string]plan.Item{}
			for _, it := range b {
				next[it.Of+it.Name+it.Measure().Unit] = it
			}
			pr := &printer{}
			pr.row("序号", "类别", "指标", "单位", "性质", "上年完成", "本年目标", "本年完成", "下年目标")
			line := func(it plan.Item, goal, result, aim string) {
				pr.row(it.No, it.Section, which(it, it.Name), it.Measure().Unit, nature(it), "1", goal, result, aim)
			}
			for _, it := range a {
				n := next[it.Of+it.Name+it.Measure().Unit]
				line(it, it.Measure().Target.Text, actualOf(it), n.Measure().Target.Text)
			}
			return pr.String()
		}},
		{name: "copied as text, empty cells dropped", print: func(a, b []plan.Item) string {
			var out strings.Builder
			row := func(cells ...string) {
				for _, c := range cells {
					if c != "" {
						out.WriteString("\t" + c + "\n")
					}
				}
				out.WriteString("\n")
			}
			for i, items := range [][]plan.Item{a, b} {
				fmt.Fprintf(&out, "附表%d：%s年计划指标表\n\n", i+1, []string{ex, pl}[i])
				row(append([]string{"序号", "指标名称", "单位", "性质", "目标"}, []string{"完成情况", ""}[i])...)
				section := ""
				for _, it := range items {
					if it.Section != section {
						row(it.Section)
						section = it.Section
					}
					last := ""
					if i == 0 {
						last = actualOf(it)
					}
					row(it.No, which(it, it.Name), it.Measure().Unit, nature(it), it.Measure().Target.Text, last)
				}
				out.WriteString("\n\n")
			}
			return out.String()
		}},
		{name: "a table over three pages", print: func(a, b []plan.Item) string {
			var out strings.Builder
			for i, items := range [][]plan.Item{a, b} {
				section := ""
				for at := 0; at < len(items); at += 15 {
					if at == 0 {
						fmt.Fprintf(&out, "附表%d %s年计划指标表\n\n", i+1, []string{ex, pl}[i])
					} else {
						fmt.Fprintf(&out, "— %d —\n\n附表%d（续）\n\n", at, i+1)
					}
					pr := &printer{}
					pr.row(append([]string{"序号", "指标名称", "单位", "性质", "目标"}, []string{"完成", "备注"}[i])...)
					for _, it := range items[at:min(len(items), at+15)] {
						if it.Section != section {
							pr.lone(0, it.Section)
							section = it.Section
						}
						last := ""
						if i == 0 {
							last = actualOf(it)
						}
						pr.row(it.No, which(it, it.Name), it.Measure().Unit, nature(it), it.Measure().Target.Text, last)
					}
					out.WriteString(pr.String() + "\n")
				}
			}
			return out.String()
		}},
	}
}

// TestListsAsTables prints the sample's projects and livelihood items as tables
// and reads the same back.
func TestListsAsTables(t *testing.T) {
	p := planOf(t, readFile(t, filepath.Join("..", "sample", "report.txt")))
	title := fmt.Sprintf("关于云溪市%d年国民经济和社会发展计划执行情况及%d年国民经济和社会发展计划草案的报告\n\n各位代表：\n\n", p.ExecutedYear, p.PlannedYear)

	works := &printer{}
	works.row("序号", "项目名称", "项目阶段", "建设规模", "总投资（亿元）", "责任单位")
	section := ""
	grouped := slices.DeleteFunc(slices.Clone(p.Projects), func(it plan.Item) bool { return it.Section == "" })
	for i, it := range grouped {
		if it.Section != section {
			section = it.Section
			works.lone(0, section)
			works.row("", "小计", "", "", "12.5", "")
		}
		works.row(strconv.Itoa(i+1), it.Name, it.Stage, "", "1.5", "市发展改革委")
	}
	deeds := &printer{}
	deeds.row("序号", "事项", "完成情况", "牵头单位")
	section = ""
	for _, it := range p.Livelihood {
		if it.Section != section {
			section = it.Section
			deeds.lone(0, section)
		}
		deeds.row(it.No, it.Text, it.Status, "市民政局")
	}
	q := planOfText(t, title+"附件1 重点项目表\n\n"+works.String()+"\n附件2 民生实事完成情况\n\n"+deeds.String())

	work := func(it plan.Item) string { return it.Section + " " + it.Stage + " " + it.Name }
	if d := cmp.Diff(linesOfItems(grouped, work), linesOfItems(q.Projects, work)); d != "" {
		t.Errorf("projects: %s", d)
	}
	deed := func(it plan.Item) string {
		s := it.Section + " " + it.No + " " + it.Text + " " + it.Status
		for _, m := range it.Measures {
			s += " | " + m.Subject + " " + m.Promise.Value.String() + m.Unit
		}
		return s
	}
	if d := cmp.Diff(linesOfItems(p.Livelihood, deed), linesOfItems(q.Livelihood, deed)); d != "" {
		t.Errorf("livelihood: %s", d)
	}
}

func linesOfItems(items []plan.Item, line func(plan.Item) string) []string {
	var out []string
	for _, it := range items {
		out = append(out, line(it))
	}
	return out
}
