package main

import (
	"bytes"
	"context"
	"io"

	"gangmu/render"
	"gangmu/render/page"
	"gangmu/render/sarif"
	"gangmu/vet"
	"gangmu/web/local"
)

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
			Suffix: ".docx", Type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			Label: vet.Words{Zh: "保存带批注的 Word 文件", En: "Save as a Word file with comments"},
			Write: func(ctx context.Context, w io.Writer, reports []local.Report) error {
				out, err := render.FindingsWord(ctx, reports[0].Data, reports[0].Vetted, render.Commenting{Author: "纲目", Lang: s.lang, Limits: s.limits()})
				if err == nil {
					_, err = w.Write(out)
				}
				return err
			},
		},
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
