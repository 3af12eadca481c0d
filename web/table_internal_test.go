package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gangmu/render"
)

func asked(address string) *request {
	return &request{Request: httptest.NewRequest(http.MethodGet, address, nil), w: httptest.NewRecorder(), lang: render.Zh}
}

func sampleTable(id string) table {
	t := table{id: id, name: "sample", group: "section", columns: []column{
		{Key: "section", Head: "分组"}, {Key: "name", Head: "指标"}, {Key: "nature", Head: "性质", Pick: true}, {Key: "value", Head: "数值", Number: true},
		{Key: "raw", Head: "原值", Hidden: true}, {Key: "do"},
	}}
	for _, row := range [][]string{
		{"一", "增速", "预期性", "6.15", "a"}, {"一", "比重", "约束性", "左右", "b"}, {"二", "亩数", "约束性", "120", "c"}, {"二", "得分", "", "9.5", "d"},
	} {
		t.add(cell{Text: row[0]}, cell{Text: row[1]}, cell{Text: row[2]}, cell{Text: row[3]}, cell{Text: row[4]}, cell{Text: "改", Href: "/x"})
	}
	return t
}

func names(s shownTable) (out string) {
	for _, row := range s.Rows {
		out += row[1].Text + " "
	}
	return strings.TrimSpace(out)
}

func TestTableByAddress(t *testing.T) {
	for _, c := range []struct{ id, address, want string }{
		{"", "/", "增速 比重 亩数 得分"},
		{"", "/?sort=value", "增速 得分 亩数 比重"},
		{"", "/?sort=-value", "亩数 得分 增速 比重"},
		{"", "/?nature=约束性", "比重 亩数"},
		{"", "/?nature=约束性&q=120", "亩数"},
		{"", "/?q=改+二", "亩数 得分"},
		{"b", "/?nature=约束性&q=120", "增速 比重 亩数 得分"},
		{"b", "/?b.nature=约束性&b.sort=-value", "亩数 比重"},
	} {
		if got := names(asked(c.address).arrange(sampleTable(c.id))); got != c.want {
			t.Errorf("%s of %q: %s, want %s", c.address, c.id, got, c.want)
		}
	}
}

func TestTableGroups(t *testing.T) {
	s := asked("/").arrange(sampleTable(""))
	if len(s.Groups) != 2 || s.Groups[1].Name != "二" || len(s.Groups[0].Rows[0]) != 4 {
		t.Errorf("groups: %+v", s.Groups)
	}
	var pads []string
	for _, g := range s.Groups {
		for _, row := range g.Rows {
			pads = append(pads, row[2].Pad)
		}
	}
	if got := strings.Join(pads, ","); got != ",,d2,e1" {
		t.Errorf("paddings %s", got)
	}
	if s := asked("/?sort=name").arrange(sampleTable("")); len(s.Groups) != 1 || len(s.Columns) != 5 {
		t.Errorf("sorted, %d groups of %d columns", len(s.Groups), len(s.Columns))
	}
}

// A file has the rows that the page shows, with hidden columns and without those
// that only act.
func TestTableFile(t *testing.T) {
	r := asked("/?b.format=csv&b.nature=约束性")
	if err := r.printTables(page{}, sampleTable(""), sampleTable("b")); err != nil {
		t.Fatal(err)
	}
	want := "\ufeff分组,指标,性质,数值,原值\n一,比重,约束性,左右,b\n二,亩数,约束性,120,c\n"
	if got := r.w.(*httptest.ResponseRecorder).Body.String(); got != want {
		t.Errorf("%q", got)
	}
}

// However a table is sorted and picked, its rows are rows that it has, each once.
func TestTableKeepsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tab := sampleTable("")
		keys := rapid.SampledFrom([]string{"", "section", "name", "-name", "value", "-value", "nature", "nowhere"})
		address := "/?sort=" + keys.Draw(t, "sort") + "&nature=" + rapid.SampledFrom([]string{"", "约束性", "其他"}).Draw(t, "nature")
		s := asked(address).arrange(tab)
		seen := map[string]bool{}
		for _, row := range s.Rows {
			if seen[row[4].Text] || !strings.Contains("abcd", row[4].Text) {
				t.Fatalf("%s: row %s twice or from nowhere", address, row[4].Text)
			}
			seen[row[4].Text] = true
		}
		shown := 0
		for _, g := range s.Groups {
			shown += len(g.Rows)
		}
		if shown != len(s.Rows) {
			t.Fatalf("%s: %d rows shown of %d", address, shown, len(s.Rows))
		}
	})
}

func TestChart(t *testing.T) {
	s := asked("/?sort=-value").draw(chart{title: "历年", along: "name", table: sampleTable(""), lines: []chartLine{
		{column: "value", role: thisYear}, {column: "raw", role: goalLine}, {column: "nowhere", role: pastYear},
	}})
	if len(s.Data.Lines) != 1 || s.Data.Lines[0].Name != "数值" {
		t.Fatalf("lines %+v", s.Data.Lines)
	}
	l := s.Data.Lines[0]
	if strings.Join(s.Data.Along, "") != "增速比重亩数得分" || *l.Values[0] != 6.15 || l.Values[1] != nil || l.Texts[1] != "左右" {
		t.Errorf("drawn along %v: %v %v", s.Data.Along, l.Values, l.Texts)
	}
}
