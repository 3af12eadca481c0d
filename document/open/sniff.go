package open

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf16"

	"gangmu/document"
)

// sniffed is how far the beginning of a file is looked at.
const sniffed = 4096

// signatures at the very beginning of a file.
var signatures = []struct{ bytes, format string }{
	{"{\\rtf", "rtf"},
	{"\x89PNG", "image"},
	{"\xff\xd8\xff", "image"},
	{"GIF8", "image"},
	{"BM", "bmp"},
	{"II*\x00", "image"},
	{"MM\x00*", "image"},
	{"Rar!\x1a\x07", "archive"},
	{"7z\xbc\xaf\x27\x1c", "archive"},
	{"\x1f\x8b", "archive"},
	{"SQLite format 3\x00", "sqlite"},
}

// sniff names the format of data; "" is for what may be text, "zip" for an
// archive that is damaged or nothing that we know.
func sniff(data []byte) string {
	head := data[:min(len(data), sniffed)]
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return sniffZip(data)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return sniffCompound(data)
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return "pdf"
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.bytes)) && (s.format != "bmp" || bytes.IndexByte(head[:min(len(head), 16)], 0) > 0) {
			return s.format
		}
	}
	return sniffMarkup(head)
}

// sniffMarkup knows HTML and the XML that Word and others write.
func sniffMarkup(head []byte) string {
	s := strings.ToLower(strings.TrimLeft(string(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))), " \t\r\n"))
	switch {
	case strings.HasPrefix(s, "<!doctype html"), strings.HasPrefix(s, "<html"), strings.HasPrefix(s, "<head"), strings.HasPrefix(s, "<body"):
		return "html"
	case strings.HasPrefix(s, "mime-version:") && strings.Contains(s, "multipart/related"):
		return "mht"
	case strings.HasPrefix(s, "<?xml"):
		if strings.Contains(s, "<html") || strings.Contains(s, "<!doctype html") {
			return "html"
		}
		return "xml"
	}
	return ""
}

// sniffZip tells the documents that are zip archives by their parts.
func sniffZip(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "zip"
	}
	office, encrypted := false, false
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		encrypted = encrypted || f.Flags&1 != 0
		office = office || name == "[content_types].xml"
		switch {
		case name == "mimetype":
			return sniffMimetype(f)
		case name == "ofd.xml":
			return "ofd"
		case name == "xl/workbook.xml", name == "xl/workbook.bin":
			return "xlsx"
		case name == "ppt/presentation.xml":
			return "pptx"
		case strings.HasPrefix(name, "word/") && path.Ext(name) == ".xml":
			return "docx"
		}
	}
	switch {
	case encrypted:
		return "encrypted"
	case office:
		return "docx" // with parts under other names
	}
	return "archive"
}

func sniffMimetype(f *zip.File) string {
	in, err := f.Open()
	if err != nil {
		return "zip"
	}
	defer in.Close()
	kind := make([]byte, 80)
	n, _ := io.ReadFull(in, kind) // shorter is fine
	switch {
	case bytes.Contains(kind[:n], []byte("opendocument.text")):
		return "odt"
	case bytes.Contains(kind[:n], []byte("opendocument.spreadsheet")):
		return "ods"
	}
	return "archive"
}

func damagedZip(data []byte) error {
	_, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err == nil {
		err = errors.New("mimetype")
	}
	return document.Damaged(err)
}

// sniffCompound tells what is in a compound file, the container of old office
// programs, by the names of its streams.
func sniffCompound(data []byte) string {
	switch {
	case hasStream(data, "EncryptedPackage"):
		return "encrypted"
	case hasStream(data, "WordDocument"):
		return "doc"
	case hasStream(data, "Workbook"), hasStream(data, "Book"):
		return "xls"
	case hasStream(data, "PowerPoint Document"):
		return "ppt"
	}
	return "ole"
}

// hasStream looks for a directory entry: a name of 64 bytes in UTF-16, and
// then its length in bytes.
func hasStream(data []byte, name string) bool {
	entry := make([]byte, 66)
	for i, u := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(entry[2*i:], u)
	}
	binary.LittleEndian.PutUint16(entry[64:], uint16(2*len(name)+2))
	return bytes.Contains(data, entry)
}
