// Package badfile is files that people hand in and that cannot be read, for the
// tests of the page and of the API alike. Each is made from a sound report.
package badfile

import (
	"archive/zip"
	"bytes"
	"io"
)

// File is one of them.
type File struct {
	What string
	Name string // of the file
	Data []byte
	Code string // of the refusal; empty for one that is read all the same
	Zh   string // part of the sentence that the visitor sees
}

// Largest is the limit of an upload in bytes; a file beyond it is never kept.
const Largest = 64 << 20

// All are bad files made from a sound docx.
func All(docx []byte) []File {
	return []File{
		{"zip bomb", "炸弹.docx", bomb(300 << 20), "too-large", "上限"},
		{"encrypted", "加密.docx", encrypted(docx), "encrypted", "密码"},
		{"truncated", "半截.docx", docx[:len(docx)/2], "damaged", "不完整"},
		{"a picture only", "扫描.pdf", []byte(picturePDF), "empty", "图"},
		{"a picture", "照片.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "unsupported-format", "图片"},
		{"a program", "setup.exe", []byte("MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff"), "unknown-format", "认不出"},
		{"another extension, not readable", "报告.docx", []byte(`{\rtf1\ansi}`), "unsupported-format", "RTF"},
		{"another extension, readable", "报告.pdf", docx, "", ""},
		{"white space", "空白.txt", []byte(" \n\n　"), "empty", "没有"},
	}
}

// bomb is a docx whose main part inflates to so many bytes of white space.
func bomb(size int64) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range []string{"[Content_Types].xml", "word/document.xml"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
		}
		if err == nil && name != "[Content_Types].xml" {
			_, err = io.Copy(w, io.LimitReader(spaces{}, size))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

type spaces struct{}

func (spaces) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

// encrypted sets the bit of every entry that says that it needs a password.
func encrypted(docx []byte) []byte {
	out := bytes.Clone(docx)
	for signature, flags := range map[string]int{"PK\x03\x04": 6, "PK\x01\x02": 8} {
		for at := 0; ; {
			i := bytes.Index(out[at:], []byte(signature))
			if i < 0 {
				break
			}
			out[at+i+flags] |= 1
			at += i + len(signature)
		}
	}
	return out
}

// picturePDF is one page with a grey square and no text; it has no table of
// objects, which readers then find themselves.
const picturePDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 31>>stream
q 500 0 0 700 40 70 cm /I Do Q
endstream endobj
5 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream
g
endstream endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF
`
