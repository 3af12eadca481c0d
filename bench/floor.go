package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"unicode/utf8"
)

// decode is one UTF-8 decoding pass.
func decode(data []byte) {
	sum := rune(0)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		sum += r
		data = data[n:]
	}
	runtime.KeepAlive(sum) // or the compiler drops the loop
}

// inflate unpacks the XML parts of a docx and decodes each once.
func inflate(docx []byte) error {
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		decode(part)
	}
	return nil
}
