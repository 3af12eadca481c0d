// Package indicatorname finds names of indicators in lists and sentences that
// nearly, but not quite, name a row of the table.
package indicatorname

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gangmu/plan/catalogue"
	"gangmu/vet"
	"gangmu/vet/rules/internal/named"
	"gangmu/vet/rules/internal/rows"
)

// Rule holds the names of lists, which must all be rows, against the table: a
// share for a growth, a growth for a level, a lost word.
var Rule = &vet.Rule{
	ID: "indicator-name", Since: "0.3", Requires: vet.Indicators,
	Doc: vet.Doc{
		Title: vet.Words{Zh: "指标名称与指标表不一致", En: "A name that is not quite the table's"},
		What: vet.Words{
			Zh: "完成情况名单、约束性指标名单、增减指标名单里的每个名称，都应当是指标表中的一项；正文中数值与表相同而名称只差几个字的，也列出来。",
			En: "Every name in lists of verdicts, of binding indicators, of those added or removed is a row of the table; names in the text that differ a little from a row with the same value are shown, too.",
		},
		Why: vet.Words{
			Zh: "增速写成比重、总量写成增速、漏掉“发明”“规上”等限定词，说的就是另一个指标。",
			En: "A share for a growth, a growth for a level or a lost qualifier names another indicator.",
		},
		Silent: vet.Words{
			Zh: "通行的简称（规上工业利润、GDP、社零总额）；名称后面带数值的。",
			En: "Accepted short forms; names with their value behind them.",
		},
		Wrong: frame("战略性新兴产业增加值占工业比重"),
		Right: frame("战略性新兴产业增加值增速"),
	},
	Run: run,
}

// frame is an annex whose list has a name at its end.
func frame(name string) string {
	return "临江区2030年国民经济和社会发展计划执行情况及2031年计划草案的报告\n一、2030年计划执行情况\n运行平稳。\n" +
		"附件1\n2030年计划主要指标完成情况\n高新技术企业数量、粮食产量、" + name + "等3项指标均实现年度目标任务。\n" +
		"表1：2030年国民经济和社会发展计划指标完成情况\n\t序号\n\t指标名称\n\t2030年目标\n\t2030年完成情况\n\n" +
		"\t1\n\t粮食产量（万吨）\n\t18\n\t18\n\n\t2\n\t高新技术企业数量（家）\n\t160\n\t160\n\n\t3\n\t战略性新兴产业增加值增速（%）\n\t9\n\t9\n\n"
}

func run(p *vet.Pass) error {
	tables := map[int]rows.Table{0: nil}
	for _, year := range []int{p.Plan.ExecutedYear, p.Plan.PlannedYear} {
		tables[year] = rows.Printed(p.Reading, year)
		tables[0] = append(tables[0], tables[year]...)
	}
	lists := named.Lists(p)
	t := &resolver{tables: tables, known: map[asked]resolved{}}
	taken := map[string]bool{} // rows that some name means
	for _, l := range lists {
		for _, n := range l.Names {
			if r, link := t.resolve(l.Year, n.Printed()); link > rows.None {
				taken[r.Item.Name] = true
			}
		}
	}
	free := map[int]rows.Table{}
	for year, table := range tables {
		free[year] = slices.DeleteFunc(slices.Clone(table), func(r rows.Row) bool { return taken[r.Item.Name] })
	}
	said := map[string]bool{}
	for _, l := range lists {
		full := t.spelled(l)
		known := 0
		for i, n := range l.Names {
			r, link := t.resolve(l.Year, n.Printed())
			if link > rows.None {
				known++
			}
			if said[bare(n.Printed())] || link == rows.None && known == 0 || shared(l.Names[i:]) {
				continue
			}
			v, ok := judge(free[l.Year], n.Printed(), r, link)
			if !ok {
				continue
			}
			said[bare(n.Printed())] = true
			if v.level && full {
				v.severity = vet.Warning
			}
			report(p, n, v)
		}
	}
	similar(p, tables, said)
	return nil
}

// resolver finds the rows of names and remembers them: lists repeat each other.
type resolver struct {
	tables map[int]rows.Table
	known  map[asked]resolved
}

type asked struct {
	year int
	name string
}

type resolved struct {
	row  rows.Row
	link rows.Link
}

// resolve looks in a year's table, or in either, the later one first.
func (t *resolver) resolve(year int, name string) (rows.Row, rows.Link) {
	found, ok := t.known[asked{year, name}]
	if ok {
		return found.row, found.link
	}
	years := []int{year}
	if year == 0 {
		years = slices.Sorted(maps.Keys(t.tables))
	}
	for _, y := range years {
		if y == 0 {
			continue // both years
		}
		if r, l := t.tables[y].Resolve(name); l > found.link {
			found = resolved{r, l}
		}
	}
	t.known[asked{year, name}] = found
	return found.row, found.link
}

