// Package ofd reads OFD files (GB/T 33190-2016) into the document tree.
//
// It decides where the characters, ruling lines and pictures of each page
// stand, those of its templates as well; what they mean is decided in the
// package page. A Segment of a text counts the characters of a page: Part is
// the page, Source the number of the character in the order it is drawn.
//
// Signed files are read; whether their signatures are valid is not judged. It
// leaves out annotations, seals and attachments, and takes the printed text
// from TextCode where glyphs are given by number as well.
package ofd

import (
	"context"
	"errors"
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/page"
	"gangmu/document/internal/xmlwalk"
)

// mostPages is how many pages a file may have.
const mostPages = 3000

// Read reads data, a whole OFD file. Every error but ctx's is a
// *document.Error.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	budget := document.NewBudget(limits)
	files, err := archive.Open(data, budget)
	if err != nil {
		return nil, err
	}
	r := &reader{Archive: files, ctx: ctx, budget: budget}
	if err := r.read(); err != nil {
		return nil, err
	}
	return page.Compose(ctx, "ofd", r.pages, budget)
}

// reader draws the pages of one archive.
type reader struct {
	*archive.Archive
	ctx    context.Context
	budget *document.Budget
	pages  []page.Page
}

type element = xmlwalk.Element

// read goes through the documents that the archive lists; most hold one.
func (r *reader) read() error {
	var roots []string
	root, _, err := r.open("", "OFD.xml")
	if err != nil {
		return err
	}
	err = root.Document(func(element) error {
		return root.Children(func(e element) error {
			if e.Local != "DocBody" {
				return nil
			}
			return root.Children(func(e element) error {
				if e.Local != "DocRoot" {
					return nil
				}
				path, err := text(root)
				roots = append(roots, path)
				return err
			})
		})
	})
	if err != nil {
		return err
	}
	if len(roots) == 0 {
		return document.Damaged(errors.New("OFD.xml: no DocRoot"))
	}
	for _, path := range roots {
		if err := r.document(path); err != nil {
			return err
		}
	}
	return nil
}

// open begins to walk through the part that path names in a part of the
// directory dir. It tells the part's own directory.
func (r *reader) open(dir, path string) (x *xmlwalk.Reader, own string, err error) {
	for _, name := range places(dir, path) {
		data, err := r.Archive.Read(name)
		if errors.Is(err, archive.ErrMissing) {
			continue
		}
		if err != nil {
			return nil, "", err
		}
		if sealed(data) {
			return nil, "", document.Encrypted()
		}
		x, err := xmlwalk.New(r.ctx, data, r.budget.Limits().Depth, anySpace)
		return x, directory(name), err
	}
	return nil, "", document.Damaged(fmt.Errorf("%s: %w", path, archive.ErrMissing))
}

// anySpace makes all namespaces the same: programs use several for one format,
// and none of the names in it serves two.
func anySpace(string) xmlwalk.Space { return 0 }
