package render

import (
	"context"

	"gangmu/document/pdf"
)

// FindingsPDF puts what the rules say of a PDF file onto the characters that it
// is about, as highlights with a note, and returns the new file; those of an
// earlier run go. data is the file of v.Document. Findings that were accepted or
// are known are left out.
func FindingsPDF(ctx context.Context, data []byte, v Vetted, c Commenting) ([]byte, error) {
	n := notes{excerpts: newExcerpts(v.Document), lang: c.Lang}
	for _, f := range v.Result.Findings {
		if f.Open() {
			n.finding(f)
		}
	}
	annotations := make([]pdf.Annotation, len(n.comments))
	for i, said := range n.comments {
		annotations[i] = pdf.Annotation{On: said.On, Text: said.Text, Author: c.Author}
	}
	return pdf.Annotate(ctx, data, annotations, c.Limits)
}