// judgement is what is wrong with a name.
type judgement struct {
	row      rows.Row
	severity vet.Severity
	zh, en   string
	level    bool // a level named where the row is a growth
}

// alike is how much of a name must stand in a row's for the row to be meant.
const alike = 0.5

// judge holds a name against its row, or else against the free rows, which no
// name means.
func judge(free rows.Table, name string, r rows.Row, link rows.Link) (judgement, bool) {
	said, row := catalogue.MeaningOf(bare(name)), catalogue.MeaningOf(printed(r))
	switch {
	case link == rows.Related && said.Measure == catalogue.Level && strings.ContainsAny(name, "%％"):
		return judgement{}, false
	case link == rows.Related && said.Measure == catalogue.Level:
		return judgement{r, vet.Info, "表中是增速", "the row is a growth", true}, true
	case link == rows.Related && said.Measure != row.Measure:
		return judgement{r, vet.Warning, "一个是增速，一个是总量", "one is a growth, the other an amount", false}, true
	case link == rows.Short && said.Known && row.Known && said.Entry.ID != row.Entry.ID:
		return judgement{r, vet.Warning, "两者是不同的指标", "they are two indicators", false}, true
	case link == rows.Short && lost(bare(name), r.Item.Name) != "":
		w := lost(bare(name), r.Item.Name)
		return judgement{r, vet.Warning, "漏了“" + w + "”", w + " is lost", false}, true
	case link != rows.None:
		return judgement{}, false
	}
	near, likeness := free.Nearest(bare(name))
	if likeness < alike {
		return judgement{}, false
	}
	return judgement{near, vet.Warning, "表中没有前者", "the table has no such row", false}, true
}

// qualifiers are the words that make another indicator where they are left out.
var qualifiers = []string{"规模以上", "规上", "限额以上", "高价值", "发明", "农村", "城镇", "居民", "调查", "登记", "常住", "户籍", "工业", "制造业", "民间", "高新", "重点"}

// lost is the qualifier that a short form leaves out.
func lost(short, name string) string {
	for _, w := range qualifiers {
		if strings.Contains(name, w) && !strings.Contains(short, w) && !strings.Contains(short, string([]rune(w)[:1])) {
			return w
		}
	}
	return ""
}

// spelled reports a list that says 增速 of nearly all its growths, so that one
// without it stands out.
func (t *resolver) spelled(l named.List) bool {
	with, without := 0, 0
	for _, n := range l.Names {
		r, link := t.resolve(l.Year, n.Printed())
		if link == rows.None || catalogue.MeasureOf(printed(r)) == catalogue.Level || strings.ContainsAny(n.Printed(), "%％") {
			continue
		}
		if catalogue.MeasureOf(bare(n.Printed())) == catalogue.Level {
			without++
		} else {
			with++
		}
	}
	return with >= 3 && with >= 3*without
}

// bare is a name without its value.
func bare(name string) string {
	if i := strings.IndexAny(name, "0123456789０１２３４５６７８９（"); i > 0 {
		return name[:i]
	}
	return name
}

func printed(r rows.Row) string {
	if u := r.Item.Measure().Unit; u != "" {
		return r.Item.Name + "（" + u + "）"
	}
	return r.Item.Name
}

// shared reports a name whose noun stands behind the next: 进出口总值、实际使用外资增速
// 两项指标.
func shared(names []named.Name) bool {
	if len(names) < 2 || names[1].At.Start-names[0].At.End != len("、") || !strings.HasSuffix(names[1].Printed(), "增速") {
		return false
	}
	rest := names[1].Text.S[names[1].At.End:]
	return strings.HasPrefix(rest, "两项") || strings.HasPrefix(rest, "2项")
}

func report(p *vet.Pass, n named.Name, j judgement) {
	n.At.End = n.At.Start + len(bare(n.Printed()))
	p.Report(vet.Finding{
		Severity: j.severity,
		Message: vet.Words{
			Zh: fmt.Sprintf("“%s”与指标表中的“%s”不一致：%s。", bare(n.Printed()), j.row.Item.Name, j.zh),
			En: fmt.Sprintf("%s is not quite the table's %s: %s.", bare(n.Printed()), j.row.Item.Name, j.en),
		},
		Marks: []vet.Mark{n.Mark(), {Span: j.row.Item.Span, Text: j.row.Item.Name, Role: vet.Evidence}},
		Fix:   j.row.Item.Name,
	})
}
