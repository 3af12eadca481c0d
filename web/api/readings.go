package api

import (
	"bytes"
	"context"
	"net/http"

	"gangmu/office"
	"gangmu/render"
)

// Acceptance lets a finding stand.
type Acceptance struct {
	Fingerprint string `json:"fingerprint" maxLength:"40"`
	Reason      string `json:"reason"`
}

// ReadingCorrection changes one field of one row of what was read.
type ReadingCorrection struct {
	Row    int    `json:"row" minimum:"0" doc:"Counts the indicators from 0; the one behind the last is a new row"`
	Field  string `json:"field" enum:"year,no,of,name,unit,section,binding,target,actual,owner,removed"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// VersionPath names a version in an address. (Huma fills embedded structs only when
// they are exported.)
type VersionPath struct {
	Draft   string `path:"draft"`
	Version int    `path:"version" minimum:"1"`
}

func (p VersionPath) job() office.Job { return office.Job{Draft: p.Draft, Version: p.Version} }

// document is an answer in a shape that docs/formats.md describes.
type document struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func jsonDocument(b *bytes.Buffer, err error) (*document, error) {
	return &document{ContentType: "application/json", Body: b.Bytes()}, err
}

// nothing answers what needs no answer.
type nothing struct{}

func (a *API) readings() {
	const version = "/drafts/{draft}/versions/{version}"
	add(a, operation{
		id: "get-version", method: http.MethodGet, path: version, tag: "drafts", needs: office.ReadDraft,
		summary: "A version: how far the reading is, and its summary",
	}, func(ctx context.Context, actor office.Actor, in *VersionPath) (*One[Version], error) {
		d, err := a.Office.Draft(ctx, actor, in.Draft)
		if err != nil {
			return nil, err
		}
		if in.Version > len(d.Versions) {
			return nil, office.ErrNotFound
		}
		return &One[Version]{Body: versionOf(callerOf(ctx), d.Versions[in.Version-1])}, nil
	})
	add(a, operation{
		id: "get-findings", method: http.MethodGet, path: version + "/findings", tag: "drafts", needs: office.ReadDraft,
		summary: "What the checks say: an entry of the documents of gangmu vet --format json", document: "A document of `gangmu vet --format json`",
	}, func(ctx context.Context, actor office.Actor, in *VersionPath) (*document, error) {
		v, _, err := a.Office.Vetted(ctx, actor, in.job())
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		return jsonDocument(&b, render.FindingsJSON(&b, v, callerOf(ctx).lang))
	})
	add(a, operation{
		id: "get-read-plan", method: http.MethodGet, path: version + "/plan", tag: "drafts", needs: office.ReadDraft,
		summary: "The plan that was read, as corrected: the object of gangmu read --format json", document: "The object of `gangmu read --format json`",
	}, func(ctx context.Context, actor office.Actor, in *VersionPath) (*document, error) {
		r, err := a.Office.Reading(ctx, actor, in.job())
		if err != nil {
			return nil, err
		}
		p := *r.Plan
		p.Indicators = r.Indicators()
		var b bytes.Buffer
		return jsonDocument(&b, render.PlanJSON(&b, "", &p, nil))
	})
	add(a, operation{
		id: "correct-reading", method: http.MethodPost, path: version + "/corrections", tag: "drafts", needs: office.CorrectReading,
		summary: "Correct what was read; the file and the first reading stay", status: http.StatusNoContent,
	}, func(ctx context.Context, actor office.Actor, in *struct {
		VersionPath
		Body ReadingCorrection
	}) (*nothing, error) {
		c := office.Correction{Row: in.Body.Row, Field: office.Field(in.Body.Field), Value: in.Body.Value, Reason: in.Body.Reason}
		return nil, a.Office.CorrectReading(ctx, actor, in.job(), c)
	})
	add(a, operation{
		id: "accept-finding", method: http.MethodPost, path: version + "/acceptances", tag: "drafts", needs: office.AcceptFinding,
		summary: "Let a finding stand in this draft, for a reason", status: http.StatusNoContent,
	}, func(ctx context.Context, actor office.Actor, in *struct {
		VersionPath
		Body Acceptance
	}) (*nothing, error) {
		return nil, a.Office.AcceptFinding(ctx, actor, in.job(), in.Body.Fingerprint, in.Body.Reason)
	})
	add(a, operation{
		id: "reopen-finding", method: http.MethodPost, path: "/drafts/{draft}/reopenings", tag: "drafts", needs: office.AcceptFinding,
		summary: "Take an acceptance back", status: http.StatusNoContent,
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Draft string `path:"draft"`
		Body  Acceptance
	}) (*nothing, error) {
		return nil, a.Office.ReopenFinding(ctx, actor, in.Draft, in.Body.Fingerprint, in.Body.Reason)
	})
}
