package xmlscan

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pieces is what the scanner makes of data, one piece a line.
func pieces(data []byte) ([]string, error) {
	s, err := New(data)
	if err != nil {
		return nil, err
	}
	var out []string
	for {
		kind, err := s.Next()
		if err != nil {
			return out, err
		}
		switch kind {
		case Start:
			line := fmt.Sprintf("<%s %s", s.Name.Space, s.Name.Local)
			for _, a := range s.Attrs {
				line += fmt.Sprintf(" %s=%q", a.Local, a.Value())
			}
			out = append(out, line)
		case End:
			out = append(out, ">")
		case Text:
			out = appendText(out, decode(s, data))
		case EOF:
			return out, nil
		}
	}
}

func decode(s *Scanner, data []byte) string {
	if s.CData {
		return string(data[s.From:s.To])
	}
	return Attr{raw: data[s.From:s.To]}.Value()
}

// appendText joins neighbouring texts, which are cut differently elsewhere.
func appendText(out []string, s string) []string {
	if s == "" {
		return out
	}
	if n := len(out); n > 0 && strings.HasPrefix(out[n-1], "text ") {
		out[n-1] += s
		return out
	}
	return append(out, "text "+s)
}

// reference is the same by encoding/xml.
func reference(data []byte) ([]string, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var out []string
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			line := fmt.Sprintf("<%s %s", t.Name.Space, t.Name.Local)
			for _, a := range t.Attr {
				line += fmt.Sprintf(" %s=%q", a.Name.Local, a.Value)
			}
			out = append(out, line)
		case xml.EndElement:
			depth--
			out = append(out, ">")
		case xml.CharData:
			if depth > 0 {
				out = appendText(out, string(t))
			}
		}
	}
}

func TestPieces(t *testing.T) {
	const doc = "\ufeff" + `<?xml version="1.0" encoding="UTF-8"?>
<!-- 注 --><a xmlns="u" xmlns:p='v' x="1&amp;2" p:y='"'><p:b/><c xmlns:p="w"><p:b>甲&lt;&#x4E00;<![CDATA[<乙>&]]></p:b></c><q:d></q:d ><?x y?></a>
`
	want := []string{
		`<u a xmlns="u" p="v" x="1&2" y="\""`, "<v b", ">", `<u c p="w"`, "<w b", "text 甲<一<乙>&", ">", ">", "<q d", ">", ">",
	}
	got, err := pieces([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPlaces(t *testing.T) {
	data := []byte("<a>甲<b c=''/><![CDATA[乙]]></a>")
	s, err := New(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<a>", "甲", "<b c=''/>", "", "乙", "</a>"} {
		if _, err := s.Next(); err != nil {
			t.Fatal(err)
		}
		if got := string(data[s.From:s.To]); got != want {
			t.Errorf("piece %q, want %q", got, want)
		}
	}
}

func TestMalformed(t *testing.T) {
	for _, doc := range []string{
		"", " ", "text", "<a>", "<a></b>", "</a>", "<a", "<a b", "<a b=", "<a b=c>", "<a b='c>", "<a b='<'/>", "<a b='c'd='e'/>",
		"<a/><b/>", "<a/>text", "text<a/>", "<a><!-- </a>", "<a><![CDATA[ </a>", "<![CDATA[]]><a/>", "<?x <a/>", "< a/>", "<1/>", "<a></a",
		"<a>\x00</a>", "<a>\xff</a>", "<a>&</a>", "<a>& ;</a>", `<?xml version="1.0" encoding="GBK"?><a/>`,
	} {
		if got, err := pieces([]byte(doc)); err == nil {
			t.Errorf("%q is taken for %q", doc, got)
		}
	}
	many := "<a"
	for i := range mostAttrs + 1 {
		many += fmt.Sprintf(" a%d=''", i)
	}
	bound := ""
	for i := range mostBindings + 1 {
		bound += fmt.Sprintf("<a xmlns:a%d=''>", i)
	}
	for _, doc := range []string{many + "/>", bound} {
		if _, err := pieces([]byte(doc)); err == nil || !strings.Contains(err.Error(), "too many") {
			t.Errorf("%.20s…: %v", doc, err)
		}
	}
	for _, doc := range []string{
		"<!DOCTYPE a><a/>", "<a>&x;</a>", "<a b='&x;'/>", "<a>&#0;</a>", "<a>&#x110000;</a>", "<a>&#xD800;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a><!ENTITY></a>",
	} {
		if _, err := pieces([]byte(doc)); !errors.Is(err, ErrDeclaration) {
			t.Errorf("%q: %v", doc, err)
		}
	}
}

// FuzzScan holds that what this package and encoding/xml both accept is the
// same to them.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		`<?xml version="1.0" encoding="UTF-8"?><a xmlns="u" xmlns:p='v' x="1&amp;2"><p:b/>甲&#19968;<![CDATA[x]]><!-- y --></a>`,
		`<w:p xmlns:w="u"><w:r w:a="b"><w:t xml:space="preserve"> a </w:t></w:r></w:p>`,
		`<a><b></a></b>`, `<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := pieces(data)
		if err != nil {
			return
		}
		if bytes.IndexByte(data, '\r') >= 0 {
			return // encoding/xml rewrites line ends
		}
		want, err := reference(data)
		if err != nil {
			return
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", data, diff)
		}
	})
}
