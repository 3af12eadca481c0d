package main

import (
	"cmp"
	"fmt"
	"io"

	"gangmu/document/docx/comment"
	"gangmu/document/open"
	"gangmu/internal/layout"
	"gangmu/render"
)

// comments writes the report with what the rules find as comments of a Word file
// or notes of a PDF file, in place of those of an earlier run.
func (c *vetCmd) comments(s *invocation) error {
	v, err := s.newVetting(c)
	if err != nil {
		return err
	}
	file := c.Files[0]
	var r *report
	err = s.rewritten(file, c.Out, func(data []byte) ([]byte, error) {
		if r, data, err = s.parseUncommented(file, data); err != nil {
			return nil, err
		}
		if c.Format == formatPDF && r.document.Format != "pdf" {
			return nil, &problem{
				Code: codeArguments,
				Zh:   "--format pdf 把批注写在 pdf 文件的副本里，这份报告不是 pdf。",
				En:   "--format pdf writes notes into a copy of a pdf file, and this report is none.",
			}
		}
		if err := v.examine(r); err != nil {
			return nil, err
		}
		write := render.FindingsWord
		if c.Format == formatPDF {
			write = render.FindingsPDF
		}
		return write(s.ctx, data, r.vetted, render.Commenting{Author: cmp.Or(c.Author, "纲目"), Lang: s.lang, Limits: s.limits()})
	})
	if err != nil {
		return err
	}
	for _, w := range r.warnings {
		s.note(file, w)
	}
	v.accepted.warnUnused(s)
	if name := v.nothing(r); name != "" {
		s.note(file, words[name])
		return errReported
	}
	if v.wrong.Load() {
		return errFindings
	}
	return nil
}

// parseUncommented reads a report; out of a Word file it first takes the comments
// of an earlier run. It returns the bytes that it has read in the end.
func (s *invocation) parseUncommented(file string, data []byte) (*report, []byte, error) {
	r, err := s.parse(file, data)
	if err != nil || r.document.Format != "docx" {
		return r, data, err
	}
	cleared, old, err := comment.Clear(s.ctx, data, s.limits())
	if err != nil || old == 0 {
		return r, data, err
	}
	r, err = s.parse(file, cleared)
	return r, cleared, err
}

// clear writes a Word file without the comments that vet put into it.
func (c *vetCmd) clear(s *invocation) error {
	file := c.Files[0]
	n := 0
	err := s.rewritten(file, c.Out, func(data []byte) (out []byte, err error) {
		doc, err := open.Read(s.ctx, file, data, s.limits())
		if err != nil {
			return nil, err
		}
		if doc.Format != "docx" {
			return nil, &problem{
				Code: codeArguments,
				Zh:   "只有 docx 文件里有批注可清除。",
				En:   "only a docx file holds comments that can be cleared.",
			}
		}
		out, n, err = comment.Clear(s.ctx, data, s.limits())
		return out, err
	})
	if err == nil {
		s.note(file, both{fmt.Sprintf("清除了 %d 条批注，其他批注都保留。", n), fmt.Sprintf("%d comments were cleared; all others are kept.", n)})
	}
	return err
}

// rewritten makes the file out of a single file.
func (s *invocation) rewritten(file, out string, change func(data []byte) ([]byte, error)) error {
	w, err := s.openOutput(out, []string{file})
	if err != nil {
		return err
	}
	defer w.discard()
	data, err := s.load(file)
	if err == nil {
		data, err = change(data)
	}
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	if err != nil {
		return about(layout.Clean(file), err)
	}
	if _, err := w.Write(data); err != nil {
		return wrapOutput(out, err)
	}
	return w.commit()
}

// note says something about an input on stderr.
func (s *invocation) note(file string, text both) {
	_, _ = io.WriteString(s.Stderr, fmt.Sprintf("gangmu: %s: %s\n", layout.Clean(file), text.in(s.lang)))
}

// checkComments refuses arguments of vet that do not go together.
func (c *vetCmd) checkComments(s *invocation) error {
	wrong := func(zh, en string) error { return &problem{Code: codeArguments, Zh: zh, En: en} }
	word := c.Format == formatDocx || c.Format == formatPDF || c.Clear
	switch {
	case !word && c.Author != "":
		return wrong("--author 是批注的作者，请同时写 --format docx 或 pdf。", "--author names the author of comments: add --format docx or pdf.")
	case !word:
		return nil
	case c.Clear && c.Format != formatText && c.Format != formatDocx:
		return wrong("--clear 清除 Word 批注，不能与其他输出格式同用。", "--clear takes Word comments out and goes with no other format.")
	case len(c.Files) > 1:
		return wrong("批注一次只写一个文件，请逐个运行。", "comments go into one file at a time: run once for each.")
	case c.Out == "" && s.StdoutTerminal:
		return wrong("带批注的文件不能显示在屏幕上，请用 -o 给出文件名。", "a file with comments cannot be shown on the screen: name a file with -o.")
	}
	return nil
}
