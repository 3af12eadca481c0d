// Package sarif prints findings in the Static Analysis Results Interchange
// Format 2.1.0, for programs that collect the results of checks.
//
// It decides which part of the format says what. In plain text a place is a
// region of the file; in other formats it is a logical location, the block's
// name (p12, t3.r5.c2) with its columns, since lines of such files are not lines
// of the text. No time, no identifiers by chance: the same input gives the same
// bytes.
package sarif

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"gangmu/render"
	"gangmu/vet"
)

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// Write prints what the rules say of all reports as one run of the program of
// that version.
func Write(w io.Writer, all []render.Vetted, version string, l render.Lang) error {
	p := &printer{lang: l, run: run{
		Tool: tool{driver{
			Name: "gangmu", FullName: "Gangmu 纲目", SemanticVersion: version, Language: language(l), Rules: []rule{},
		}},
		Invocations: []invocation{{ExecutionSuccessful: true}},
		Language:    language(l), ColumnKind: "unicodeCodePoints", Artifacts: []artifact{}, Results: []result{},
	}}
	for _, v := range all {
		if err := p.report(v); err != nil {
			return err
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(log{schema, "2.1.0", []run{p.run}})
}

func language(l render.Lang) string {
	if l == render.En {
		return "en"
	}
	return "zh-CN"
}

type printer struct {
	run  run
	lang render.Lang
}

func (p *printer) report(v render.Vetted) error {
	for _, r := range v.Result.Rules {
		if p.index(r.ID) >= 0 {
			continue
		}
		printed, err := p.rule(r)
		if err != nil {
			return err
		}
		p.run.Tool.Driver.Rules = append(p.run.Tool.Driver.Rules, printed)
	}
	file := artifactLocation{uri(v.File)}
	p.run.Artifacts = append(p.run.Artifacts, artifact{file, []string{"analysisTarget"}, map[string]any{
		"coverage": v.Result.Coverage,
	}})
	for _, f := range v.Result.Findings {
		p.run.Results = append(p.run.Results, p.result(f, file, v.Result.Compared))
	}
	for _, f := range v.Result.Failed {
		p.failure(f, file)
	}
	return nil
}

func (p *printer) rule(r *vet.Rule) (rule, error) {
	var page strings.Builder
	if err := render.RulePage(&page, r, p.lang); err != nil {
		return rule{}, err
	}
	return rule{
		ID:                   r.ID,
		ShortDescription:     text{p.lang.Of(r.Doc.Title)},
		FullDescription:      text{p.lang.Of(r.Doc.What)},
		Help:                 text{page.String()},
		DefaultConfiguration: configuration{level(r.Severity)},
		Properties:           map[string]string{"since": r.Since},
	}, nil
}

// index is where in the run a rule stands; -1 when nowhere.
func (p *printer) index(id string) int {
	return slices.IndexFunc(p.run.Tool.Driver.Rules, func(r rule) bool { return r.ID == id })
}

func (p *printer) result(f vet.Finding, file artifactLocation, compared bool) result {
	out := result{
		RuleID: f.Rule, RuleIndex: p.index(f.Rule), Level: level(f.Severity), Message: text{p.message(f)},
		PartialFingerprints: map[string]string{"gangmu/v1": f.Fingerprint},
		Locations:           []location{}, Suppressions: []suppression{},
	}
	for _, m := range f.Marks {
		at := place(m, file)
		if m.Role == vet.Subject {
			out.Locations = append(out.Locations, at)
			continue
		}
		id := len(out.RelatedLocations) + 1
		at.ID = &id
		out.RelatedLocations = append(out.RelatedLocations, at)
	}
	if compared {
		out.BaselineState = map[bool]string{true: "unchanged", false: "new"}[f.Known]
	}
	if a := f.Accepted; a != nil {
		out.Suppressions = append(out.Suppressions, suppression{"external", "accepted", a.Reason, byAndOn(a)})
	}
	if f.Fix != "" && len(f.Marks) > 0 && out.Locations[0].Physical.Region != nil {
		at := out.Locations[0].Physical
		deleted := *at.Region
		deleted.Snippet = nil
		out.Fixes = []fix{{text{f.Fix}, []artifactChange{{at.Artifact, []replacement{{deleted, text{f.Fix}}}}}}}
	}
	if len(f.Values) > 0 {
		out.Properties = map[string]any{"values": f.Values}
	}
	return out
}

// message is the sentence with its arithmetic.
func (p *printer) message(f vet.Finding) string {
	return strings.TrimSpace(p.lang.Of(f.Message) + " " + p.lang.Of(f.Basis))
}

func byAndOn(a *vet.Acceptance) any {
	if a.By == "" && a.On == "" {
		return nil
	}
	return map[string]string{"by": a.By, "on": a.On}
}

// failure says that a check did not run to its end.
func (p *printer) failure(f vet.Failure, file artifactLocation) {
	in := &p.run.Invocations[0]
	in.ExecutionSuccessful = false
	in.Notifications = append(in.Notifications, notification{
		Level: "error", Message: text{fmt.Sprint(f.Err)},
		AssociatedRule: &ruleReference{f.Rule, p.index(f.Rule)},
		Locations:      []location{{Physical: physicalLocation{Artifact: file}}},
	})
}

// place is where a mark stands: a region of a text, a block of anything else.
func place(m vet.Mark, file artifactLocation) location {
	if m.File != "" {
		file = artifactLocation{uri(m.File)}
	}
	at := location{Physical: physicalLocation{Artifact: file}, Message: &text{m.Text}}
	s := m.Span
	switch {
	case s.IsZero():
	case s.Block == "":
		at.Physical.Region = &region{s.Line, s.Column, s.EndLine, s.EndColumn, &text{m.Text}}
	default:
		at.LogicalLocations = []logicalLocation{{s.Block, kind(s.Block), map[string]int{"startColumn": s.Column, "endColumn": s.EndColumn}}}
	}
	return at
}

// kind says what a block is.
func kind(block string) string {
	if strings.Contains(block, ".c") {
		return "cell"
	}
	return "paragraph"
}

func level(s vet.Severity) string {
	switch s {
	case vet.Error:
		return "error"
	case vet.Warning:
		return "warning"
	}
	return "note"
}

// uri makes a reference out of a file's name: relative ones stay so.
func uri(file string) string {
	if file == "-" {
		return "stdin"
	}
	path := filepath.ToSlash(file)
	u := url.URL{Path: path}
	switch {
	case strings.HasPrefix(path, "/"):
		u.Scheme = "file"
	case filepath.VolumeName(file) != "":
		u.Scheme, u.Path = "file", "/"+path
	}
	return u.String()
}
