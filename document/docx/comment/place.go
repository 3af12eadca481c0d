package comment

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/xmlscan"
)

// anchor is a comment with its places in the main part.
type anchor struct {
	Comment
	id         int
	start, end point
	elsewhere  bool // not on the words themselves
}

// probe is an end of a comment that looks for its place.
type probe struct {
	anchor *anchor
	inside int // a byte of the character that it starts or ends with
	end    bool
}

func (p probe) set(at point) {
	if p.end {
		p.anchor.end = at
	} else {
		p.anchor.start = at
	}
}

// place finds the places of comments, in the order of comments. names are the
// parts that their ranges count in.
func (f *file) place(names []string, comments []Comment) (anchors, error) {
	out := make(anchors, len(comments))
	var probes []probe
	notes := notes{file: f}
	for i, c := range comments {
		a := &out[i]
		a.Comment = c
		from, to, found := f.inMain(names, c.On)
		if !found {
			a.elsewhere = true
			at, err := notes.reference(names, c.On)
			if err != nil {
				return nil, err
			}
			from, to = at, at+1
		}
		probes = append(probes, probe{a, from, false}, probe{a, to - 1, true})
	}
	slices.SortStableFunc(probes, func(a, b probe) int { return cmp.Compare(a.inside, b.inside) })
	u := units{file: f, probes: probes}
	if err := f.walk(f.content, u.piece); err != nil {
		return nil, err
	}
	if !u.finish() {
		return nil, nothingToCommentOn()
	}
	return out, nil
}

// inMain is the stretch from the first to the last of the bytes in the main part.
func (f *file) inMain(names []string, on []document.Range) (from, to int, ok bool) {
	for _, r := range on {
		if int(r.Part) >= len(names) || archive.PartName(names[r.Part]) != archive.PartName(f.main) {
			continue
		}
		start, end := int(max(r.Start, 0)), int(min(r.End, int64(len(f.content))))
		if start >= end {
			continue
		}
		if !ok {
			from, to = start, end
		}
		from, to, ok = min(from, start), max(to, end), true
	}
	return from, to, ok
}

// units goes through what the paragraphs of the main part are made of: runs and
// what stands beside them. A paragraph in a text box belongs to the unit that the
// box is anchored in.
type units struct {
	*file
	probes []probe // left to be placed, in order

	paragraph int  // depth of the outermost open paragraph, 0 for none
	inside    int  // depth of the innermost open element whose children are units
	skipped   int  // depth of the open element that holds no words, 0 for none
	unit      unit // open, or the last one
	fields    fields
}

// containers are the elements of a paragraph that hold runs like itself.
var containers = map[string]bool{
	"hyperlink": true, "smartTag": true, "sdt": true, "sdtContent": true, "customXml": true,
	"ins": true, "moveTo": true, "dir": true, "bdo": true,
}

// properties are the elements that hold none.
var properties = map[string]bool{
	"pPr": true, "sdtPr": true, "sdtEndPr": true, "smartTagPr": true, "customXmlPr": true, "fldData": true,
}

func (u *units) piece(s *xmlscan.Scanner, kind xmlscan.Kind) {
	switch kind {
	case xmlscan.Start:
		u.start(s)
	case xmlscan.Text:
		if u.unit.depth > 0 {
			u.unit.text(s, u.content)
		}
	case xmlscan.End:
		u.end(s)
	}
}

func (u *units) start(s *xmlscan.Scanner) {
	word := isWord(s.Name.Space)
	if word && strings.HasPrefix(s.Name.Local, "comment") {
		u.comments.see(attr(s, "id"))
	}
	switch {
	case u.skipped > 0:
	case u.unit.depth > 0:
		u.unit.start(s, word)
	case u.paragraph == 0:
		if word && s.Name.Local == "p" {
			u.paragraph, u.inside = s.Depth, s.Depth
		}
	case word && containers[s.Name.Local]:
		u.inside = s.Depth
	case word && properties[s.Name.Local]:
		u.skipped = s.Depth
	default:
		u.unit.begin(s, u.space, word && s.Name.Local == "r")
	}
}

func (u *units) end(s *xmlscan.Scanner) {
	closed := s.Depth + 1
	switch {
	case u.skipped > 0:
		if closed == u.skipped {
			u.skipped = 0
		}
	case u.unit.depth > 0:
		u.unit.end(s, closed)
		if u.unit.depth == 0 {
			u.fields.begin(&u.unit)
			u.take(u.unit.to)
			u.fields.end(&u.unit)
		}
	case closed == u.paragraph:
		u.paragraph, u.inside = 0, 0
		u.fields = fields{}
	case closed == u.inside:
		u.inside--
	}
}

// take places the probes up to end in the unit.
func (u *units) take(end int) {
	for len(u.probes) > 0 && u.probes[0].inside < end {
		u.unit.place(u.content, u.probes[0])
		u.fields.hold(u.probes[0])
		u.probes = u.probes[1:]
	}
}

// finish places what stands behind the last unit at its end. It reports whether
// everything has a place.
func (u *units) finish() bool {
	if u.unit.to > 0 {
		u.take(len(u.content) + 1)
	}
	return len(u.probes) == 0
}

// nothingToCommentOn is the error for a document that has not a single run.
func nothingToCommentOn() error {
	none := document.NoText()
	none.Cause = errors.New("no place for a comment")
	return none
}
