package main

import (
	"bytes"
	"io"
	"strings"

	"gangmu/internal/layout"
)

// resultList puts the results of several files together: one file stands alone,
// several become {"documents":[…]} in JSON and titled parts in text. Write
// errors surface when the output is committed.
type resultList struct {
	w      io.Writer
	format outputFormat
	total  int
	listed bool // also a single one
	added  int
}

func (l *resultList) add(file string, body []byte) {
	l.added++
	switch {
	case l.total == 1 && !l.listed:
		_, _ = l.w.Write(body)
	case l.format == formatJSON:
		l.addJSON(body)
	case len(body) > 0:
		title := "== " + layout.Clean(file) + " "
		_, _ = io.WriteString(l.w, title+strings.Repeat("=", max(100-layout.Width(title), 2))+"\n\n")
		_, _ = l.w.Write(body)
		_, _ = io.WriteString(l.w, "\n")
	}
}

func (l *resultList) addJSON(body []byte) {
	before := ",\n"
	if l.added == 1 {
		before = "{\"documents\":[\n"
	}
	_, _ = io.WriteString(l.w, before)
	_, _ = l.w.Write(bytes.TrimSpace(body))
}

// close ends the list of several documents with what appendix says of them
// together.
func (l *resultList) close(appendix func(io.Writer, outputFormat, []*report) error, all []*report) error {
	if l.total == 1 && !l.listed {
		return nil
	}
	if l.format == formatJSON {
		_, _ = io.WriteString(l.w, "\n]")
	}
	if appendix != nil {
		if err := appendix(l.w, l.format, all); err != nil {
			return err
		}
	}
	if l.format == formatJSON {
		_, _ = io.WriteString(l.w, "}\n")
	}
	return nil
}
