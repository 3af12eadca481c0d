package web_test

import (
	"context"
	"html"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gangmu/office"
)

// The tenth month in a browser: a paste from a spreadsheet, a wrong cell that says
// so, submit, return, correct, review, confirm; the light follows, and the page as
// of before still shows the earlier one.
func TestMonthInABrowser(t *testing.T) {
	w, all := demoWorld(t)
	const sheet, watch = "/sheets/999901-2026/999901.nyj/2026-Q3", "/watch/999901-2026"
	reporter, reviewer, leader := all[office.Reporter], all[office.Reviewer], all[office.Leader]
	leader.get(watch + "?q=农业增加值增速")
	farming := leader.find(`href="(/watch/999901-2026/\d+)">农业增加值增速`)
	leader.get(farming).sees(200, "未报", "三季度数应于10月25日前报送，尚未收到")

	ctx := window(t, reporter)
	ok(t, chromedp.Do(ctx, chromedp.Navigate(w.URL+sheet), chromedp.WaitVisible(`form.grid input[name^="v "]`)))
	paste(t, ctx, "4.1\r\n690\r\n")
	ok(t, chromedp.Do(ctx, chromedp.WaitVisible(`.pasted button.primary`)))
	if n := evaluate[int](t, ctx, `document.querySelectorAll("input.changed").length`); n != 2 {
		t.Errorf("the paste shows %d changed cells before it is saved", n)
	}
	if reporter.get(sheet); len(reporter.body) == 0 || reporter.has(`value="690"`) {
		t.Error("the paste was saved before anybody took it")
	}
	ok(t, chromedp.Do(ctx, chromedp.Click(`.pasted button.primary`), chromedp.WaitVisible(`.said li`)))
	if said := evaluate[string](t, ctx, `document.querySelector(".said li").textContent`); said != "增速690%超出常见范围，请核对是不是填了总量。" {
		t.Errorf("the wrong cell says %q", said)
	}
	reporter.post(sheet+"/submit").sees(422, "农村居民人均可支配收入增速", "请更正")

	second := `form.grid tr:nth-child(2) input[name^="v "]`
	emptied := "document.querySelector('" + second + "').value = '', true"
	evaluate[bool](t, ctx, emptied)
	ok(t, chromedp.Do(ctx, chromedp.SendKeys(second, "6.7\r")))
	until(t, ctx, `document.querySelectorAll(".said li").length === 0 && document.querySelector("form.grid output").textContent.startsWith("已保存")`)
	ok(t, chromedp.Do(ctx, chromedp.Click(`button[formaction$="/submit"]`), chromedp.WaitNotPresent(`form.grid input[name^="v "]`)))
	reporter.get(sheet).sees(200, "待审核", "确认后的变化")
	reporter.post(sheet + "/review").sees(403)

	reviewer.get(sheet)
	reviewer.post(sheet+"/return", "reason", "居民收入应为6.9").sees(200, "已退回", "居民收入应为6.9")
	ok(t, chromedp.Do(ctx, chromedp.Navigate(w.URL+sheet), chromedp.WaitVisible(second)))
	evaluate[bool](t, ctx, emptied)
	ok(t, chromedp.Do(ctx, chromedp.SendKeys(second, "6.9"),
		chromedp.Click(`button[formaction$="/submit"]`), chromedp.WaitNotPresent(`form.grid input[name^="v "]`)))
	leader.post(sheet+"/confirm").sees(409, "不能这样办理")
	reviewer.post(sheet+"/review").sees(200, "待确认")
	seq := w.lastSeq()
	before := leader.get(farming).sees(200, "未报").body
	leader.post(sheet+"/confirm").sees(200, "已确认")
	leader.get(farming).sees(200, "正常", "目标4%，1—9月4.1%，高0.1个百分点", "4.1")
	if leader.body == before {
		t.Error("the light did not change")
	}
	reporter.get(sheet)
	if reporter.has("<input name=\"v ") {
		t.Error("a confirmed sheet can still be filled in")
	}
	reporter.post(sheet+"/submit").sees(409, "已确认")
	leader.get(farming+"?asof="+seq).sees(200, "未报", "三季度数应于10月25日前报送，尚未收到")
}

