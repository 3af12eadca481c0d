package xlsx

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/xmlwalk"
)

// mostStrings is how many shared strings and styles are kept; a file with more
// has more of them than cells that could be read.
const mostStrings = 1_000_000

var errTooMany = errors.New("too many shared strings or styles")

// readStrings reads the strings that cells refer to.
func (r *reader) readStrings(part string) error {
	x, err := r.part(part)
	if errors.Is(err, archive.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	var buf []byte
	return x.Document(func(xmlwalk.Element) error {
		return x.Children(func(e xmlwalk.Element) error {
			if e.Local != "si" {
				return nil
			}
			if len(r.strings) == mostStrings {
				return document.Damaged(errTooMany)
			}
			buf, err = richText(x, buf[:0])
			r.strings = append(r.strings, plainText(buf))
			return err
		})
	})
}

// richText appends the text of the open element, which is written in one piece
// or in runs; how it is pronounced (rPh) is no part of it.
func richText(x *xmlwalk.Reader, buf []byte) ([]byte, error) {
	err := x.Children(func(e xmlwalk.Element) (err error) {
		switch e.Local {
		case "t":
			buf, err = characters(x, buf)
		case "r":
			buf, err = richText(x, buf)
		}
		return err
	})
	return buf, err
}

// plainText decodes what XML cannot hold (_x000D_) and makes all line ends
// the same.
func plainText(b []byte) string {
	s := string(b)
	if strings.Contains(s, "_x") {
		s = unescape(s)
	}
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

// unescape decodes _xHHHH_. Control characters other than line ends and tabs
// are nothing.
func unescape(s string) string {
	const width = len("_x0000_")
	var out strings.Builder
	for {
		n := strings.Index(s, "_x")
		if n < 0 {
			break
		}
		out.WriteString(s[:n])
		s = s[n:]
		code, err := uint64(0), errors.New("short")
		if len(s) >= width && s[width-1] == '_' {
			code, err = strconv.ParseUint(s[2:width-1], 16, 32)
		}
		if err != nil {
			out.WriteString(s[:2])
			s = s[2:]
			continue
		}
		if c := rune(code); c >= ' ' && utf8.ValidRune(c) || c == '\n' || c == '\r' || c == '\t' {
			out.WriteRune(c)
		}
		s = s[width:]
	}
	out.WriteString(s)
	return out.String()
}

// mostProperties is how many of a file's own properties are kept, longestProperty how
// long each may be in bytes.
const (
	mostProperties  = 64
	longestProperty = 1024
)

// readProperties reads the properties that a program or a person gave the file.
func (r *reader) readProperties(part string) error {
	x, err := r.part(part)
	if errors.Is(err, archive.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	return x.Document(func(xmlwalk.Element) error {
		return x.Children(func(e xmlwalk.Element) error {
			name := e.Attr("name")
			return x.Children(func(e xmlwalk.Element) error {
				value, err := characters(x, nil)
				if e.Local == "lpwstr" && len(r.meta) < mostProperties && len(name)+len(value) <= longestProperty {
					if r.meta == nil {
						r.meta = map[string]string{}
					}
					r.meta[Property+name] = string(value)
				}
				return err
			})
		})
	})
}
