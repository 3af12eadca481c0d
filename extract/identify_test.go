package extract_test

import (
	"context"
	"strings"
	"testing"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/plan"
)

// planOfText reads a made-up report given as plain text.
func planOfText(t testing.TB, text string) *plan.Plan {
	t.Helper()
	doc, err := open.Read(context.Background(), "report.txt", []byte(text), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return planOf(t, doc)
}

func TestIdentify(t *testing.T) {
	tests := []struct {
		name, text        string
		title, region     string
		executed, planned int
	}{
		{
			name:  "plan report, title over two lines",
			text:  "关于江南省云溪市2030年国民经济和社会发展\n计划执行情况及2031年计划草案的报告\n——2031年1月9日在云溪市第六届人民代表大会第三次会议上\n各位代表：\n",
			title: "关于江南省云溪市2030年国民经济和社会发展计划执行情况及2031年计划草案的报告", region: "江南省云溪市", executed: 2030, planned: 2031,
		},
		{
			name:  "work report with its date and headings",
			text:  "政府工作报告\n——2031年1月9日在云溪市第六届人民代表大会第三次会议上\n市长 某某\n各位代表：\n一、2030年工作回顾\n二、2031年工作安排\n",
			title: "政府工作报告", region: "云溪市", executed: 2030, planned: 2031,
		},
		{
			name:  "given at the end of the year it reviews",
			text:  "政府工作报告\n——2030年12月20日在云溪市第六届人民代表大会第三次会议上\n各位代表：\n一、2030年工作回顾\n二、2031年主要任务\n",
			title: "政府工作报告", region: "云溪市", executed: 2030, planned: 2031,
		},
		{
			name:  "several years reviewed, date in Chinese digits",
			text:  "政府工作报告\n——二〇三一年一月九日在清河县第六届人民代表大会第一次会议上\n各位代表：\n一、过去五年和2030年工作回顾\n二、今后五年的目标任务\n三、2031年重点工作\n",
			title: "政府工作报告", region: "清河县", executed: 2030, planned: 2031,
		},
		{
			name:  "spaced title in markdown",
			text:  "---\ntitle: 2031年政府工作报告\n---\n\n**政**  **府**  **工**  **作**  **报**  **告**\n\n——2031年1月9日在云溪市第六届人民代表大会第三次会议上\n\n各位代表：\n",
			title: "2031年政府工作报告", region: "云溪市", executed: 2030, planned: 2031,
		},
		{
			name:  "title said twice in the page's data",
			text:  "---\ntitle: 2031年云溪市政府工作报告2031年云溪市政府工作报告\n---\n政府工作报告\n各位代表：\n",
			title: "2031年云溪市政府工作报告", region: "云溪市", executed: 2030, planned: 2031,
		},
		{
			name:  "communiqué: no planned year",
			text:  "云溪市2030年国民经济和社会发展统计公报\n云溪市统计局\n2031年3月1日\n",
			title: "云溪市2030年国民经济和社会发展统计公报", region: "云溪市", executed: 2030,
		},
		{
			name: "no report at all",
			text: "明天下午两点开会。\n请准时参加。\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := planOfText(t, tt.text)
			if p.Title != tt.title || p.Region != tt.region || p.ExecutedYear != tt.executed || p.PlannedYear != tt.planned {
				t.Errorf("got %q %q %d %d", p.Title, p.Region, p.ExecutedYear, p.PlannedYear)
			}
		})
	}
}

func TestGlossary(t *testing.T) {
	p := planOfText(t, "名 词 解 释\n\n1.一网通办：在一个网上办成。\n第二段。\n“三张清单”：即三张表。\n")
	var got []string
	for _, g := range p.Glossary {
		got = append(got, g.Term+"="+g.Text)
	}
	want := "一网通办=在一个网上办成。\n第二段。|“三张清单”=即三张表。"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}

func TestProjectBox(t *testing.T) {
	p := planOfText(t, `
	专栏3：2031年重点项目

	一、产业项目
开工：甲厂（一期、二期）、乙园区“三通一平”、丙中心等12个重点项目。
续建：城北第一片区（东）、第二片区（西）管网工程。
前期：丁桥；戊路

`)
	var got []string
	for _, it := range p.Projects {
		got = append(got, it.Box+" "+it.Section+" "+it.Stage+" "+it.Name)
	}
	want := []string{
		"3 一、产业项目 开工 甲厂（一期、二期）", "3 一、产业项目 开工 乙园区“三通一平”", "3 一、产业项目 开工 丙中心",
		"3 一、产业项目 续建 城北第一片区（东）、第二片区（西）管网工程", "3 一、产业项目 前期 丁桥", "3 一、产业项目 前期 戊路",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
