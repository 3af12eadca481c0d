package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"gangmu/document"
)

// stdio stands for stdin among inputs and for stdout as output.
const stdio = "-"

// load reads a whole input, but never more than the limit.
func (s *invocation) load(name string) ([]byte, error) {
	if name == stdio {
		return readLimited(s.Stdin, 0, s.maxSize)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, inputError(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, inputError(err)
	}
	if info.IsDir() {
		return nil, &document.Error{
			Code:      document.CodeUnreadable,
			Message:   "这是文件夹，请给出里面的报告文件。",
			MessageEn: "This is a folder: name the report files in it.",
		}
	}
	return readLimited(f, info.Size(), s.maxSize)
}

// readLimited reads r to its end; expect is the likely size, 0 when not known.
func readLimited(r io.Reader, expect, limit int64) ([]byte, error) {
	if expect > limit {
		return nil, inputTooLarge(limit)
	}
	var b bytes.Buffer
	b.Grow(int(expect) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(r, limit+1)); err != nil {
		return nil, inputError(err)
	}
	if int64(b.Len()) > limit {
		return nil, inputTooLarge(limit)
	}
	return b.Bytes(), nil
}

func inputError(err error) error {
	e := &document.Error{Code: document.CodeUnreadable, Cause: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Code = document.CodeMissing
		e.Message, e.MessageEn = "没有这个文件，请检查文件名和所在文件夹。", "No such file: check its name and folder."
	case errors.Is(err, fs.ErrPermission):
		e.Message, e.MessageEn = "没有读取权限，请检查文件权限。", "No permission to read it: check the file's rights."
	default:
		e.Message = fmt.Sprintf("读不出来（%v），请检查文件是否可用后重试。", err)
		e.MessageEn = fmt.Sprintf("It cannot be read (%v): check the file and try again.", err)
	}
	return e
}

func inputTooLarge(limit int64) error {
	return &document.Error{
		Code:      document.CodeTooLarge,
		Message:   fmt.Sprintf("文件超过上限（%d 字节），没有读取。请确认这是一份报告；确需读取时，用 --max-size 调高上限。", limit),
		MessageEn: fmt.Sprintf("The file exceeds the limit (%d bytes); nothing was read. Make sure this is a report, or raise --max-size.", limit),
	}
}