// What saves while one types keeps the evidence of the cell.
func TestEvidenceStaysWhileOneTypes(t *testing.T) {
	w, all := demoWorld(t)
	const sheet = "/sheets/999901-2026/999901.nyj/2026-Q3"
	reporter := all[office.Reporter]
	reporter.get(sheet)
	reporter.sendFile(sheet+"/evidence", []byte("x"), "row", reporter.find(`name="v (\d+/999901)"`), "", "调查表.txt").sees(200, "调查表.txt")
	ctx := window(t, reporter)
	first := `form.grid tr:nth-child(1) input[name^="v "]`
	ok(t, chromedp.Do(ctx, chromedp.Navigate(w.URL+sheet), chromedp.WaitVisible(first), chromedp.SendKeys(first, "4.1\r")))
	until(t, ctx, `document.querySelector("form.grid output").textContent.startsWith("已保存")`)
	reporter.get(sheet).sees(200, `value="4.1"`, "调查表.txt")
}

// Somebody takes an indicator on, an indicator that nobody had is assigned, and a
// person hands over what is his.
func TestAssignOnPages(t *testing.T) {
	_, all := demoWorld(t)
	planner, reporter := all[office.PlanOffice], all[office.Reporter]
	reporter.get("/tasks").sees(200, "待认领", "耕地保有量")
	reporter.post("/tasks/999901-2026/accept", "row", reporter.find(`name="row" value="([^"]+)"`))
	if reporter.get("/tasks"); reporter.has("耕地保有量") {
		t.Error("what was accepted still waits")
	}
	planner.get("/watch/999901-2026?light=unowned").sees(200, "银行业金融机构不良贷款率", "未分解")
	row := planner.find(`href="/watch/999901-2026/(\d+)"[^>]*>银行业`) + "/999901"
	planner.post("/assign/999901-2026", "owner "+row, "区财政局", "person "+row, "没有这个人", "frequency "+row, "quarter", "kind "+row, "ceiling").sees(422, "没有这个责任人")
	planner.post("/assign/999901-2026", "owner "+row, "区财政局", "person "+row, "罗田（示例） tianbao", "frequency "+row, "quarter", "kind "+row, "ceiling").sees(200, "待认领")
	reporter.get("/tasks").sees(200, "银行业金融机构不良贷款率")
	planner.post("/assign/999901-2026/hand-over", "from", "罗田（示例） tianbao", "to", "苏禾（示例） shenhe", "reason", "").sees(422, "请写明理由")
	planner.post("/assign/999901-2026/hand-over", "from", "罗田（示例） tianbao", "to", "苏禾（示例） shenhe", "reason", "借调").sees(200, "分解任务")
	all[office.Reviewer].get("/tasks").sees(200, "待认领", "耕地保有量", "银行业金融机构不良贷款率")
	reporter.post("/assign/999901-2026", "owner "+row, "区财政局").sees(403)
}

// has reports that the page holds a text.
func (v *visitor) has(text string) bool { return strings.Contains(html.UnescapeString(v.body), text) }

// until waits for something to be so on the page.
func until(t *testing.T, ctx context.Context, js string) {
	t.Helper()
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](js)); err != nil {
		t.Fatalf("%s: %v", js, err)
	}
}

// paste gives the first cell of the grid what a spreadsheet copies.
func paste(t *testing.T, ctx context.Context, text string) {
	t.Helper()
	evaluate[bool](t, ctx, `(() => {
		const data = new DataTransfer();
		data.setData("text/plain", `+strconv.Quote(text)+`);
		const cell = document.querySelector('form.grid input[name^="v "]');
		cell.focus();
		return cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
	})()`)
}
