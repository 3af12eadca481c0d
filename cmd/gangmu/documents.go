package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"

	"gangmu/internal/layout"
	"gangmu/render"
)

// printer turns a plan read from a report into the bytes of a result.
type printer struct {
	// examine looks at a report before it is printed; it may be nil.
	examine func(p *report) error
	json    func(w io.Writer, file string, p *report) error
	text    func(w io.Writer, p *report) error
	// listed prints the JSON of a single file as a list too.
	listed bool
	// nothing names the note for a report without anything to print; "" when there is.
	nothing func(p *report) string
	// appendix says behind several documents what they say together; in JSON it
	// prints further fields. It may be nil.
	appendix func(w io.Writer, format outputFormat, all []*report) error
	// whole are the formats in which all files together make one result.
	whole map[outputFormat]func(w io.Writer, all []*report) error
}

// formats are those that p prints, in the order in which they are named.
func (p printer) formats() []outputFormat {
	return append([]outputFormat{formatText, formatJSON}, slices.Sorted(maps.Keys(p.whole))...)
}

// outcome is what became of one input.
type outcome struct {
	report *report  // nil when failed
	body   []byte   // for stdout
	notes  []string // for stderr
	failed bool
}

// documents reads files, prints each with pr in argument order and fails with
// errReported when one of them could not be used.
func (s *invocation) documents(files []string, format outputFormat, out string, pr printer) error {
	if err := format.check(pr.formats()...); err != nil {
		return err
	}
	if i := slices.Index(files, stdio); i >= 0 && slices.Contains(files[i+1:], stdio) {
		return stdinTwice()
	}
	w, err := s.openOutput(out, files)
	if err != nil {
		return err
	}
	defer w.discard()

	failed, notes, err := s.printAll(w, files, format, pr)
	if err := s.ctx.Err(); err != nil {
		return err
	}
	_, _ = io.WriteString(s.Stderr, notes)
	if err != nil {
		return err
	}
	if failed == len(files) && w.file != nil {
		return errReported // an older result is not replaced by nothing
	}
	if err := w.commit(); err != nil {
		return err
	}
	if failed > 0 {
		return errReported
	}
	return nil
}

// printAll writes every result to w; it returns how many inputs failed and the
// notes for stderr, which wait until the bar is gone.
func (s *invocation) printAll(w *output, files []string, format outputFormat, pr printer) (failed int, notes string, err error) {
	bar := startProgress(s.progressWriter(w.file == nil), len(files), words["progress"].in(s.lang))
	list := resultList{w: w, format: format, total: len(files), listed: pr.listed && format == formatJSON}
	work := func(i int) outcome {
		defer bar.add()
		return s.document(files[i], len(files) > 1 || pr.listed, format, pr)
	}
	var all []*report
	for i, o := range inOrder(len(files), work) {
		if pr.whole[format] == nil {
			list.add(files[i], o.body)
		}
		for _, note := range o.notes {
			notes += fmt.Sprintf("gangmu: %s: %s\n", layout.Clean(files[i]), note)
		}
		if o.failed {
			failed++
		} else {
			all = append(all, o.report)
		}
	}
	bar.close()
	switch whole := pr.whole[format]; {
	case whole != nil && len(all) > 0:
		err = whole(w, all)
	case whole == nil:
		err = list.close(pr.appendix, all)
	}
	return failed, notes, err
}

// document reads and prints one input. Whatever goes wrong with one file stays
// with that file.
func (s *invocation) document(file string, several bool, format outputFormat, pr printer) (o outcome) {
	named := ""
	if several {
		named = file
	}
	fail := func(err error) outcome {
		p := problemOf(err)
		o := outcome{notes: []string{p.text(s.lang)}, failed: true}
		if format == formatJSON {
			var b bytes.Buffer
			_ = render.FailureJSON(&b, named, render.Failure{Code: p.Code, Message: p.text(s.lang)})
			o.body = b.Bytes()
		}
		return o
	}
	defer func() {
		if r := recover(); r != nil {
			o = fail(fmt.Errorf("%v", r))
		}
	}()

	r, err := s.read(file)
	if err != nil {
		return fail(err)
	}
	if pr.examine != nil {
		if err := pr.examine(r); err != nil {
			return fail(err)
		}
	}
	var b bytes.Buffer
	switch format {
	case formatJSON:
		err = pr.json(&b, named, r)
	case formatText:
		err = pr.text(&b, r)
	}
	if err != nil {
		return fail(err)
	}
	o.report, o.body = r, b.Bytes()
	name := pr.nothing(r)
	r.document, r.extracted = nil, nil // only the plan is kept
	if pr.whole[format] == nil {
		r.vetted = render.Vetted{}
	}
	for _, w := range r.warnings {
		o.notes = append(o.notes, w.in(s.lang))
	}
	if name != "" {
		o.notes = append(o.notes, words[name].in(s.lang))
	}
	return o
}

// progressWriter is where a bar may be drawn. Results that run over a terminal
// are progress enough and must not be drawn over.
func (s *invocation) progressWriter(toStdout bool) io.Writer {
	if !s.StderrTerminal || toStdout && s.StdoutTerminal {
		return nil
	}
	return s.Stderr
}
