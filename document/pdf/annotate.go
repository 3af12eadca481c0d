package pdf

import (
	"bytes"
	"context"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"

	"gangmu/document"
)

// Annotation is a note on characters of a file.
type Annotation struct {
	On     []document.Range // the characters, as document.Text.Source gives them
	Text   []string         // what it says, a line each
	Author string
}

// mark begins the names of our annotations.
const mark = "gangmu:"

// Annotate highlights characters of data, a PDF file, and lets each highlight
// say something; it takes out what it put in before. The file stays as it is,
// and the changes follow behind it, as PDF allows. Every error but ctx's is a
// *document.Error.
func Annotate(ctx context.Context, data []byte, annotations []Annotation, limits document.Limits) ([]byte, error) {
	r, err := open(ctx, data, &purse{budget: document.NewBudget(limits)})
	if err != nil {
		return nil, err
	}
	defer r.Close()
	count, err := r.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: r.file})
	if err != nil {
		return nil, document.Damaged(err)
	}
	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := r.annotatePage(i, annotations); err != nil {
			return nil, document.Damaged(err)
		}
	}
	var out bytes.Buffer
	if _, err := r.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: r.file, Flags: requests.SaveFlagIncremental, FileWriter: &out}); err != nil {
		return nil, document.Damaged(err)
	}
	return out.Bytes(), nil
}

func (r *reader) annotatePage(index int, annotations []Annotation) error {
	loaded, err := r.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: r.file, Index: index})
	if err != nil {
		return nil // nothing was read of it
	}
	defer r.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	this := requests.Page{ByReference: &loaded.Page}
	if err := r.clear(this); err != nil {
		return err
	}
	var text references.FPDF_TEXTPAGE
	for _, a := range annotations {
		for _, on := range a.On {
			if int(on.Part) != index {
				continue
			}
			if text == "" {
				loaded, err := r.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: this})
				if err != nil {
					return err
				}
				text = loaded.TextPage
				defer r.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
			}
			if err := r.highlight(this, r.boxes(text, on), a); err != nil {
				return err
			}
		}
	}
	return nil
}

// clear takes out the annotations of an earlier run.
func (r *reader) clear(this requests.Page) error {
	count, err := r.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: this})
	if err != nil {
		return err
	}
	for i := count.Count - 1; i >= 0; i-- {
		found, err := r.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: this, Index: i})
		if err != nil {
			continue // not well-formed, and not ours
		}
		name, err := r.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: found.Annotation, Key: "NM"})
		r.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: found.Annotation})
		if err != nil || !strings.HasPrefix(name.Value, mark) {
			continue
		}
		if _, err := r.FPDFPage_RemoveAnnot(&requests.FPDFPage_RemoveAnnot{Page: this, Index: i}); err != nil {
			return err
		}
	}
	return nil
}

// boxes are the boxes of characters, those that follow each other on a line
// joined.
func (r *reader) boxes(text references.FPDF_TEXTPAGE, on document.Range) (out []structs.FPDF_FS_RECTF) {
	const near = 3 // points
	for i := on.Start; i < on.End; i++ {
		loaded, err := r.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: int(i)})
		if err != nil {
			continue
		}
		b := loaded.Rect
		if n := len(out); n > 0 && abs(out[n-1].Bottom-b.Bottom) < near && b.Left-out[n-1].Right < b.Top-b.Bottom && b.Left > out[n-1].Left {
			out[n-1].Right, out[n-1].Top, out[n-1].Bottom = max(out[n-1].Right, b.Right), max(out[n-1].Top, b.Top), min(out[n-1].Bottom, b.Bottom)
			continue
		}
		out = append(out, b)
	}
	return out
}

// highlight adds one annotation over all boxes.
func (r *reader) highlight(this requests.Page, boxes []structs.FPDF_FS_RECTF, a Annotation) error {
	if len(boxes) == 0 {
		return nil
	}
	made, err := r.FPDFPage_CreateAnnot(&requests.FPDFPage_CreateAnnot{Page: this, Subtype: enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT})
	if err != nil {
		return err
	}
	note := made.Annotation
	defer r.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: note})
	whole := boxes[0]
	for _, b := range boxes {
		whole = structs.FPDF_FS_RECTF{Left: min(whole.Left, b.Left), Top: max(whole.Top, b.Top), Right: max(whole.Right, b.Right), Bottom: min(whole.Bottom, b.Bottom)}
		corners := structs.FPDF_FS_QUADPOINTSF{X1: b.Left, Y1: b.Top, X2: b.Right, Y2: b.Top, X3: b.Left, Y3: b.Bottom, X4: b.Right, Y4: b.Bottom}
		if _, err := r.FPDFAnnot_AppendAttachmentPoints(&requests.FPDFAnnot_AppendAttachmentPoints{Annotation: note, AttachmentPoints: corners}); err != nil {
			return err
		}
	}
	if _, err := r.FPDFAnnot_SetRect(&requests.FPDFAnnot_SetRect{Annotation: note, Rect: whole}); err != nil {
		return err
	}
	if _, err := r.FPDFAnnot_SetColor(&requests.FPDFAnnot_SetColor{Annotation: note, R: 255, G: 217, B: 102, A: 255}); err != nil {
		return err
	}
	for _, entry := range [][2]string{{"Contents", strings.Join(a.Text, "\n")}, {"T", a.Author}, {"NM", mark + strings.Join(a.Text[:min(1, len(a.Text))], "")}} {
		if _, err := r.FPDFAnnot_SetStringValue(&requests.FPDFAnnot_SetStringValue{Annotation: note, Key: entry[0], Value: entry[1]}); err != nil {
			return err
		}
	}
	return nil
}

func abs(v float32) float32 { return max(v, -v) }
