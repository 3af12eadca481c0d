package main

import (
	"bytes"
	"context"
	"io"

	"gangmu/render"
	"gangmu/render/page"
	"gangmu/render/sarif"
	"gangmu/vet"
	"gangmu/vet/rules"
	"gangmu/web/local"
)

// vetUpload reads the files that were dropped on the local page. Of two the one
// of the later year is the report; the other one is last year's.
func (s *invocation) vetUpload(ctx context.Context, files []local.File) ([]local.Report, error) {
	here := *s
	here.ctx = ctx
	var reports []*report
	for _, f := range files {
		r, err := here.parse(f.Name, f.Data)
		if err != nil {
			return nil, about(f.Name, err)
		}
		reports = append(reports, r)
	}
	if len(reports) == 2 && reports[1].plan.ExecutedYear > reports[0].plan.ExecutedYear {
		reports[0], reports[1] = reports[1], reports[0]
		files = []local.File{files[1], files[0]}
	}
	readings := make([]*vet.Reading, len(reports)+1) // nil after the last
	for i, r := range reports {
		readings[i] = vet.NewReading(r.file, r.document, r.extracted)
	}
	var out []local.Report
	for i, r := range reports {
		result, err := vet.Run(ctx, readings[i], readings[i+1], rules.All)
		if err != nil {
			return nil, err
		}
		v := render.Vetted{File: r.file, Document: r.document, Plan: r.plan, Result: result}
		out = append(out, local.Report{Vetted: v, Data: files[i].Data})
	}
	return out, nil
}

func explained(err error) vet.Words {
	p := problemOf(err)
	return vet.Words{Zh: p.Zh, En: p.En}
}

// savedFormats are what the local page offers to save.
func (s *invocation) savedFormats() []local.Format {
	vetted := func(reports []local.Report) []render.Vetted {
		out := make([]render.Vetted, len(reports))
		for i := range reports {
			out[i] = reports[i].Vetted
		}
		return out
	}
	return []local.Format{
		{
			Suffix: ".html", Type: "text/html; charset=utf-8", Label: vet.Words{Zh: "网页", En: "Web page"},
			Write: func(_ context.Context, w io.Writer, reports []local.Report) error {
				return page.Write(w, vetted(reports), version, s.lang)
			},
		},
		{
			Suffix: ".json", Type: "application/json", Label: vet.Words{Zh: "JSON", En: "JSON"},
			Write: func(_ context.Context, w io.Writer, reports []local.Report) error {
				list := resultList{w: w, format: formatJSON, total: len(reports), listed: true}
				for _, r := range reports {
					body, err := findingsJSON(r.Vetted, s.lang)
					if err != nil {
						return err
					}
					list.add(r.File, body)
				}
				return list.close(nil, nil)
			},
		},
		{
			Suffix: ".sarif", Type: "application/sarif+json", Label: vet.Words{Zh: "SARIF", En: "SARIF"},
			Write: func(_ context.Context, w io.Writer, reports []local.Report) error {
				return sarif.Write(w, vetted(reports), version, s.lang)
			},
		},
	}
}

func findingsJSON(v render.Vetted, l render.Lang) ([]byte, error) {
	var b bytes.Buffer
	err := render.FindingsJSON(&b, v, l)
	return b.Bytes(), err
}
