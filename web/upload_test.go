package web_test

import (
	"testing"

	"gangmu/office"
	"gangmu/web/internal/badfile"
)

// Whatever is handed in, the page says what is wrong with it and what to do.
func TestBadUploads(t *testing.T) {
	v := newWorld(t).settle()[office.PlanOffice]
	for _, f := range badfile.All(sampleReport(t)) {
		v.upload("", f.Name, f.Data)
		if f.Code == "" {
			v.sees(200, "必须改")
			continue
		}
		v.sees(200, f.Name, "读不了", f.Zh)
	}
	v.upload("", "空.docx", nil).sees(422, "文件是空的", "上传")
	v.upload("", "", []byte("x")).sees(422, "请选择要上传的文件")
	v.upload("", "大.docx", make([]byte, badfile.Largest+1<<20)).sees(413, "64 MB")
	v.upload("none", "报告.docx", sampleReport(t)).sees(404)
	v.get("/drafts").sees(200, "读不了")
}
