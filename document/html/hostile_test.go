package html

import (
	"context"
	"strings"
	"testing"
	"time"

	"gangmu/document"
)

func TestLimits(t *testing.T) {
	for name, test := range map[string]struct {
		page   string
		limits document.Limits
	}{
		"paragraphs": {strings.Repeat("<p>甲", 11), document.Limits{Blocks: 10}},
		"elements":   {strings.Repeat("<b>甲</b>", 2000), document.Limits{Places: 1000}},
		"entities":   {"<p>" + strings.Repeat("&lt;甲", 2000), document.Limits{Places: 1000}},
		"cells":      {"<table>" + strings.Repeat("<tr><td>甲<td>乙", 6), document.Limits{Cells: 10}},
		"spans":      {"<table>" + strings.Repeat("<tr><td colspan=1000>甲<td>乙", 6), document.Limits{Cells: 5000}},
		"grid":       {"<table><tr>" + strings.Repeat("<td>甲", 60) + strings.Repeat("<tr><td>乙", 100), document.Limits{Cells: 1000}},
		"bytes":      {"<p>" + strings.Repeat("甲", 2000), document.Limits{Expanded: 1000}},
	} {
		if _, err := Read(context.Background(), []byte(test.page), test.limits); codeOf(err) != document.CodeTooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Elements beyond the depth limit are passed over, their text is not.
func TestDepth(t *testing.T) {
	page := strings.Repeat("<div><b>", 100_000) + "甲" + strings.Repeat("<table><tr><td>", 1000) + "乙"
	doc := read(t, page)
	if got := outline(doc); !strings.Contains(got, "甲") || !strings.Contains(got, "乙") {
		t.Error(got)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, []byte("<p>甲"), document.Limits{}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// Pages that are made to cost much are read or refused in time.
func TestHostile(t *testing.T) {
	const times = 100_000
	for name, page := range map[string]string{
		"open tags":      strings.Repeat("<p><b><i>", times) + "甲",
		"end tags":       strings.Repeat("<div>", 500) + strings.Repeat("</i></b></p>", times) + "甲",
		"tables":         strings.Repeat("<table><tr><td>甲", times),
		"sibling tables": strings.Repeat("<table><tr><td>甲</table>", times/4),
		"rows":           "<table>" + strings.Repeat("<tr><td rowspan=9>甲", times),
		"lists":          "<ol>" + strings.Repeat("<li>甲", times),
		"links":          strings.Repeat("<a href=x>甲", times),
		"comments":       strings.Repeat("<!--", times) + "甲",
		"titles":         strings.Repeat("<title>", times) + "甲",
		"entities":       strings.Repeat("&", times) + strings.Repeat("&lt", times),
		"breaks":         "甲" + strings.Repeat("<br>", times) + "乙",
		"angles":         strings.Repeat("<", times) + "甲",
		"attributes":     "<p " + strings.Repeat("class=a ", times) + ">甲",
		"names":          strings.Repeat("<div class='nav-top-zoom'>", times) + "甲",
		"headings":       "<title>关于计划的报告</title>" + strings.Repeat("<h1>", times) + "甲",
		"solid":          strings.Repeat("<div>", 400) + strings.Repeat("<div><p>"+strings.Repeat("甲", 50)+"。</p><a href=x>乙</a></div>", times/20),
	} {
		start := time.Now()
		_, err := Read(context.Background(), []byte(page), document.Limits{})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if err != nil && codeOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
