package web_test

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"gangmu/office"
)

func sampleReport(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../sample/report.docx")
	ok(t, err)
	return data
}

// From the file to the plan of the year, without scripts.
func TestFromReportToPlan(t *testing.T) {
	all := newWorld(t).settle()
	v := all[office.PlanOffice]
	v.get("/plan").sees(200, "还没有年度计划")
	v.upload("", "报告.docx", sampleReport(t)).sees(200, "青禾区2025年国民经济和社会发展计划执行情况", "必须改", "全文数字")
	version := v.path
	draft := strings.TrimSuffix(version, "/1")

	// A finding is accepted with a reason.
	fingerprint := v.find(`name="fingerprint" value="([^"]+)"`)
	v.post(version+"/accept", "fingerprint", fingerprint, "no", "1", "reason", "").sees(422, "理由")
	v.post(version+"/accept", "fingerprint", fingerprint, "no", "1", "reason", "口径不同，已在备注说明").sees(200, "口径不同，已在备注说明", "已接受")
	v.post(version+"/reopen", "fingerprint", fingerprint, "no", "1", "reason", "").sees(422, "理由")
	v.post(version+"/reopen", "fingerprint", fingerprint, "no", "1", "reason", "备注里没有说明").sees(200)
	if strings.Contains(v.body, "口径不同，已在备注说明") {
		t.Error("what was taken up again is still accepted")
	}
	v.post(version+"/accept", "fingerprint", fingerprint, "no", "1", "reason", "口径不同，已在备注说明").sees(200, "撤回接受")

	// It can be taken along.
	for format, begin := range map[string]string{"docx": "PK", "xlsx": "PK", "json": "{", "source": "PK"} {
		v.get(version + "/as/" + format).sees(200)
		if !strings.HasPrefix(v.body, begin) || !strings.HasPrefix(v.header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %.20q %s", format, v.body, v.header.Get("Content-Disposition"))
		}
	}
	v.get(version + "/as/pdf").sees(404)

	// The next version: what changed.
	v.upload(strings.TrimPrefix(draft, "/drafts/"), "报告2.docx", sampleReport(t)).sees(200, "口径不同，已在备注说明", "与上一稿相比")
	v.get(draft+"/compare?old=1&new=2").sees(200, "新出现的问题（0）", "两稿的计划没有差别")
	v.get(draft).sees(200, "报告.docx", "报告2.docx", "第1稿到第2稿的变化")

	// What was read is corrected, then adopted.
	v.get(version+"/plan?row=0").sees(200, "地区生产总值增速", "更正：")
	v.post(version+"/plan", "row", "0", "field", "owner", "value", "区发展改革委", "reason", "按分工").sees(200, "已更正", "按分工")
	v.post(version+"/adopt", "year", "2026", "session", "", "date", "2026-01-16").sees(422, "会次")
	v.post(version+"/adopt", "year", "2026", "session", "区第二届人民代表大会第六次会议", "date", "2026-01-16").sees(200, "2026年计划", "约束性")
	if v.path != "/plan/root-2026" {
		t.Errorf("the plan is at %s", v.path)
	}
	v.post(version+"/adopt", "year", "2026", "session", "第六次会议", "date", "2026-01-16").sees(409, "已经确定，不能改动")

	testPlan(t, all)
}

