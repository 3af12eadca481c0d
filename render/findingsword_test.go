package render

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gangmu/document"
	"gangmu/document/docx/comment"
	"gangmu/document/docx/comment/commenttest"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/sample"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// commentedSample vets the sample report as a file of this name and reads the
// comments that come of it.
func commentedSample(t *testing.T, name string, data []byte) (Vetted, []commenttest.Comment) {
	t.Helper()
	ctx := context.Background()
	doc, err := open.Read(ctx, name, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	extracted, err := extract.Extract(ctx, doc)
	if err != nil {
		t.Fatal(err)
	}
	result, err := vet.Run(ctx, vet.NewReading(name, doc, extracted), nil, rules.All)
	if err != nil {
		t.Fatal(err)
	}
	v := Vetted{File: name, Document: doc, Result: result}
	out, err := FindingsWord(ctx, data, v, Commenting{})
	if err != nil {
		t.Fatal(err)
	}
	return v, commenttest.Of(t, out)
}

// Whatever file the report comes as, each finding stands on the words of its
// subject.
func TestCommentsStandOnTheirSubjects(t *testing.T) {
	for name, data := range map[string][]byte{"report.txt": []byte(sample.Text), "report.docx": sample.Docx} {
		v, comments := commentedSample(t, name, data)
		// The place of a table's row is its whole name cell, with the unit behind the name.
		for _, f := range v.Result.Findings {
			found := false
			for _, c := range comments {
				found = found || strings.HasSuffix(c.Text[0], f.Message.Zh) && strings.HasPrefix(c.On, strings.ReplaceAll(f.Marks[0].Text, "\n", ""))
			}
			if !found {
				t.Errorf("%s: no comment on %q: %s", name, f.Marks[0].Text, f.Message.Zh)
			}
		}
		if len(v.Result.Findings) == 0 {
			t.Errorf("%s: no findings", name)
		}
	}
}

// What the margin says.
func TestCommentsGolden(t *testing.T) {
	for _, l := range []Lang{Zh, En} {
		out, err := FindingsWord(context.Background(), nil, vetted(t), Commenting{Author: "张三", Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, c := range commenttest.Of(t, out) {
			fmt.Fprintf(&b, "【%s】 %s\n  %s\n\n", c.On, c.Author, strings.Join(c.Text, "\n  "))
		}
		golden(t, "comments."+string(l)+".txt", []byte(b.String()))
	}
}

func TestAcceptedAndKnownGetNoComment(t *testing.T) {
	v, _ := commentedSample(t, "report.docx", sample.Docx)
	for i := range v.Result.Findings {
		v.Result.Findings[i].Known = i%2 == 0
		if i%2 == 1 {
			v.Result.Findings[i].Accepted = &vet.Acceptance{Reason: "x"}
		}
	}
	out, err := FindingsWord(context.Background(), sample.Docx, v, Commenting{})
	if err != nil {
		t.Fatal(err)
	}
	if _, n, err := comment.Clear(context.Background(), out, document.Limits{}); n != 0 || err != nil {
		t.Errorf("%d comments, %v", n, err)
	}
}

// A finding without words of its own stands on its paragraph, and one with another
// file's words quotes them.
func TestCommentsWithoutWords(t *testing.T) {
	v, _ := commentedSample(t, "report.docx", sample.Docx)
	p := v.Document.Blocks[0].Text
	end := p.Span(len(p.S), len(p.S))
	v.Result.Findings = []vet.Finding{{Rule: "x", Severity: vet.Error, Message: vet.Words{Zh: "缺"}, Marks: []vet.Mark{
		{Span: end, Role: vet.Subject}, {File: "2029.docx", Span: end, Text: "去年", Role: vet.Evidence},
	}}}
	out, err := FindingsWord(context.Background(), sample.Docx, v, Commenting{})
	if err != nil {
		t.Fatal(err)
	}
	want := []commenttest.Comment{{On: p.S, Text: []string{"必须改：缺", "对照2029.docx：【去年】", "〔纲目：x〕"}}}
	if diff := cmp.Diff(want, commenttest.Of(t, out)); diff != "" {
		t.Error(diff)
	}
}
