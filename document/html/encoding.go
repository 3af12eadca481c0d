package html

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gangmu/document/internal/charset"
)

// declaredWithin is how far from its beginning a page may declare its encoding.
const declaredWithin = 8 << 10

// encodingOf names the encoding of a page. A byte order mark and well-formed
// UTF-8 with characters beyond ASCII settle it, whatever the page declares; then
// its declaration counts, if the bytes fit it, and then what they look like.
func encodingOf(data []byte) string {
	detected := charset.Detect(data)
	declared := declaredEncoding(data[:min(len(data), declaredWithin)])
	switch {
	case declared == "", declared == detected, detected == charset.UTF16LE, detected == charset.UTF16BE, utf8.Valid(data):
		return detected
	case detected == "", fits(data, declared):
		return declared
	}
	return detected
}

// declaredEncoding is the encoding that a <meta> or <?xml names, as far as it
// is one of ours: <meta charset="gbk">, <meta http-equiv="Content-Type"
// content="text/html; charset=gb2312">.
func declaredEncoding(head []byte) string {
	rest := bytes.ToLower(head)
	for {
		n := bytes.IndexByte(rest, '<')
		if n < 0 {
			return ""
		}
		rest = rest[n+1:]
		if !bytes.HasPrefix(rest, []byte("meta")) && !bytes.HasPrefix(rest, []byte("?xml")) {
			continue
		}
		tag, _, _ := bytes.Cut(rest, []byte(">"))
		for _, word := range []string{"charset", "encoding"} {
			if _, value, found := strings.Cut(string(tag), word); found {
				if e := named(value); e != "" {
					return e
				}
			}
		}
	}
}

// named is the encoding in ="gb2312" and the like.
func named(s string) string {
	s = strings.TrimLeft(s, " \t\r\n=\"'")
	if end := strings.IndexAny(s, " \t\r\n\"';/?>"); end >= 0 {
		s = s[:end]
	}
	switch s {
	case "utf-8", "utf8":
		return charset.UTF8
	case "gb2312", "gbk", "gb18030", "gb_2312-80", "gb_2312", "x-gbk", "cp936", "ms936", "windows-936", "euc-cn", "chinese":
		return charset.GB18030
	}
	return ""
}

// fits reports whether at most one in a hundred of the characters beyond ASCII
// is no character of the encoding.
func fits(data []byte, encoding string) bool {
	wide, broken := charset.Count(charset.Sample(data), encoding)
	return wide > 0 && broken*100 <= wide
}
