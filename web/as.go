package web

import (
	"bytes"
	"context"
	"mime"
	"net/http"
	"path"
	"strings"

	"gangmu/document"
	"gangmu/office"
	"gangmu/render"
	"gangmu/render/workbook"
)

var asRoute = route{pattern: "GET /drafts/{id}/{version}/as/{format}", handle: as}

type vetted = render.Vetted

// format is a way to take a vetted report along.
type format struct {
	name, suffix, mediaType string
	offers                  func(vetted) bool // nil for all
	write                   func(context.Context, []byte, vetted, render.Lang) ([]byte, error)
}

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

var formats = []format{
	{name: "docx", suffix: ".docx", mediaType: wordType, write: func(ctx context.Context, data []byte, v vetted, l render.Lang) ([]byte, error) {
		return render.FindingsWord(ctx, data, v, commenting(l))
	}},
	{
		name: "pdf", suffix: ".pdf", mediaType: "application/pdf",
		offers: func(v vetted) bool { return v.Document.Format == "pdf" },
		write: func(ctx context.Context, data []byte, v vetted, l render.Lang) ([]byte, error) {
			return render.FindingsPDF(ctx, data, v, commenting(l))
		},
	},
	{
		name: "xlsx", suffix: ".xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		write: func(_ context.Context, _ []byte, v vetted, _ render.Lang) ([]byte, error) {
			var b bytes.Buffer
			err := workbook.Write(&b, []workbook.Report{{File: v.File, Plan: v.Plan}})
			return b.Bytes(), err
		},
	},
	{name: "json", suffix: ".json", mediaType: "application/json", write: func(_ context.Context, _ []byte, v vetted, l render.Lang) ([]byte, error) {
		var b bytes.Buffer
		err := render.FindingsJSON(&b, v, l)
		return b.Bytes(), err
	}},
	{name: "source", write: func(_ context.Context, data []byte, _ vetted, _ render.Lang) ([]byte, error) { return data, nil }},
}

func commenting(l render.Lang) render.Commenting {
	return render.Commenting{Author: "纲目", Lang: l, Limits: document.Limits{}}
}

// as sends a version in one of the formats; "source" is the uploaded file itself.
func as(r *request) error {
	job, err := r.job()
	if err != nil {
		return err
	}
	for _, f := range formats {
		if f.name != r.PathValue("format") {
			continue
		}
		if f.name == "source" {
			return r.sendSource(job)
		}
		v, data, err := r.app.Office.Vetted(r.Context(), r.actor, job)
		if err != nil {
			return err
		}
		if f.offers != nil && !f.offers(v) {
			break
		}
		out, err := f.write(r.Context(), data, v, r.lang)
		if err != nil {
			return err
		}
		r.send(r.t("as.prefix")+strings.TrimSuffix(v.File, path.Ext(v.File))+f.suffix, f.mediaType, out)
		return nil
	}
	return office.ErrNotFound
}

// sendSource sends an uploaded file to be saved, never to be shown: it comes from
// anywhere.
func (r *request) sendSource(job office.Job) error {
	name, data, err := r.app.Office.Source(r.Context(), r.actor, job)
	if err != nil {
		return err
	}
	r.w.Header().Set("Content-Type", "application/octet-stream")
	r.w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	http.NewResponseController(r.w).Flush()
	_, _ = r.w.Write(data)
	return nil
}
