package document_test

import (
	"context"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"gangmu/document"
	"gangmu/document/open"
)

const indexed = `标题
一、工作　完成60%，比上年提高1.2个百分点。
| 序号 | 指标 | 完成 |
| --- | --- | --- |
| 1 | 增速（%） | 5.9 |
第二段，字符𠮷在这里。
`

// Every stretch is found again from its span.
func TestIndexFindsWhatASpanNames(t *testing.T) {
	doc, err := open.Read(context.Background(), "a.txt", []byte(indexed), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var texts []document.Text
	for b := range doc.Paragraphs() {
		texts = append(texts, b.Text)
	}
	x := document.NewIndex(doc)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(texts).Draw(t, "text")
		boundary := rapid.Custom(func(t *rapid.T) int {
			i := rapid.IntRange(0, len(text.S)).Draw(t, "at")
			for i < len(text.S) && !utf8.RuneStart(text.S[i]) {
				i++
			}
			return i
		})
		a, b := boundary.Draw(t, "a"), boundary.Draw(t, "b")
		start, end := min(a, b), max(a, b)
		if start == end {
			return
		}
		got := x.Find(text.Span(start, end))
		if len(got) != 1 || got[0].String() != text.S[start:end] || got[0].Text.Whole() != text.Whole() {
			t.Fatalf("%q at %+v: found %v", text.S[start:end], text.Span(start, end), got)
		}
	})
}

func TestIndexFindsASpanOverParagraphs(t *testing.T) {
	doc, err := open.Read(context.Background(), "a.txt", []byte("甲一\n乙二\n丙三\n"), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var texts []document.Text
	for b := range doc.Paragraphs() {
		texts = append(texts, b.Text)
	}
	s := texts[0].Span(len("甲"), len("甲一"))
	s.EndLine, s.EndColumn = 3, 2
	words := ""
	x := document.NewIndex(doc)
	for _, f := range x.Find(s) {
		words += f.String() + "|"
	}
	if words != "一|乙二|丙|" {
		t.Errorf("found %q", words)
	}
	s.Line, s.EndLine = 9, 9
	if got := x.Find(s); got != nil {
		t.Errorf("found %v where nothing is", got)
	}
}
