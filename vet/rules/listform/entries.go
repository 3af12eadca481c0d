package listform

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
	"gangmu/vet/rules/internal/prose"
)

// fewest is the least number of characters of a name that means one project
// wherever it stands.
const fewest = 4

// repeated reports a project that stands twice in one stage; two stages are the
// matter of stage-mismatch.
func repeated(p *vet.Pass, g *projects.Register) {
	for _, pair := range g.Twins() {
		a, b := pair[0], pair[1]
		if a.Stage != b.Stage || utf8.RuneCountInString(b.Name) < fewest || (a.Box == "") != (b.Box == "") {
			continue // a box and a table may give the same list
		}
		report(p, vet.Words{
			Zh: fmt.Sprintf("%s列了两次（%s、%s）。", b.Name, a.Where().Zh, b.Where().Zh),
			En: fmt.Sprintf("%s is listed twice (%s, %s).", b.Name, a.Where().En, b.Where().En),
		}, b.Mark(vet.Subject), a.Mark(vet.Evidence))
	}
}

// kinds tell from a name what kind of project it is, and which headings are for it.
var kinds = []struct{ names, headings []string }{
	{[]string{"小学", "中学", "幼儿园", "校区", "职教中心", "学院"}, []string{"教育", "学校"}},
	{[]string{"医院", "卫生院", "卫生服务中心", "疾控", "疾病预防", "妇幼保健"}, []string{"卫生", "医疗", "健康"}},
	{[]string{"养老", "敬老", "殡仪", "公墓", "福利院", "特困"}, []string{"民政", "养老", "社会福利"}},
	{[]string{"水库", "灌区"}, []string{"水利", "水务", "农村基础设施"}},
	{[]string{"铁路", "高速公路", "高铁"}, []string{"交通"}},
	{[]string{"污水处理厂", "垃圾填埋", "水环境"}, []string{"环保", "环境", "生态"}},
}

// pupils are no school.
var pupils = strings.NewReplacer("小学生", "", "中学生", "")

// general headings take in any kind.
var general = []string{"其他", "其它", "综合"}

// categories reports a project of a kind that another heading of its box is for.
// A name of two kinds may stand under either.
func categories(p *vet.Pass, g *projects.Register) {
	headings := map[string][]string{} // by box
	for _, e := range g.Entries {
		if n := headings[e.Box]; len(n) == 0 || n[len(n)-1] != e.Section {
			headings[e.Box] = append(n, e.Section)
		}
	}
	for _, e := range g.Entries {
		if e.Box == "" || e.Section == "" || anyIn(e.Section, general) {
			continue
		}
		name := pupils.Replace(prose.WithoutBrackets(e.Name))
		other, own := "", false
		for _, k := range kinds {
			own = own || anyIn(e.Name, k.names) && anyIn(e.Section, k.headings)
			if !anyIn(name, k.names) {
				continue
			}
			for _, h := range headings[e.Box] {
				if h != e.Section && anyIn(h, k.headings) {
					other = h
				}
			}
		}
		if other == "" || own {
			continue
		}
		report(p, vet.Words{
			Zh: fmt.Sprintf("%s列在“%s”下，似应在“%s”下。", e.Name, e.Section, other),
			En: fmt.Sprintf("%s is listed under %s; %s seems to be its heading.", e.Name, e.Section, other),
		}, e.Mark(vet.Subject))
	}
}

func anyIn(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
