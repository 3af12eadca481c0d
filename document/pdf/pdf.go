// Package pdf reads PDF files into the document tree.
//
// It decides where the characters, ruling lines and pictures of each page
// stand; what they mean is decided in the package page. PDFium, in WebAssembly
// and so without access to files or network, is started when the first file is
// read. A Segment of a text counts the characters of a page: Part is the page,
// Source the number of the character as PDFium counts them.
//
// It leaves out annotations, form fields, attachments and scripts.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	pdfium "github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"gangmu/document"
	"gangmu/document/internal/page"
)

// mostPages is how many pages a file may have.
const mostPages = 3000

// Read reads data, a whole PDF file. Every error but ctx's is a
// *document.Error. When ctx ends, a page that is being read is given up.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	budget := document.NewBudget(limits)
	done := make(chan struct{})
	var pages []page.Page
	var err error
	go func() {
		defer close(done)
		defer func() {
			if fault := recover(); fault != nil {
				err = document.Damaged(fmt.Errorf("%v\n%s", fault, debug.Stack()))
			}
		}()
		pages, err = readPages(ctx, data, budget)
	}()
	select {
	case <-done:
	case <-ctx.Done(): // the goroutine ends at the next page
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	return page.Compose(ctx, "pdf", pages, budget)
}

// readPages draws all pages of a file.
func readPages(ctx context.Context, data []byte, budget *document.Budget) ([]page.Page, error) {
	pool, err := start(ctx)
	if err != nil {
		return nil, document.Damaged(err)
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, errors.Join(ctx.Err(), document.Damaged(err))
	}
	defer instance.Close()
	file, err := open(instance, data)
	if err != nil {
		return nil, err
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: file})
	if err != nil {
		return nil, document.Damaged(err)
	}
	if count.PageCount > mostPages {
		return nil, document.TooManyPages(mostPages)
	}
	r := &reader{Pdfium: instance, budget: budget}
	pages := make([]page.Page, count.PageCount)
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if pages[i], err = r.page(file, i); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

func open(instance pdfium.Pdfium, data []byte) (references.FPDF_DOCUMENT, error) {
	file, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return "", document.Encrypted()
	case err != nil:
		return "", document.Damaged(err)
	}
	return file.Document, nil
}
