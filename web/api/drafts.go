package api

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"time"

	"gangmu/office"
	"gangmu/vet"
)

// Draft is a report in the making.
type Draft struct {
	ID       string    `json:"id"`
	Unit     string    `json:"unit" doc:"Whose report it is"`
	Title    string    `json:"title"`
	Versions []Version `json:"versions"`
}

// Version is one uploaded file.
type Version struct {
	Draft    string       `json:"draft"`
	Version  int          `json:"version"`
	File     string       `json:"file"`
	Size     int64        `json:"size" doc:"Bytes"`
	SHA256   string       `json:"sha256"`
	Person   string       `json:"person" doc:"Who uploaded it"`
	At       time.Time    `json:"at"`
	State    string       `json:"state" enum:"waiting,read,unreadable"`
	Stage    string       `json:"stage,omitempty" doc:"While it waits: reading, checking, saving"`
	Format   string       `json:"format,omitempty"`
	Title    string       `json:"title,omitempty"`
	Region   string       `json:"region,omitempty"`
	Executed int          `json:"executed,omitempty"`
	Planned  int          `json:"planned,omitempty"`
	Errors   int          `json:"errors"`
	Warnings int          `json:"warnings"`
	Infos    int          `json:"infos"`
	Coverage vet.Coverage `json:"coverage"`
	Unread   []string     `json:"unread" doc:"What in the file was not read although it may matter: pages that are pictures"`
	Problem  *Unreadable  `json:"problem,omitempty" doc:"Why it could not be read"`
}

// Unreadable says why a file could not be read.
type Unreadable struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

func draftOf(c caller, d office.Draft) Draft {
	out := Draft{ID: d.ID, Unit: d.Unit, Title: d.Title, Versions: []Version{}}
	for _, v := range d.Versions {
		out.Versions = append(out.Versions, versionOf(c, v))
	}
	return out
}

func versionOf(c caller, v office.Version) Version {
	s := v.Summary
	out := Version{
		Draft: v.Draft, Version: v.No, File: v.File, Size: v.Size, SHA256: string(v.Source), Person: v.Person, At: v.At,
		State: string(v.State), Stage: v.Stage, Format: s.Format, Title: s.Title, Region: s.Region, Executed: s.Executed, Planned: s.Planned,
		Errors: s.Errors, Warnings: s.Warnings, Infos: s.Infos, Coverage: s.Coverage, Unread: []string{},
	}
	for _, n := range s.Unread {
		out.Unread = append(out.Unread, c.pick(n.Zh, n.En))
	}
	if v.State == office.Unreadable {
		out.Problem = &Unreadable{s.Code, c.pick(s.Zh, s.En)}
	}
	return out
}

// Uploaded answers an upload: where to see how far the reading is.
type Uploaded struct {
	Location string `header:"Location"`
	Body     struct {
		Draft   string `json:"draft"`
		Version int    `json:"version"`
	}
}

// FileInput is a file that is handed in.
type FileInput struct {
	File    string `query:"file" required:"true" maxLength:"400" doc:"The file's name"`
	RawBody []byte `contentType:"application/octet-stream" doc:"The file itself: docx, doc, pdf, ofd, xlsx, html, odt, txt"`
}

func (a *API) drafts() {
	add(a, operation{
		id: "list-drafts", method: http.MethodGet, path: "/drafts", tag: "drafts", needs: office.ReadDraft,
		summary: "The drafts that the caller may read, the last touched first",
	}, func(ctx context.Context, actor office.Actor, in *Page) (*Many[Draft], error) {
		if actor.Person == "" {
			return nil, errNoToken
		}
		all, err := a.Office.Drafts(ctx, actor)
		if err != nil {
			return nil, err
		}
		c := callerOf(ctx)
		return pageOf(all, *in, func(d office.Draft) string { return d.ID }, func(d office.Draft) Draft { return draftOf(c, d) })
	})
	add(a, operation{
		id: "get-draft", method: http.MethodGet, path: "/drafts/{draft}", tag: "drafts", needs: office.ReadDraft,
		summary: "A draft with its versions",
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Draft string `path:"draft"`
	}) (*One[Draft], error) {
		d, err := a.Office.Draft(ctx, actor, in.Draft)
		return &One[Draft]{Body: draftOf(callerOf(ctx), d)}, err
	})
	add(a, operation{
		id: "upload-draft", method: http.MethodPost, path: "/drafts", tag: "drafts", needs: office.UploadDraft,
		summary: "Upload a file as a new draft; it is read in the background", status: http.StatusAccepted, body: largestFile, slow: true,
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Unit string `query:"unit" required:"true" maxLength:"32" doc:"Whose report it is"`
		FileInput
	}) (*Uploaded, error) {
		return a.upload(ctx, actor, office.Upload{Unit: in.Unit, File: in.File, Data: in.RawBody})
	})
	add(a, operation{
		id: "upload-version", method: http.MethodPost, path: "/drafts/{draft}/versions", tag: "drafts", needs: office.UploadDraft,
		summary: "Upload a file as the next version of a draft", status: http.StatusAccepted, body: largestFile, slow: true,
	}, func(ctx context.Context, actor office.Actor, in *struct {
		Draft string `path:"draft"`
		FileInput
	}) (*Uploaded, error) {
		return a.upload(ctx, actor, office.Upload{Draft: in.Draft, File: in.File, Data: in.RawBody})
	})
}

// upload keeps its own copy of the data: the buffer is used again for the next
// request.
func (a *API) upload(ctx context.Context, actor office.Actor, u office.Upload) (*Uploaded, error) {
	u.Data = bytes.Clone(u.Data)
	job, err := a.Office.Upload(ctx, actor, u)
	out := &Uploaded{Location: fmt.Sprintf("/api/drafts/%s/versions/%d", job.Draft, job.Version)}
	out.Body.Draft, out.Body.Version = job.Draft, job.Version
	return out, err
}
