package open

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"gangmu/document"
	"gangmu/document/internal/compound/compoundtest"
)

// refused is the error for people in err.
func refused(t *testing.T, err error) *document.Error {
	t.Helper()
	var e *document.Error
	if !errors.As(err, &e) {
		t.Fatalf("not an error for people: %v", err)
	}
	if e.Message == "" || e.MessageEn == "" || !strings.HasSuffix(e.Message, "。") || !strings.HasSuffix(e.MessageEn, ".") {
		t.Errorf("incomplete message: %q, %q", e.Message, e.MessageEn)
	}
	return e
}

func zipOf(names ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		name, content, _ := strings.Cut(name, "=")
		w, err := z.Create(name)
		if err != nil {
			panic(err) // writing to memory does not fail
		}
		io.WriteString(w, content)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// compoundOf is the beginning of a compound file with a stream of this name.
func compoundOf(stream string) []byte {
	entry := make([]byte, 128)
	for i, u := range utf16.Encode([]rune(stream)) {
		binary.LittleEndian.PutUint16(entry[2*i:], u)
	}
	binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(stream)+2))
	return append(append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 1016)...), entry...)
}

func TestRefused(t *testing.T) {
	tests := []struct {
		name, data, code, says string
	}{
		{"empty", "", document.CodeEmpty, "0 字节"},
		{"blank", " \n\n", document.CodeEmpty, "没有文字"},
		{"half a pdf", "%PDF-1.7\n%\xe2\xe3", document.CodeDamaged, "不完整"},
		{"pdf behind noise", "\x00\x01noise%PDF-1.4", document.CodeDamaged, "不完整"},
		{"rtf", `{\rtf1\ansi`, document.CodeUnsupported, "RTF"},
		{"page without text", "\ufeff\n<!DOCTYPE HTML>\n<p>", document.CodeEmpty, "没有正文"},
		{"xml", `<?xml version="1.0"?><w:wordDocument/>`, document.CodeUnsupported, "XML"},
		{"uof", `<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>`, document.CodeUnsupported, "标文通"},
		{"uot", string(zipOf("uof.xml", "content.xml")), document.CodeUnsupported, "标文通"},
		{"web archive", "MIME-Version: 1.0\nContent-Type: multipart/related;", document.CodeUnsupported, "MHT"},
		{"picture", "\x89PNG\r\n\x1a\n", document.CodeUnsupported, "图片"},
		{"bitmap", "BM\x00\x01\x00\x00", document.CodeUnsupported, "图片"},
		{"rar", "Rar!\x1a\x07\x01\x00", document.CodeUnsupported, "压缩包"},
		{"database", "SQLite format 3\x00", document.CodeUnsupported, "数据库"},
		{"half a doc", string(compoundOf("WordDocument")), document.CodeDamaged, "不完整"},
		{"xls", string(compoundOf("Workbook")), document.CodeUnsupported, "旧版 Excel"},
		{"ppt", string(compoundOf("PowerPoint Document")), document.CodeUnsupported, "演示文稿"},
		{"xls with a Word document in it", string(compoundtest.Pack(map[string][]byte{"Pool/WordDocument": nil, "Workbook": nil})), document.CodeUnsupported, "旧版 Excel"},
		{"Works", string(compoundOf("MatOST")), document.CodeUnsupported, "Works"},
		{"other compound file", string(compoundOf("Contents")), document.CodeUnsupported, "旧版办公软件"},
		{"encrypted docx", string(compoundOf("EncryptedPackage")), document.CodeEncrypted, "密码"},
		{"xlsb", string(zipOf("[Content_Types].xml", "xl/workbook.bin")), document.CodeUnsupported, "Excel 二进制"},
		{"xlsx without sheets", string(zipOf("[Content_Types].xml", "xl/workbook.xml")), document.CodeDamaged, "不完整"},
		{"pptx", string(zipOf("ppt/presentation.xml")), document.CodeUnsupported, "演示文稿"},
		{"ofd without document", string(zipOf("OFD.xml=<OFD/>")), document.CodeDamaged, "不完整"},
		{"odt without content", string(zipOf("mimetype=application/vnd.oasis.opendocument.text")), document.CodeDamaged, "不完整"},
		{"ods", string(zipOf("mimetype=application/vnd.oasis.opendocument.spreadsheet")), document.CodeUnsupported, "OpenDocument 表格"},
		{"zip", string(zipOf("报告.txt")), document.CodeUnsupported, "解压"},
		{"half a zip", string(zipOf("word/document.xml=text")[:40]), document.CodeDamaged, "不完整"},
		{"docx without document", string(zipOf("[Content_Types].xml")), document.CodeDamaged, "不完整"},
		{"program", "\x7fELF\x02\x01\x01" + strings.Repeat("\x00", 99), document.CodeUnknown, "认不出"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(context.Background(), "x", []byte(test.data), document.Limits{})
			e := refused(t, err)
			if e.Code != test.code || !strings.Contains(e.Message, test.says) {
				t.Errorf("%s: %s", e.Code, e.Message)
			}
		})
	}
}

// A wrong extension is pointed out, but does not matter.
func TestContentNotName(t *testing.T) {
	_, err := Read(context.Background(), "报告.DOCX", []byte(`{\rtf1`), document.Limits{})
	if e := refused(t, err); !strings.Contains(e.Message, "扩展名是 .docx") {
		t.Errorf("message: %s", e.Message)
	}
	doc, err := Read(context.Background(), "报告.pdf", []byte("各位代表："), document.Limits{})
	if err != nil || doc.Format != "text" {
		t.Errorf("text under the name of a PDF: %v", err)
	}
	sample, err := os.ReadFile(filepath.Join("..", "..", "sample", "report.docx"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err = Read(context.Background(), "报告.wps", sample, document.Limits{})
	if err != nil || doc.Format != "docx" {
		t.Errorf("docx under the name of WPS: %v", err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestFiles(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	report := filepath.Join(dir, "report.txt")
	if err := os.WriteFile(report, []byte("各位代表："), 0o600); err != nil {
		t.Fatal(err)
	}
	if doc, err := ReadFile(ctx, report, document.Limits{}); err != nil || len(doc.Blocks) != 1 {
		t.Errorf("a file: %v", err)
	}
	if doc, err := ReadFrom(ctx, "-", strings.NewReader("各位代表："), document.Limits{}); err != nil || len(doc.Blocks) != 1 {
		t.Errorf("a stream: %v", err)
	}
	tests := []struct {
		name string
		read func() (*document.Document, error)
		code string
	}{
		{"missing", func() (*document.Document, error) {
			return ReadFile(ctx, filepath.Join(dir, "none.txt"), document.Limits{})
		}, document.CodeMissing},
		{"directory", func() (*document.Document, error) { return ReadFile(ctx, dir, document.Limits{}) }, document.CodeUnreadable},
		{"large file", func() (*document.Document, error) { return ReadFile(ctx, report, document.Limits{Input: 3}) }, document.CodeTooLarge},
		{"large stream", func() (*document.Document, error) {
			return ReadFrom(ctx, "-", strings.NewReader("各位代表："), document.Limits{Input: 3})
		}, document.CodeTooLarge},
		{"failing stream", func() (*document.Document, error) { return ReadFrom(ctx, "-", failing{}, document.Limits{}) }, document.CodeUnreadable},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := test.read()
			if e := refused(t, err); e.Code != test.code {
				t.Errorf("%s: %v", e.Code, err)
			}
		})
	}
}
