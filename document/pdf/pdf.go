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
	type result struct {
		pages []page.Page
		err   error
	}
	done := make(chan result, 1)
	go func() {
		pages, err := readPages(ctx, data, budget)
		done <- result{pages, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			return nil, r.err
		}
		return page.Compose(ctx, "pdf", r.pages, budget)
	case <-ctx.Done(): // the goroutine ends at the next page
		return nil, ctx.Err()
	}
}