// testPlan is about the adopted plan of the sample.
func testPlan(t *testing.T, all map[office.Role]*visitor) {
	v := all[office.PlanOffice]
	const plan = "/plan/root-2026"
	v.get(plan+"?verdict=missed").sees(200, "规上工业企业利润增速", "未达预期")
	if strings.Contains(plain(v.body), "人均地区生产总值") {
		t.Error("what was met is shown among what was missed")
	}
	v.get(plan+"?sort=name&format=csv").sees(200, "规上工业企业利润增速,%")
	v.get(plan+"/diff").sees(200, "目标调整")

	// An indicator, last year's row of it, and a correction: the older figure is
	// still told as of before.
	v.get(plan + "?q=规上工业企业利润增速")
	v.get(v.find(`href="(/plan/root-2026/\d+)"`)).sees(200, "历年", "低于目标", "区第二届人民代表大会第六次会议")
	this := v.path
	last := v.find(`href="(/plan/root-2026/\d+)">看上年这一行`)
	v.get(last).sees(200, "更正完成情况", "2.1", "来源：报告.docx")
	v.post(last+"/correct", "value", "2.4", "source", "年报", "reason", "").sees(422, "理由")
	v.post(last+"/correct", "value", "2.4", "source", "年报", "reason", "年报核定").sees(200, "2.4", "来源：年报", "理由：年报核定")
	v.get(v.find(`href="([^"]+)">看变动前`)).sees(200, "所知", "回到现在", "2.1")
	if strings.Contains(plain(v.body), "2.4") {
		t.Error("as of before the correction it is shown")
	}
	v.post(this+"/adjust", "target", "7", "document", "区人大常委会决议", "date", "2026-07-30", "reason", "市场变化").sees(200, "计划调整（区人大常委会决议）", "理由：市场变化")

	// Others read, and change nothing.
	leader := all[office.Leader]
	leader.get(plan).sees(200, "已调整")
	leader.get(last).sees(200, "2.4")
	if strings.Contains(leader.body, "更正完成情况") {
		t.Error("a leader is offered a correction")
	}
	leader.post(last+"/correct", "value", "3", "source", "x", "reason", "x").sees(403)
	all[office.Audit].get(plan).sees(403)
	all[office.Audit].get("/audit?q=实绩").sees(200)
}

func TestBadFiles(t *testing.T) {
	v := newWorld(t).settle()[office.PlanOffice]
	v.upload("", "", nil).sees(422, "请选择要上传的文件")
	v.upload("", "空.docx", nil).sees(422, "文件是空的")
	for name, data := range map[string]string{"图片.png": "\x89PNG\r\n\x1a\n", "破.docx": "PK\x03\x04 broken", "旧.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"} {
		v.upload("", name, []byte(data)).sees(200, "读不了", "上传新的一稿")
	}
	v.get("/drafts").sees(200, "读不了", "图片.png")
	v.upload("", "大.txt", make([]byte, 65<<20)).sees(413, "超过上限")
}

// A plan that is typed, or filled into a workbook: what is wrong is said at its
// cell before anything is kept; then it is adopted like one that was read.
func TestTypedPlan(t *testing.T) {
	w := newWorld(t)
	all := w.settle()
	v := all[office.PlanOffice]
	v.get("/plan/new?year=2027").sees(200, "录入年度计划", "下载模板")
	fields := []string{"nos", "names", "units", "natures", "targets", "lasttargets", "lastactuals", "owners", "sections"}
	form := func(do string, rows ...[]string) (pairs url.Values) {
		pairs = url.Values{"do": {do}, "unit": {"root"}, "year": {"2027"}, "session": {"第七次会议"}, "date": {"2027-01-16"}}
		for _, row := range rows {
			for i, f := range fields {
				pairs.Add(f, row[i])
			}
		}
		return pairs
	}
	good := []string{"1", "粮食产量", "万吨", "约束性", "≥18", "≥17", "17.6", "农业农村局", "一、农业"}
	part := []string{"", "稻谷", "万吨", "", "12", "", "", "", ""}
	bad := []string{"1", "", "", "必须", "", "", "", "", ""}
	blank := make([]string, len(fields))
	v.send("/plan/new", form("adopt", good, part, bad)).sees(422, "没有保存", "第3行 指标：缺指标名称", "序号与第1行重复", `href="#name3"`, `id="name3"`, "稻谷")
	v.get("/plan").sees(200, "还没有年度计划")
	v.send("/plan/new", form("check", good, blank, part)).sees(200, "共2行，没有发现问题", "批准会议")
	v.send("/plan/new", url.Values{"names": {"x", "y"}, "nos": {"1"}}).sees(422, "没有完整收到")
	v.send("/plan/new", form("adopt", good, part)).sees(200, "粮食产量", "≥18", "超额完成", "1")
	if v.path != "/plan/root-2027" {
		t.Fatalf("the plan is at %s", v.path)
	}
	// The template for the next year has what there is of this one.
	v.get("/plan/new/template?unit=root&year=2028").sees(200)
	template := v.body
	v.sendFile("/plan/new/file", []byte(template), "unit", "root", "year", "2028").sees(200, "粮食产量", "≥18", "没有目标")
	v.sendFile("/plan/new/file", sampleReport(t), "unit", "root", "year", "2028").sees(422, "工作簿")
	all[office.Leader].get("/plan/new").sees(403)
	all[office.Leader].send("/plan/new", form("adopt", good)).sees(403)
}
