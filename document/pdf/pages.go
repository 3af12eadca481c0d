package pdf

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	pdfium "github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"gangmu/document"
	"gangmu/document/internal/page"
)

// Long files are read by several instances of PDFium at once. Each loads the
// fonts for itself, which pays from a dozen pages on.
const (
	mostReaders = 4
	pagesEach   = 12
)

// readPages draws all pages of a file.
func readPages(ctx context.Context, data []byte, budget *document.Budget) ([]page.Page, error) {
	shared := &purse{budget: budget}
	first, err := open(ctx, data, shared)
	if err != nil {
		return nil, err
	}
	defer first.Close()
	count, err := first.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: first.file})
	if err != nil {
		return nil, document.Damaged(err)
	}
	if count.PageCount > mostPages {
		return nil, document.TooManyPages(mostPages)
	}
	pages := make([]page.Page, count.PageCount)
	readers := max(1, min(runtime.GOMAXPROCS(0), mostReaders, len(pages)/pagesEach))
	errs := make([]error, readers)
	var wait sync.WaitGroup
	for k := 1; k < readers; k++ {
		wait.Go(func() {
			other, err := open(ctx, data, shared)
			if err != nil {
				errs[k] = err
				return
			}
			defer other.Close()
			errs[k] = other.every(ctx, pages, k, readers)
		})
	}
	errs[0] = first.every(ctx, pages, 0, readers)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// every draws the pages from start on in steps.
func (r *reader) every(ctx context.Context, pages []page.Page, start, step int) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = document.Damaged(fmt.Errorf("%v\n%s", fault, debug.Stack()))
		}
	}()
	for i := start; i < len(pages); i += step {
		if err := ctx.Err(); err != nil {
			return err
		}
		if pages[i], err = r.page(i); err != nil {
			return err
		}
	}
	return nil
}

// purse is a budget that several readers spend.
type purse struct {
	sync.Mutex
	budget *document.Budget
}

func (p *purse) expand(n int64) error {
	p.Lock()
	defer p.Unlock()
	return p.budget.Expand(n)
}

// reader draws pages of one file with an instance of PDFium.
type reader struct {
	pdfium.Pdfium
	*purse
	file references.FPDF_DOCUMENT

	frame    page.Box // of the page, in the coordinates of PDF
	drawn    page.Page
	segments int // of paths, on all pages
}

// open starts an instance that holds the file. It must be closed.
func open(ctx context.Context, data []byte, shared *purse) (*reader, error) {
	pool, err := start(ctx)
	if err != nil {
		return nil, document.Damaged(err)
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, errors.Join(ctx.Err(), document.Damaged(err))
	}
	file, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err == nil {
		return &reader{Pdfium: instance, purse: shared, file: file.Document}, nil
	}
	instance.Close()
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		return nil, document.Encrypted()
	}
	return nil, document.Damaged(err)
}
