// Package commenttest reads the comments of Word files for tests, by encoding/xml
// alone, so that it shares nothing with the code that writes them.
package commenttest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// Comment is a comment with the words that it stands on.
type Comment struct {
	Author string
	Text   []string // what it says, one paragraph each
	On     string   // tabs, line ends and symbols as characters; paragraphs without a break
}

// Of lists the comments of a docx file with the usual names of parts.
func Of(tb testing.TB, docx []byte) []Comment {
	tb.Helper()
	return OfParts(tb, part(tb, docx, "word/document.xml"), part(tb, docx, "word/comments.xml"))
}

func part(tb testing.TB, docx []byte, name string) string {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		tb.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// OfParts lists the comments in the order of their part. It fails unless each has
// one beginning, one end and one reference behind it, and each place a comment.
func OfParts(tb testing.TB, main, comments string) []Comment {
	tb.Helper()
	places := placesIn(tb, main)
	var out []Comment
	seen := map[string]bool{}
	tokens(tb, comments, func(e *xml.StartElement, chars string) {
		n := len(out) - 1
		switch {
		case e == nil && n >= 0 && len(out[n].Text) > 0:
			out[n].Text[len(out[n].Text)-1] += chars
		case e == nil:
		case e.Name.Local == "comment":
			id := attr(e, "id")
			if p := places[id]; p == nil || !p.referred || seen[id] {
				tb.Fatalf("comment %s has no place, or another its id", id)
			}
			seen[id] = true
			out = append(out, Comment{Author: attr(e, "author"), On: places[id].words.String()})
		case e.Name.Local == "p" && n >= 0:
			out[n].Text = append(out[n].Text, "")
		}
	})
	if len(seen) != len(places) {
		tb.Fatalf("%d comments at %d places", len(seen), len(places))
	}
	return out
}

type place struct {
	words           strings.Builder
	ended, referred bool
}

func placesIn(tb testing.TB, main string) map[string]*place {
	tb.Helper()
	places := map[string]*place{}
	tokens(tb, main, func(e *xml.StartElement, chars string) {
		if e == nil {
			for _, p := range places {
				if !p.ended {
					p.words.WriteString(chars)
				}
			}
			return
		}
		p := places[attr(e, "id")]
		switch e.Name.Local {
		case "commentRangeStart":
			if p != nil {
				tb.Fatalf("comment %s begins twice", attr(e, "id"))
			}
			places[attr(e, "id")] = &place{}
		case "commentRangeEnd":
			if p == nil || p.ended {
				tb.Fatalf("comment %s ends wrongly", attr(e, "id"))
			}
			p.ended = true
		case "commentReference":
			if p == nil || !p.ended || p.referred {
				tb.Fatalf("comment %s is referred to wrongly", attr(e, "id"))
			}
			p.referred = true
		}
	})
	return places
}

// attr is an attribute in a namespace; those without one are no attributes of Word's.
func attr(e *xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// tokens visits the elements and the characters of a part.
func tokens(tb testing.TB, part string, visit func(e *xml.StartElement, chars string)) {
	tb.Helper()
	characters := map[string]string{"tab": "\t", "br": "\n", "sym": "≥"}
	d := xml.NewDecoder(strings.NewReader(part))
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			tb.Fatalf("%v in %s", err, part)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			visit(&token, "")
			if s := characters[token.Name.Local]; s != "" {
				visit(nil, s)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "t" {
				visit(nil, string(token))
			}
		}
	}
}
