package pdf

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"gangmu/document"
	"gangmu/document/internal/page"
)

// page draws one page. A page that PDFium cannot load is an empty one for other
// programs too.
func (r *reader) page(index int) (page.Page, error) {
	loaded, err := r.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: r.file, Index: index})
	if err != nil {
		return page.Page{}, nil
	}
	defer r.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	this := requests.Page{ByReference: &loaded.Page}
	box, err := r.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: this})
	if err != nil {
		return page.Page{}, document.Damaged(err)
	}
	r.frame = page.Between(float64(box.Rect.Left), float64(box.Rect.Top), float64(box.Rect.Right), float64(box.Rect.Bottom))
	r.drawn = page.Page{Width: r.frame.X1 - r.frame.X0, Height: r.frame.Y1 - r.frame.Y0}
	if err := r.characters(this); err != nil {
		return page.Page{}, err
	}
	if err := r.objects(this); err != nil {
		return page.Page{}, err
	}
	return r.drawn, nil
}

// characters takes the characters that the page prints, without those that
// PDFium adds between them.
func (r *reader) characters(this requests.Page) error {
	loaded, err := r.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: this})
	if err != nil {
		return document.Damaged(err)
	}
	text := loaded.TextPage
	defer r.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	count, err := r.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return document.Damaged(err)
	}
	if err := r.expand(int64(count.Count) * glyphCost); err != nil {
		return err
	}
	r.drawn.Glyphs = make([]page.Glyph, 0, count.Count)
	for i := range count.Count {
		if err := r.character(text, i); err != nil {
			return document.Damaged(err)
		}
	}
	return nil
}

// glyphCost is what a character with its box takes, in bytes.
const glyphCost = 96

func (r *reader) character(text references.FPDF_TEXTPAGE, i int) error {
	code, err := r.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil {
		return err
	}
	c := rune(uint32(code.Unicode))
	if c < ' ' || c == 0xFFFE || c == 0xFFFF {
		return nil
	}
	box, err := r.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
	if err != nil || c == ' ' && box.Rect.Left == box.Rect.Right {
		return nil
	}
	size, err := r.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: text, Index: i})
	if err != nil {
		return err
	}
	angle, err := r.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: text, Index: i})
	if err != nil {
		return err
	}
	r.drawn.Glyphs = append(r.drawn.Glyphs, page.Glyph{
		Box:    r.flip().Box(page.Box{X0: float64(box.Rect.Left), Y0: float64(box.Rect.Bottom), X1: float64(box.Rect.Right), Y1: float64(box.Rect.Top)}),
		Text:   string(c),
		Size:   size.FontSize,
		Turn:   page.TurnOf(float64(angle.CharAngle)),
		Source: int64(i),
	})
	return nil
}

// flip turns the coordinates of PDF, whose y goes upwards, into those of the
// page.
func (r *reader) flip() page.Matrix {
	return page.Matrix{A: 1, D: -1, E: -r.frame.X0, F: r.frame.Y1}
}
