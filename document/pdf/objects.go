package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"gangmu/document"
	"gangmu/document/internal/page"
)

const (
	deepest      = 8       // forms inside each other
	mostSegments = 200_000 // of paths that are looked at; maps and charts have more
)

// objects takes the ruling lines and pictures of the page.
func (r *reader) objects(this requests.Page) error {
	count, err := r.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: this})
	if err != nil {
		return document.Damaged(err)
	}
	for i := range count.Count {
		object, err := r.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: this, Index: i})
		if err != nil {
			return document.Damaged(err)
		}
		if err := r.object(object.PageObject, r.flip(), 0); err != nil {
			return document.Damaged(err)
		}
	}
	return nil
}

func (r *reader) object(o references.FPDF_PAGEOBJECT, outer page.Matrix, depth int) error {
	kind, err := r.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_PATH:
		return r.path(o, outer)
	case enums.FPDF_PAGEOBJ_IMAGE:
		m, err := r.matrixOf(o, outer)
		if err != nil {
			return err
		}
		r.drawn.Pictures = append(r.drawn.Pictures, m.Box(page.Box{X1: 1, Y1: 1}))
	case enums.FPDF_PAGEOBJ_FORM:
		if depth < deepest {
			return r.form(o, outer, depth)
		}
	}
	return nil
}

func (r *reader) form(o references.FPDF_PAGEOBJECT, outer page.Matrix, depth int) error {
	m, err := r.matrixOf(o, outer)
	if err != nil {
		return err
	}
	count, err := r.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return err
	}
	for i := range count.Count {
		inner, err := r.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
		if err != nil {
			return err
		}
		if err := r.object(inner.PageObject, m, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// matrixOf is how o is moved onto the page.
func (r *reader) matrixOf(o references.FPDF_PAGEOBJECT, outer page.Matrix) (page.Matrix, error) {
	m, err := r.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return outer, nil // an object without one stands as it is
	}
	v := m.Matrix
	own := page.Matrix{A: float64(v.A), B: float64(v.B), C: float64(v.C), D: float64(v.D), E: float64(v.E), F: float64(v.F)}
	return own.Then(outer), nil
}

// path takes the straight pieces of a path that is drawn as lines, and of one
// that is filled the thin boxes.
func (r *reader) path(o references.FPDF_PAGEOBJECT, outer page.Matrix) error {
	mode, err := r.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil {
		return err
	}
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE
	if !mode.Stroke && !filled {
		return nil
	}
	m, err := r.matrixOf(o, outer)
	if err != nil {
		return err
	}
	count, err := r.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil {
		return err
	}
	if r.segments += count.Count; r.segments > mostSegments {
		return nil
	}
	pen := &page.Pen{Page: &r.drawn, Matrix: m, Stroke: mode.Stroke}
	for i := range count.Count {
		if err := r.segment(pen, o, i); err != nil {
			return err
		}
	}
	pen.Lift()
	return nil
}

func (r *reader) segment(pen *page.Pen, o references.FPDF_PAGEOBJECT, i int) error {
	s, err := r.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
	if err != nil {
		return err
	}
	kind, err := r.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
	if err != nil {
		return err
	}
	to, err := r.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
	if err != nil {
		return err
	}
	closed, err := r.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment})
	if err != nil {
		return err
	}
	switch x, y := float64(to.X), float64(to.Y); kind.Type {
	case enums.FPDF_SEGMENT_MOVETO:
		pen.Move(x, y)
	case enums.FPDF_SEGMENT_LINETO:
		pen.Line(x, y)
	default:
		pen.Curve(x, y)
	}
	if closed.IsClose {
		pen.Close()
	}
	return nil
}
