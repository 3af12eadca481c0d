package pdf

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klippa-app/go-pdfium/requests"

	"gangmu/document"
	"gangmu/document/internal/page"
	"gangmu/document/internal/typeset"
)

// noted lists the annotations of a page: what they say, and on what.
func noted(t *testing.T, data []byte, index int) (out []string) {
	t.Helper()
	r, err := open(context.Background(), data, &purse{budget: document.NewBudget(document.Limits{})})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	this := requests.Page{ByIndex: &requests.PageByIndex{Document: r.file, Index: index}}
	count, err := r.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: this})
	if err != nil {
		t.Fatal(err)
	}
	text, err := r.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: this})
	if err != nil {
		t.Fatal(err)
	}
	for i := range count.Count {
		note, err := r.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: this, Index: i})
		if err != nil {
			t.Fatal(err)
		}
		says, err := r.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: note.Annotation, Key: "Contents"})
		if err != nil {
			t.Fatal(err)
		}
		box, err := r.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: note.Annotation})
		if err != nil {
			t.Fatal(err)
		}
		on, err := r.FPDFText_GetBoundedText(&requests.FPDFText_GetBoundedText{TextPage: text.TextPage,
			Left: float64(box.Rect.Left), Top: float64(box.Rect.Top), Right: float64(box.Rect.Right), Bottom: float64(box.Rect.Bottom)})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, on.Text+": "+says.Value)
	}
	return out
}

// An annotation stands on just the characters that it is about, the rest of the
// file stays, and another run replaces it.
func TestAnnotate(t *testing.T) {
	data := typeset.PDF([]page.Page{sheet("一季度，增长8%。").Page, sheet("二季度，增长9%。").Page}, typeset.GBK)
	text := read(t, data).Blocks[1].Text
	start := strings.Index(text.S, "增长")
	on := text.Source(start, start+len("增长9%"))
	once, err := Annotate(context.Background(), data, []Annotation{{On: on, Text: []string{"前后不一致", "请核对"}, Author: "纲目"}}, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(once, data) {
		t.Error("the file itself has changed")
	}
	if diff := cmp.Diff([]string{"增长9%: 前后不一致\n请核对"}, noted(t, once, 1)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(outline(t, read(t, data)), outline(t, read(t, once))); diff != "" {
		t.Errorf("reads differently: %s", diff)
	}
	twice, err := Annotate(context.Background(), once, nil, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if left := noted(t, twice, 1); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
