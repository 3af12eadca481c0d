package render

import (
	"context"
	"fmt"

	"gangmu/document"
	"gangmu/document/docx"
	"gangmu/document/docx/comment"
	"gangmu/internal/layout"
	"gangmu/render/word"
	"gangmu/span"
	"gangmu/vet"
)

// Commenting says how findings become comments of a Word file.
type Commenting struct {
	Author string
	Lang   Lang
	Limits document.Limits
}

// FindingsWord returns a Word file of the report with what the rules say of it in
// the margin. data is the file of v.Document. If that is a Word file, the comments
// are put into it; it holds none of an earlier run (comment.Clear). Of any other
// file a new one is set. Findings that were accepted or are known are left out.
func FindingsWord(ctx context.Context, data []byte, v Vetted, c Commenting) ([]byte, error) {
	n := notes{excerpts: newExcerpts(v.Document), lang: c.Lang}
	doc := v.Document
	if doc.Format != "docx" {
		var err error
		if data, err = word.Write(doc); err != nil {
			return nil, err
		}
		if doc, err = docx.Read(ctx, data, c.Limits); err != nil {
			return nil, err
		}
		n.set = carry(v.Document, doc)
	}
	for _, f := range v.Result.Findings {
		if f.Open() {
			n.finding(f)
		}
	}
	initials := []rune(c.Author)
	return comment.Add(ctx, data, doc, n.comments, comment.Options{
		Author: c.Author, Initials: string(initials[:min(2, len(initials))]), Limits: c.Limits,
	})
}

// notes turns findings into comments.
type notes struct {
	excerpts
	lang     Lang
	set      carried // where the words stand in a new file; nil if they stay where they are
	comments []comment.Comment
}

// mostAnswers is up to how many places of the other side get a comment of their
// own; more would only repeat the list.
const mostAnswers = 3

// finding comments the first subject in full. If the finding asks for something
// to be done, further subjects get the sentence alone and the other side where its
// counterpart stands.
func (n *notes) finding(f vet.Finding) {
	subjects, evidence := byRole(f.Marks)
	if len(subjects) == 0 {
		return
	}
	title := n.title(f)
	n.comment(subjects[0], f.Rule, n.whole(title, f, subjects[1:], evidence))
	if f.Severity == vet.Info {
		return
	}
	for _, m := range subjects[1:] {
		n.comment(m, f.Rule, []string{title})
	}
	if len(evidence) > mostAnswers {
		return
	}
	for _, m := range evidence {
		if m.File == "" && !n.sameParagraph(m.Span, subjects[0].Span) {
			n.comment(m, f.Rule, []string{n.answer(subjects[0])})
		}
	}
}

func byRole(marks []vet.Mark) (subjects, evidence []vet.Mark) {
	for _, m := range marks {
		if m.Role == vet.Subject {
			subjects = append(subjects, m)
		} else {
			evidence = append(evidence, m)
		}
	}
	return subjects, evidence
}

func (n *notes) title(f vet.Finding) string {
	return SeverityWord(f.Severity, n.lang) + n.lang.pick("：", ": ") + n.lang.pick(f.Message.Zh, f.Message.En)
}

// whole is everything about a finding that its reader needs to decide; what
// printed numbers admit stands in the other outputs.
func (n *notes) whole(title string, f vet.Finding, more, evidence []vet.Mark) []string {
	said := []string{title}
	for _, m := range more {
		said = append(said, n.lang.pick("还有", "Also ")+n.quote(m))
	}
	for _, m := range evidence {
		said = append(said, n.lang.pick("对照", "Compare ")+n.quote(m))
	}
	if s := n.lang.pick(f.Basis.Zh, f.Basis.En); s != "" {
		said = append(said, n.lang.pick("依据：", "Basis: ")+s)
	}
	if f.Fix != "" {
		said = append(said, n.lang.pick("建议改为：", "Suggested: ")+f.Fix)
	}
	return said
}

// quote says where a mark stands, and quotes its words with what is around.
func (n *notes) quote(m vet.Mark) string {
	before, marked, after := n.around(m)
	return n.where(m) + n.lang.pick("：", ": ") + before + "【" + marked + "】" + after
}

// answer points from the other side to the comment on the subject.
func (n *notes) answer(subject vet.Mark) string {
	return fmt.Sprintf(n.lang.pick("请与%s的【%s】核对，见那里的批注。", "Check this against %s: 【%s】; see the comment there."),
		n.where(subject), cut(layout.Clean(subject.Text), columnsMarked))
}

// where is the heading or title over a mark, or the file that it is in.
func (n *notes) where(m vet.Mark) string {
	if m.File != "" {
		return layout.Clean(m.File)
	}
	found := n.Find(m.Span)
	if len(found) == 0 || found[0].Heading == "" || found[0].Heading == found[0].S {
		return n.lang.pick("正文", "the text")
	}
	return fmt.Sprintf(n.lang.pick("“%s”部分", "the part “%s”"), cut(layout.Clean(found[0].Heading), columnsMarked))
}

// comment puts a comment on the words of a mark; where it has none, on its
// paragraph.
func (n *notes) comment(m vet.Mark, rule string, said []string) {
	var on []document.Range
	for _, s := range n.Find(m.Span) {
		on = append(on, n.source(s)...)
	}
	if paragraphs := n.On(m.Span.Line); len(on) == 0 && len(paragraphs) > 0 {
		p := paragraphs[0]
		on = n.source(document.Stretch{Passage: p, End: len(p.S)})
	}
	n.comments = append(n.comments, comment.Comment{
		On: on, Text: said, Label: rule,
		Elsewhere: fmt.Sprintf(n.lang.pick("（Word 不能在文本框和脚注里加批注，所指的文字是：“%s”）", "(Word allows no comments in text boxes and notes. This is about: “%s”)"), cut(layout.Clean(m.Text), columnsMarked)),
	})
}

// source is the bytes on which a stretch stands in the file to be commented.
func (n *notes) source(s document.Stretch) []document.Range {
	if n.set != nil {
		return n.set.source(s)
	}
	return s.Source(s.Start, s.End)
}

func (n *notes) sameParagraph(a, b span.Span) bool {
	x, y := n.Find(a), n.Find(b)
	return len(x) > 0 && len(y) > 0 && x[0].Passage == y[0].Passage
}
