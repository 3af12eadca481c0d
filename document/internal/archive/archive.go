// Package archive opens the zip archives that documents of office programs are.
//
// It finds parts whatever the case and slashes of their names, inflates them
// within a budget, and writes an archive anew with a few parts changed. What the parts mean is the business of the formats.
// Every error is a *document.Error, or ErrMissing.
package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gangmu/document"
)

// mostParts is how many files an archive may hold. Office programs write a few
// dozen; a list of millions would cost memory before anything is read.
const mostParts = 20_000

// Archive is an open archive.
type Archive struct {
	files   map[string]*zip.File // by lower-case name
	order   []*zip.File          // as they stand in the archive
	comment string
	budget  *document.Budget
}

// Open lists the parts of data.
func Open(data []byte, budget *document.Budget) (*Archive, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > mostParts {
		return nil, document.Damaged(fmt.Errorf("%d parts", n))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, document.Damaged(err)
	}
	a := &Archive{files: make(map[string]*zip.File, len(z.File)), order: z.File, comment: z.Comment, budget: budget}
	for _, f := range z.File {
		name := PartName(f.Name)
		if _, known := a.files[name]; !known {
			a.files[name] = f
		}
	}
	return a, nil
}

// PartName makes names comparable: some programs write backslashes, a leading
// slash or other capitals.
func PartName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// ErrMissing says that the archive has no such part.
var ErrMissing = errors.New("missing part")

// Read inflates a part, within the budget.
func (a *Archive) Read(name string) ([]byte, error) {
	f := a.files[PartName(name)]
	if f == nil {
		return nil, ErrMissing
	}
	if f.Flags&1 != 0 {
		return nil, document.Encrypted()
	}
	left := a.budget.Left()
	if f.UncompressedSize64 > uint64(left) {
		return nil, a.budget.Expand(left + 1)
	}
	in, err := f.Open()
	if err != nil {
		return nil, document.Damaged(fmt.Errorf("%s: %w", f.Name, err))
	}
	defer in.Close()
	out := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64+bytes.MinRead))
	n, err := io.Copy(out, io.LimitReader(in, left+1))
	if err != nil {
		return nil, document.Damaged(fmt.Errorf("%s: %w", f.Name, err))
	}
	if err := a.budget.Expand(n); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
