// Package comment puts comments into the margin of Word documents (Office Open
// XML, ECMA-376 part 1, 17.13.4, both editions) and takes them out again.
//
// The file is spliced, never written anew: a run is split around the words that
// a comment stands on, all other bytes of the main part stay, and every part
// that comments do not touch is copied as it is. The comments of people are
// kept. Nothing depends on the clock.
//
// A comment is ours if its last paragraph is a signature such as 〔纲目：numbering〕.
// Words survive when an office program saves the file anew and changes ids,
// authors and initials; and a comment of ours to which a person has added
// something is that person's from then on. See record.go for how the bytes that
// were there before are found again.
//
// Word allows no comments in text boxes, footnotes and endnotes. What stands
// there is commented at the place where the box or note is anchored in the text.
// Words within a phonetic guide or a formula are commented as a whole.
package comment

import (
	"bytes"
	"context"
	"strings"
	"time"

	"gangmu/document"
)

// Comment is one comment.
type Comment struct {
	// On are the bytes of the words that it stands on, as document.Text.Source
	// gives them, in order. What lies between is under the comment as well.
	On []document.Range
	// Text is what it says, one paragraph each.
	Text []string
	// Elsewhere is said in front of it when Word allows no comment on the words,
	// so that it stands at the anchor of their box or note.
	Elsewhere string
	// Label stands in the signature: 〔纲目：Label〕.
	Label string
}

// Options hold what all comments of one file share.
type Options struct {
	Author   string    // shown beside each comment
	Initials string    // may be empty
	Date     time.Time // none is written if it is zero
	Limits   document.Limits
}

// The signature of our comments.
const (
	signatureOpen  = "〔纲目："
	signatureClose = "〕"
)

// Add puts comments into data, a docx file, and returns the new file. Comments
// that are there stay; Clear takes those of an earlier run out. The ranges count
// in the parts that doc, made by docx.Read of just this data, names. Every error
// but ctx's is a *document.Error.
func Add(ctx context.Context, data []byte, doc *document.Document, comments []Comment, o Options) ([]byte, error) {
	if len(comments) == 0 {
		return data, nil
	}
	f, err := open(ctx, data, o.Limits)
	if err != nil {
		return nil, err
	}
	placed, err := f.place(doc.Parts, comments)
	if err != nil {
		return nil, err
	}
	for i := range placed {
		placed[i].id = f.comments.highest + 1 + i
	}
	edits := placed.edits(f.space)
	f.changes[f.main] = splice(f.content, edits)
	if err := f.addComments(placed, edits, o); err != nil {
		return nil, err
	}
	return f.pack(data)
}

// Clear takes our comments out of data, a docx file, and returns the file and
// how many there were. A file that was not saved anew since Add has its old parts
// back, byte for byte; otherwise words and forms are the same, but some runs stay
// split. Every error but ctx's is a *document.Error.
func Clear(ctx context.Context, data []byte, limits document.Limits) ([]byte, int, error) {
	f, err := open(ctx, data, limits)
	if err != nil {
		return nil, 0, err
	}
	var ours []existing
	for _, c := range f.existing {
		if c.ours {
			ours = append(ours, c)
		}
	}
	if len(ours) == 0 {
		return data, 0, nil
	}
	if err := f.remove(ours); err != nil {
		return nil, 0, err
	}
	out, err := f.pack(data)
	return out, len(ours), err
}

// pack writes the changed file.
func (f *file) pack(old []byte) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(old) + len(old)/4)
	if err := f.archive.Rewrite(&out, f.changes); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// signed reports whether s, the last paragraph of a comment, is our signature.
func signed(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, signatureOpen) && strings.HasSuffix(s, signatureClose) &&
		!strings.Contains(s[len(signatureOpen):len(s)-len(signatureClose)], signatureClose)
}
