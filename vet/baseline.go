package vet

import (
	"encoding/json"
	"errors"
	"path/filepath"

	"gangmu/document"
)

// Baseline is what an earlier run found: what it holds is known, and only the
// rest is new.
type Baseline struct {
	files []baselineFile
}

type baselineFile struct {
	Name     string            `json:"file"`
	Findings []baselineFinding `json:"findings"`
}

type baselineFinding struct {
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
}

// CodeBaseline is the code of errors in a baseline.
const CodeBaseline = "bad-baseline"

// ReadBaseline reads what `vet --format json` printed. Its errors are
// *document.Error.
func ReadBaseline(data []byte) (*Baseline, error) {
	var in struct {
		Documents []baselineFile `json:"documents"`
	}
	err := json.Unmarshal(data, &in)
	if err == nil && in.Documents == nil {
		err = errors.New("no documents")
	}
	for _, d := range in.Documents {
		for _, f := range d.Findings {
			if f.Fingerprint == "" {
				err = errors.New("a finding without a fingerprint")
			}
		}
	}
	if err != nil {
		return nil, &document.Error{
			Code:      CodeBaseline,
			Message:   "这不是 gangmu vet --format json 的结果，不能用作基线。请用它重新生成。",
			MessageEn: "This is not what gangmu vet --format json prints and cannot be a baseline: make it anew.",
			Cause:     err,
		}
	}
	return &Baseline{in.Documents}, nil
}

// Since notes which findings are known to b, and how many known ones are gone.
// A report is held against the file of its name; against all of them if none
// has it, as drafts are renamed.
func (r *Result) Since(b *Baseline, file string) {
	r.Compared = true
	files := b.of(file)
	known := map[string]bool{}
	for _, d := range files {
		for _, f := range d.Findings {
			known[f.Fingerprint] = true
		}
	}
	found := map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Known = known[f.Fingerprint]
		found[f.Fingerprint] = true
	}
	if len(files) != 1 {
		return // what another report had is not gone from this one
	}
	for _, f := range files[0].Findings {
		if !found[f.Fingerprint] && r.Answered(f.Rule) {
			r.Gone++
		}
	}
}

func (b *Baseline) of(file string) []baselineFile {
	for i, d := range b.files {
		if filepath.Base(d.Name) == filepath.Base(file) {
			return b.files[i : i+1]
		}
	}
	return b.files
}
