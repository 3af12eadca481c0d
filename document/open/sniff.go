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
	"gangmu/document/internal/compound"
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

// sniffMarkup knows web pages and the XML that Word and others write.
func sniffMarkup(head []byte) string {
	s := strings.ToLower(string(bytes.TrimPrefix(narrow(head), []byte("\xef\xbb\xbf"))))
	if strings.HasPrefix(s, "mime-version:") && strings.Contains(s, "multipart/related") {
		return "mht"
	}
	s = afterComments(s)
	for _, tag := range pageTags {
		if rest, found := strings.CutPrefix(s, "<"+tag); found && rest != "" && strings.IndexByte("> \t\r\n", rest[0]) >= 0 {
			return "html"
		}
	}
	switch {
	case strings.HasPrefix(s, "<!doctype html"):
		return "html"
	case strings.HasPrefix(s, "<?xml"):
		if strings.Contains(s, "<html") || strings.Contains(s, "<!doctype html") {
			return "html"
		}
		if strings.Contains(s, "<uof:uof") || strings.Contains(s, "schemas.uof.org") {
			return "uof"
		}
		return "xml"
	}
	return ""
}

// pageTags are the elements that a page, or a part cut out of one, begins with.
var pageTags = []string{"html", "head", "body", "meta", "title", "style", "script", "link", "div", "table", "article", "section", "center", "p", "span"}

// narrow makes UTF-16 with a byte order mark readable as far as it is ASCII.
func narrow(head []byte) []byte {
	if !bytes.HasPrefix(head, []byte("\xff\xfe")) && !bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return head
	}
	return bytes.ReplaceAll(head[2:], []byte{0}, nil)
}

// afterComments is s from its first tag on, if there is nothing before it but
// white space and comments.
func afterComments(s string) string {
	for {
		s = strings.TrimLeft(s, " \t\r\n")
		if !strings.HasPrefix(s, "<!--") {
			return s
		}
		_, after, closed := strings.Cut(s, "-->")
		if !closed {
			return ""
		}
		s = after
	}
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
		case name == "uof.xml":
			return "uof"
		case name == "xl/workbook.xml":
			return "xlsx"
		case name == "xl/workbook.bin":
			return "xlsb"
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

// compounds tells what a compound file, the container of old office programs,
// holds by the names of its streams.
var compounds = []struct{ stream, format string }{
	{"EncryptedPackage", "encrypted"},
	{"WordDocument", "doc"},
	{"Workbook", "xls"},
	{"Book", "xls"},
	{"PowerPoint Document", "ppt"},
	{"MatOST", "works"},
}

// sniffCompound looks at the streams at the top: those of embedded objects say
// nothing about the file. A file that cannot be opened is named by any of them.
func sniffCompound(data []byte) string {
	has := func(name string) bool { return hasStream(data, name) }
	if files, err := compound.Open(data); err == nil {
		has = files.Has
	}
	for _, c := range compounds {
		if has(c.stream) {
			return c.format
		}
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
