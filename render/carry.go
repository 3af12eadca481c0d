package render

import (
	"unicode/utf8"

	"gangmu/document"
	"gangmu/render/word"
)

// carried finds the words of a document in the Word file that was set of it.
type carried map[document.LineMark]document.Text // by the place of the paragraph

// carry pairs the paragraphs of doc with those of set. Both have them in the same
// order; one that cannot be found again is left out.
func carry(doc, set *document.Document) carried {
	var texts []document.Text
	for b := range set.Paragraphs() {
		texts = append(texts, b.Text)
	}
	const farthest = 50 // how many may be skipped
	out := carried{}
	next := 0
	for b := range doc.Paragraphs() {
		if len(b.Text.Lines) == 0 {
			continue
		}
		want := word.Printable(b.Text.S)
		for i := next; i < min(len(texts), next+farthest); i++ {
			if texts[i].S == want {
				out[b.Text.Lines[0]] = texts[i]
				next = i + 1
				break
			}
		}
	}
	return out
}

// source is where the words of a passage stand in the file.
func (c carried) source(s document.Stretch) []document.Range {
	if len(s.Lines) == 0 {
		return nil
	}
	t, found := c[s.Lines[0]]
	if !found {
		return nil
	}
	// Characters are the same in number, but not always in length.
	start := skip(t.S, utf8.RuneCountInString(s.S[:s.Start]))
	return t.Source(start, start+skip(t.S[start:], utf8.RuneCountInString(s.String())))
}

// skip is the length of the first n characters of s.
func skip(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}
