package web_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"gangmu/office"
)

// workbook is the workbook at an address after somebody filled in cells.
func (v *visitor) workbook(path string, cells map[string]string) []byte {
	v.t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader([]byte(v.get(path).sees(200).body)))
	ok(v.t, err)
	defer f.Close()
	for at, value := range cells {
		ok(v.t, f.SetCellStr(f.GetSheetName(0), at, value))
	}
	var b bytes.Buffer
	ok(v.t, f.Write(&b))
	return b.Bytes()
}

// TestSheetAsWorkbook: a sheet goes out as a workbook and comes back; what somebody
// else was first with is shown with both figures; a file stays beside its cell.
func TestSheetAsWorkbook(t *testing.T) {
	_, all := demoWorld(t)
	const sheet = "/sheets/999901-2026/999901.nyj/2026-Q3"
	reporter, leader := all[office.Reporter], all[office.Leader]
	first := reporter.workbook(sheet+"/template", map[string]string{"F4": "4.1"})
	second := reporter.workbook(sheet+"/template", map[string]string{"F4": "4.3", "F5": "6.9"})
	reporter.sendFile(sheet+"/workbook", first).sees(200, `value="4.1"`)
	reporter.sendFile(sheet+"/workbook", second).sees(409, "4.1", "4.3")
	reporter.get(sheet).sees(200, `value="4.1"`, `value="6.9"`)
	reporter.sendFile(sheet+"/workbook", []byte("x")).sees(422, "模板")
	leader.sendFile(sheet+"/workbook", first).sees(403)

	row := reporter.get(sheet).find(`<option value="(\d+/999901)">农业增加值增速`)
	reporter.sendFile(sheet+"/evidence", []byte("<script>"), "row", row, "", "调查表.html").sees(200, "调查表.html", `value="4.1"`)
	file := reporter.find(`href="(/sheets/[^"]+/files/[0-9a-f]{64})"`)
	if leader.get(file); leader.body != "<script>" || leader.header.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("%q as %s", leader.body, leader.header.Get("Content-Type"))
	}
}

// TestAssignAsWorkbook: the table of assignments comes back filled in.
func TestAssignAsWorkbook(t *testing.T) {
	_, all := demoWorld(t)
	const assign = "/assign/999901-2026"
	planner := all[office.PlanOffice]
	data := planner.workbook(assign+"/template", map[string]string{"K4": "省统计联网直报"})
	planner.sendFile(assign+"/workbook", data).sees(200, "省统计联网直报")
	planner.sendFile(assign+"/workbook", data).sees(422, "已被别人改过")
	all[office.Reporter].get(assign + "/template").sees(403)
}
