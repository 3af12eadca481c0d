package ofd

import (
	"bytes"
	"path"
	"strconv"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/xmlwalk"
)

// places are the names that a part may have which is named location in a part
// of the directory dir. By the standard a location counts from that directory,
// or with a leading slash from the root; some programs count all from the root.
func places(dir, location string) []string {
	location = strings.ReplaceAll(strings.TrimSpace(location), `\`, "/")
	whole := strings.TrimPrefix(path.Clean("/"+location), "/")
	if strings.HasPrefix(location, "/") || dir == "" {
		return []string{whole}
	}
	return []string{strings.TrimPrefix(path.Join("/", dir, location), "/"), whole}
}

func directory(name string) string {
	dir, _ := path.Split(name)
	return strings.TrimSuffix(dir, "/")
}

// sealed reports data that is no XML: the parts of an encrypted file.
func sealed(data []byte) bool {
	start := bytes.TrimLeft(data[:min(len(data), 64)], "\xef\xbb\xbf\xff\xfe \t\r\n\x00")
	return len(start) > 0 && start[0] != '<'
}

// text is what the open element says.
func text(x *xmlwalk.Reader) (string, error) {
	var b document.Builder
	err := x.Text(&b, 0)
	return strings.TrimSpace(b.Text().S), err
}

// numbers reads the numbers of an attribute, at most `most` of them. What is no
// number is left out.
func numbers(s string, most int) []float64 {
	var out []float64
	for field := range strings.FieldsFuncSeq(s, apart) {
		if v, err := strconv.ParseFloat(field, 64); err == nil {
			out = append(out, v)
		}
		if len(out) >= most {
			break
		}
	}
	return out
}

func apart(r rune) bool { return r == ' ' || r == ',' || r == '\t' || r == '\n' || r == '\r' }

// number is an attribute as a number, or otherwise.
func number(e element, attr string, otherwise float64) float64 {
	if v := numbers(e.Attr(attr), 1); len(v) == 1 {
		return v[0]
	}
	return otherwise
}
