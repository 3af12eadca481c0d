package open_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/document/internal/typeset"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/quantity"
	"gangmu/span"
)

// TestSamePlan holds that a report gives the same plan in every format, apart
// from the places.
func TestSamePlan(t *testing.T) {
	dir := os.Getenv("GANGMU_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, "corpus", "tongliang-2024")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("skipped: %s is not there; set GANGMU_SHARED to the reference folder", dir)
	}
	want := planOf(t, filepath.Join(dir, "report.txt"))
	for _, name := range []string{"report.doc", "report.html", "report.odt", "report.pdf"} {
		t.Run(name, func(t *testing.T) { samePlan(t, want, planOf(t, filepath.Join(dir, name))) })
	}
	t.Run("ofd", func(t *testing.T) {
		report, err := docx.Read(context.Background(), []byte(readFile(t, filepath.Join(dir, "report.docx"))), document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		samePlan(t, want, planIn(t, typeset.OFD(typeset.Document(report))))
	})
	page := readFile(t, filepath.Join(dir, "report.html"))
	for name, site := range sites {
		t.Run(name, func(t *testing.T) {
			page := publish(page, site)
			samePlan(t, want, planIn(t, []byte(page)))
			page = strings.Replace(page, "utf-8", "gb2312", 1)
			data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(page))
			if err != nil {
				t.Fatal(err)
			}
			samePlan(t, want, planIn(t, data))
		})
	}
}

// sites are what sites put around a text, which stands at the $.
var sites = map[string]string{
	"named": `<div class="header"><ul class="nav"><li><a href="/">首页</a><li><a href="/zwgk">政务公开</a><li><a href="/fw">政务服务</a></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/gh">规划计划</a></div>
<div class="main"><h1>计划报告</h1><div class="info">发布时间：2032-01-20　来源：区发展改革委　【字体：<a href="#">大</a> <a href="#">中</a>】</div>
<div id="zoom">$</div><div class="share">分享到：<a href="#">微信</a></div></div>
<div class="footer">主办单位：云溪区人民政府　ICP备2032000001号　<a href="/map">网站地图</a></div><script>count("<p>不是正文。</p>")</script>`,
	"unnamed": `<div><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/fw">政务服务</a></div>
<div><div><p><a href="/1">区长信箱</a></p><p><a href="/2">统计公报</a></p><p><a href="/3">规划计划</a></p></div><div>$</div></div>
<div><a href="/about">关于我们</a> 版权所有 云溪区人民政府</div>`,
	"tables": `<table width=980><tr><td><a href="/">首页</a> | <a href="/zwgk">政务公开</a> | <a href="/fw">政务服务</a></td></tr></table>
<table width=980><tr><td width=200><table><tr><td><a href=1>区长信箱</a></td></tr><tr><td><a href=2>统计公报</a></td></tr><tr><td><a href=3>规划计划</a></td></tr></table></td>
<td><table><tr><td>【<a href="javascript:print()">打印</a>】</td></tr><tr><td>$</td></tr></table></td></tr></table><center>版权所有：云溪区人民政府</center>`,
	"bare": `$`,
}

// publish puts the text of a page into a site.
func publish(page, site string) string {
	head, rest, _ := strings.Cut(page, "<body>")
	text, foot, _ := strings.Cut(rest, "</body>")
	return head + "<body>" + strings.Replace(site, "$", text, 1) + "</body>" + foot
}

func samePlan(t *testing.T, want, got *plan.Plan) {
	t.Helper()
	diff := cmp.Diff(want, got,
		cmpopts.IgnoreTypes(span.Span{}),
		cmp.Comparer(func(a, b quantity.Number) bool { return a.String() == b.String() }))
	if diff != "" {
		t.Errorf("differs from the text:\n%s", diff)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func planOf(t *testing.T, path string) *plan.Plan {
	t.Helper()
	return planIn(t, []byte(readFile(t, path)))
}

func planIn(t *testing.T, data []byte) *plan.Plan {
	t.Helper()
	doc, err := open.Read(context.Background(), "", data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r.Plan
}
