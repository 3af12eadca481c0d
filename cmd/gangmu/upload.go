package main

import (
	"context"

	"gangmu/extract"
	"gangmu/render"
	"gangmu/vet"
	"gangmu/vet/rules"
	"gangmu/web/local"
)

// vetUpload reads the files that were dropped on the local page. Of two that are
// reports of one place the later one is the report; the other is last year's.
func (s *invocation) vetUpload(ctx context.Context, files []local.File) ([]local.Report, error) {
	here := *s
	here.ctx = ctx
	reports := make([]*report, len(files))
	editions := make([]vet.Edition, len(files))
	for i, f := range files {
		r, data, err := here.parseUncommented(f.Name, f.Data)
		if err != nil {
			return nil, about(f.Name, err)
		}
		files[i].Data, reports[i], editions[i] = data, r, vet.EditionOf(extract.Identify(r.document))
	}
	earlier := vet.Pair(editions)
	out := make([]local.Report, len(files))
	for i, r := range reports {
		var last *vet.Reading
		if j := earlier[i]; j >= 0 {
			last = vet.NewReading(reports[j].file, reports[j].document, reports[j].extracted)
		}
		result, err := vet.Run(ctx, vet.NewReading(r.file, r.document, r.extracted), last, rules.All)
		if err != nil {
			return nil, err
		}
		out[i] = local.Report{
			Vetted: render.Vetted{File: r.file, Document: r.document, Plan: r.plan, Result: result}, Data: files[i].Data,
		}
	}
	if len(out) == 2 && earlier[1] == 0 {
		out[0], out[1] = out[1], out[0]
	}
	return out, nil
}

func explained(err error) vet.Words {
	p := problemOf(err)
	return vet.Words{Zh: p.Zh, En: p.En}
}
