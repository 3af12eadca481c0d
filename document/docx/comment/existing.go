package comment

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/opc"
	"gangmu/document/internal/xmlscan"
)

// existing is a comment that is in the file.
type existing struct {
	stretch
	id    string
	paras []string // ids of its paragraphs, by which other parts refer to it
	ours  bool
}

// commentsPart is the part that holds the comments.
type commentsPart struct {
	name    string // "" if there is none
	related bool   // the main part names it
	data    []byte // nil if there is none
	root    stretch
	close   stretch // the end tag of the root
	highest int     // id of a comment, or of what is left of one in the text
}

func (f *file) readComments() error {
	c := &f.comments
	c.name = opc.First(f.relations, "comments", "")
	c.related = c.name != ""
	if !c.related {
		return nil
	}
	var err error
	c.data, err = f.archive.Read(c.name)
	if errors.Is(err, archive.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	r := commentsReader{file: f}
	if err := f.walk(c.data, r.piece); err != nil {
		return err
	}
	if !r.known {
		return document.Damaged(fmt.Errorf("%s: unknown root element", c.name))
	}
	return nil
}

// commentsReader reads the comments with their last paragraphs.
type commentsReader struct {
	*file
	known     bool // the root is what it should be
	open      bool // within a comment
	words     bool // within w:t
	paragraph strings.Builder
	last      string // paragraph of the comment with words in it
}

func (r *commentsReader) piece(s *xmlscan.Scanner, kind xmlscan.Kind) {
	c := &r.comments
	word := isWord(s.Name.Space)
	switch {
	case kind == xmlscan.Start && s.Depth == 1:
		c.root = stretch{s.From, s.To}
		r.known = word && s.Name.Local == "comments"
	case kind == xmlscan.End && s.Depth == 0:
		c.close = stretch{s.From, s.To}
	case kind == xmlscan.Start && s.Depth == 2:
		if r.open = word && s.Name.Local == "comment"; r.open {
			r.existing = append(r.existing, existing{stretch: stretch{s.From, s.To}, id: attr(s, "id")})
			c.see(attr(s, "id"))
			r.last = ""
		}
	case !r.open:
	case kind == xmlscan.Start:
		if word && s.Name.Local == "p" {
			r.begin(attr(s, "paraId"))
		}
		r.words = word && s.Name.Local == "t"
	case kind == xmlscan.Text:
		if r.words {
			r.paragraph.WriteString(xmlscan.Decode(c.data[s.From:s.To]))
		}
	case s.Depth == 1:
		r.begin("")
		e := &r.existing[len(r.existing)-1]
		e.to, e.ours, r.open = max(e.to, s.To), signed(r.last), false
	default:
		r.words = false
	}
}

// begin begins a paragraph and keeps the one before it.
func (r *commentsReader) begin(id string) {
	if id != "" {
		e := &r.existing[len(r.existing)-1]
		e.paras = append(e.paras, id)
	}
	if s := strings.TrimSpace(r.paragraph.String()); s != "" {
		r.last = s
	}
	r.paragraph.Reset()
}

// see keeps count of the ids.
func (c *commentsPart) see(id string) {
	if n, err := strconv.Atoi(id); err == nil && n > c.highest && n < math.MaxInt32/2 {
		c.highest = n
	}
}
