package html

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gangmu/document"
)

// TestEncodingBehindScripts holds that the encoding is told from the first
// Chinese characters, however far behind scripts they stand.
func TestEncodingBehindScripts(t *testing.T) {
	page := "<html><head><script>" + strings.Repeat("var a = 1;\n", 8000) + "</script></head><body><p>" +
		strings.Repeat("云溪市地区生产总值增长百分之六，城镇新增就业一万人。", 20) + "</p></body></html>"
	data, err := simplifiedchinese.GB18030.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Read(context.Background(), []byte(data), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for b := range doc.Paragraphs() {
		if strings.HasPrefix(b.Text.S, "云溪市地区生产总值") {
			return
		}
	}
	t.Errorf("the text was not read as GB18030: %v", doc.Encoding)
}
