// Package opc opens the packages that Office Open XML documents are: zip
// archives of XML parts that refer to each other by relations.
//
// It finds parts whatever the case and slashes of their names, inflates them
// within a budget, and walks through their elements. External targets are never
// followed. What the parts mean is the business of the single formats. Every
// error but a context's is a *document.Error, or ErrMissing.
package opc

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"gangmu/document"
)

// mostParts is how many files an archive may hold. Office programs write a few
// dozen; a list of millions would cost memory before anything is read.
const mostParts = 20_000

// ErrMissing says that the archive has no such part.
var ErrMissing = errors.New("missing part")

// Package is an open archive.
type Package struct {
	files  map[string]*zip.File // by lower-case name
	budget *document.Budget
}

// Open lists the parts of data.
func Open(data []byte, budget *document.Budget) (*Package, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > mostParts {
		return nil, document.Damaged(fmt.Errorf("%d parts", n))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, document.Damaged(err)
	}
	p := &Package{files: make(map[string]*zip.File, len(z.File)), budget: budget}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, known := p.files[name]; !known {
			p.files[name] = f
		}
	}
	return p, nil
}

// partName makes names comparable: some programs write backslashes, a leading
// slash or other capitals.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Read inflates a part, within the budget.
func (p *Package) Read(name string) ([]byte, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, ErrMissing
	}
	if f.Flags&1 != 0 {
		return nil, document.Encrypted()
	}
	left := p.budget.Left()
	if f.UncompressedSize64 > uint64(left) {
		return nil, p.budget.Expand(left + 1)
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
	if err := p.budget.Expand(n); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Part opens a part for walking through it.
func (p *Package) Part(ctx context.Context, name string) (*Reader, error) {
	data, err := p.Read(name)
	if err != nil {
		return nil, err
	}
	return NewReader(ctx, data, p.budget.Limits().Depth)
}
