// Package open reads a file of any known format into a document.
//
// It tells the format by what the file holds, not by its name, and gives every
// file that cannot be read one clear error: what is wrong and what to do.
package open

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"gangmu/document"
	"gangmu/document/doc"
	"gangmu/document/docx"
	"gangmu/document/html"
	"gangmu/document/odt"
	"gangmu/document/ofd"
	"gangmu/document/pdf"
	"gangmu/document/text"
	"gangmu/document/xlsx"
)

// Read reads a whole file. name is only used to point out a wrong extension.
// Every error but ctx's is a *document.Error.
func Read(ctx context.Context, name string, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.WithDefaults()
	if int64(len(data)) > limits.Input {
		return nil, inputTooLarge(limits.Input)
	}
	if len(data) == 0 {
		return nil, empty()
	}
	switch f := sniff(data); f {
	case "":
		return text.Read(ctx, data, limits)
	case "docx":
		return docx.Read(ctx, data, limits)
	case "doc":
		return doc.Read(ctx, data, limits)
	case "xlsx":
		return xlsx.Read(ctx, data, limits)
	case "odt":
		return odt.Read(ctx, data, limits)
	case "pdf":
		return pdf.Read(ctx, data, limits)
	case "ofd":
		return ofd.Read(ctx, data, limits)
	case "html":
		return html.Read(ctx, data, limits)
	case "encrypted":
		return nil, document.Encrypted()
	case "zip":
		return nil, damagedZip(data)
	default:
		return nil, unsupported(f, name)
	}
}

// ReadFrom reads all of r.
func ReadFrom(ctx context.Context, name string, r io.Reader, limits document.Limits) (*document.Document, error) {
	limits = limits.WithDefaults()
	data, err := io.ReadAll(io.LimitReader(r, limits.Input+1))
	if err != nil {
		return nil, unreadable(err)
	}
	return Read(ctx, name, data, limits)
}

// ReadFile reads the file at path.
func ReadFile(ctx context.Context, path string, limits document.Limits) (*document.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, notOpened(err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, unreadable(err)
	case info.IsDir():
		return nil, directory()
	case info.Size() > limits.WithDefaults().Input:
		return nil, inputTooLarge(limits.WithDefaults().Input)
	}
	return ReadFrom(ctx, path, f, limits)
}

func notOpened(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &document.Error{
			Code:      document.CodeMissing,
			Message:   "找不到这个文件。请检查文件名和路径。",
			MessageEn: "There is no such file. Check the name and the path.",
			Cause:     err,
		}
	}
	return unreadable(err)
}

func unreadable(err error) error {
	return &document.Error{
		Code:      document.CodeUnreadable,
		Message:   "文件打不开。请检查是否有权限读取，或是否正被其他程序占用。",
		MessageEn: "The file cannot be opened. Check its permissions and whether another program holds it.",
		Cause:     err,
	}
}

func directory() error {
	return &document.Error{
		Code:      document.CodeUnreadable,
		Message:   "这是一个文件夹，不是文件。请给出其中的报告文件。",
		MessageEn: "This is a directory, not a file. Name a report file within it.",
	}
}

func empty() error {
	return &document.Error{
		Code:      document.CodeEmpty,
		Message:   "文件是空的（0 字节）。请检查是否选错了文件，或复制时中断。",
		MessageEn: "The file is empty (0 bytes). Check that it is the right file and was copied completely.",
	}
}

func inputTooLarge(limit int64) error {
	return &document.Error{
		Code:      document.CodeTooLarge,
		Message:   fmt.Sprintf("文件大小超过上限（%d MB），没有读取。请确认这是一份报告；图片多时可压缩图片后另存，或调高上限。", limit>>20),
		MessageEn: fmt.Sprintf("The file is larger than the limit (%d MB); nothing was read. Make sure it is a report; compress its pictures, or raise the limit.", limit>>20),
	}
}
