package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"gangmu/plan"
	"gangmu/target"
)

// rows builds the indicators of a year from lines of
// no|of|name|unit|section|binding|target|actual.
func rows(year int, lines ...string) []plan.Item {
	var items []plan.Item
	for _, l := range lines {
		f := strings.Split(l, "|")
		c := plan.ContextFor(f[2], f[3])
		m := plan.Measure{Subject: f[2], Unit: f[3], HasTarget: true, Target: target.Parse(f[6], c)}
		if len(f) > 7 {
			m.Facts = []plan.Fact{{Actual: target.ParseActualIn(f[7], c)}}
		}
		items = append(items, plan.Item{
			Year: year, No: f[0], Of: f[1], Name: f[2], Section: f[4], Binding: f[5] == "*", Measures: []plan.Measure{m},
		})
	}
	return items
}

func TestDiff(t *testing.T) {
	tests := []struct {
		name     string
		old, new []plan.Item
		want     []string
	}{
		{
			name: "nothing changed",
			old:  rows(2030, "1||粮食产量|万吨|||20|21"),
			new:  rows(2031, "4||粮食产量|万吨|||20"),
		},
		{
			name: "added and removed",
			old:  rows(2030, "1||粮食产量|万吨|||20|21"),
			new:  rows(2031, "1||森林覆盖率|%|||41"),
			want: []string{"added 1 森林覆盖率  → 41", "removed 1 粮食产量 20 →  [20, 21]"},
		},
		{
			name: "target moved, beside last target and last result",
			old:  rows(2030, "1||粮食产量|万吨|||20|21"),
			new:  rows(2031, "1||粮食产量|万吨|||20.5以上"),
			want: []string{"target 1 粮食产量 20 → 20.5以上 [20, 21] 高于上年目标，低于上年完成"},
		},
		{
			name: "renamed: another name of the same indicator, and one word changed",
			old:  rows(2030, "1||规上工业增加值增速|%|||8", "2||镇村公交线路通达率达标水平|%|||90"),
			new:  rows(2031, "1||规模以上工业增加值增速|%|||8", "2||镇村公交线路通达率水平|%|||90"),
			want: []string{
				"renamed 1 规模以上工业增加值增速 规上工业增加值增速 → 规模以上工业增加值增速 [8, ]",
				"renamed 2 镇村公交线路通达率水平 镇村公交线路通达率达标水平 → 镇村公交线路通达率水平 [90, ]",
			},
		},
		{
			name: "re-based: level to growth is neither removed nor added",
			old:  rows(2030, "1||实际使用外资|万美元|||500|100"),
			new:  rows(2031, "1||实际使用外资增速|%|||15"),
			want: []string{"rebased 1 实际使用外资增速 实际使用外资（万美元） → 实际使用外资增速（%） [500, 100] 口径或单位改变，前后数值不可比"},
		},
		{
			name: "regrouped: the group's number alone does not count",
			old:  rows(2030, "1||粮食产量|万吨|四、安全||20", "2||森林覆盖率|%|三、生态||41"),
			new:  rows(2031, "1||粮食产量|万吨|三、安全||20", "2||森林覆盖率|%|二、治理||41"),
			want: []string{"regrouped 2 森林覆盖率 三、生态 → 二、治理 [41, ]"},
		},
		{
			name: "became binding",
			old:  rows(2030, "1||森林覆盖率|%|||41"),
			new:  rows(2031, "1||森林覆盖率|%||*|41"),
			want: []string{"regrouped 1 森林覆盖率 预期性 → 约束性 [41, ]"},
		},
		{
			name: "one of-which row takes another's place",
			old:  rows(2030, "1||固定资产投资增速|%|||7", "|1|制造业投资增速|%|||13|14"),
			new:  rows(2031, "1||固定资产投资增速|%|||7", "|1|民间投资增速|%|||8"),
			want: []string{"renamed  民间投资增速 制造业投资增速（%） → 民间投资增速（%） [13, 14] 其中项更换"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, c := range plan.Diff(tt.old, tt.new) {
				no := c.NewNo
				if c.Kind == plan.Removed {
					no = c.OldNo
				}
				s := fmt.Sprintf("%s %s %s %s → %s", c.Kind, no, c.Name, c.Old, c.New)
				if c.LastTarget+c.LastActual != "" {
					s += fmt.Sprintf(" [%s, %s]", c.LastTarget, c.LastActual)
				}
				got = append(got, strings.TrimRight(s+" "+c.Zh, " "))
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// TestDiffPlans holds that what the old report planned is set beside what the
// new one says was reached.
func TestDiffPlans(t *testing.T) {
	old := &plan.Plan{ExecutedYear: 2029, PlannedYear: 2030, Indicators: rows(2030, "1||粮食产量|万吨|||20")}
	new := &plan.Plan{ExecutedYear: 2030, PlannedYear: 2031,
		Indicators: append(rows(2030, "1||粮食产量|万吨|||20|21"), rows(2031, "1||粮食产量|万吨|||22")...)}
	changes := plan.DiffPlans(old, new)
	if len(changes) != 1 || changes[0].Kind != plan.Retarget || changes[0].LastActual != "21" {
		t.Errorf("got %+v", changes)
	}
	if len(old.Indicators[0].Measures[0].Facts) != 0 {
		t.Error("the old plan was changed")
	}
	// Two editions of one year's plan.
	changes = plan.DiffPlans(old, &plan.Plan{ExecutedYear: 2029, PlannedYear: 2030, Indicators: rows(2030, "1||粮食产量|万吨|||19")})
	if len(changes) != 1 || changes[0].Old != "20" || changes[0].New != "19" {
		t.Errorf("got %+v", changes)
	}
}
