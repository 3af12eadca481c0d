package monitor

import (
	"strings"
	"testing"
)

func TestProjects(t *testing.T) {
	may := Month(2026, 5)
	for _, c := range []struct {
		p     Project
		now   Period
		light Light
		want  string
	}{
		{Project{Start: may}, Month(2026, 4), Green, "未到时间"},
		{Project{Start: may}, Month(2026, 5), Yellow, "计划2026年5月（本月）开工，尚未开工。"},
		{Project{Start: may}, Month(2026, 6), Yellow, "连续2个月"},
		{Project{Start: may}, Month(2026, 7), Red, "连续3个月应开工未开工"},
		{Project{Start: Month(2025, 12)}, Month(2026, 2), Red, "连续3个月"},
		{Project{Start: may, Started: may}, Month(2026, 5), Green, "尚待入统"},
		{Project{Start: may, Started: may}, Month(2026, 6), Yellow, "开工后1个月尚未入统"},
		{Project{Start: may, Started: may}, Month(2026, 7), Red, "开工后2个月尚未入统"},
		{Project{Start: may, Started: may, InStatistics: Month(2026, 6)}, Month(2026, 9), Green, "已入统"},
		{Project{}, may, None, "没有排定开工月份"},
	} {
		if j := JudgeProject(c.p, c.now, Defaults()); j.Light != c.light || !strings.Contains(j.Zh, c.want) || j.En == "" {
			t.Errorf("%v in %s: %s %s", c.p, c.now, j.Light, j.Zh)
		}
	}
}
