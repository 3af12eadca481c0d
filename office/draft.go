package office

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/vet"
)

// State is how far a version of a draft is.
type State string

const (
	Waiting    State = "waiting"    // to be read
	Read       State = "read"       // read and vetted
	Unreadable State = "unreadable" // Version.Problem says why
)

// Draft is a report in the making. Each upload is a version of it; nothing is
// replaced.
type Draft struct {
	ID       string
	Unit     string // whose report it is
	Title    string // of the last version that was read, else the first file's name
	Versions []Version
}

// Latest is the last version.
func (d Draft) Latest() Version { return d.Versions[len(d.Versions)-1] }

// Version is one uploaded file.
type Version struct {
	Draft   string
	No      int // from 1
	File    string
	Size    int64
	Source  ledger.BlobHash
	Person  string // who uploaded it
	At      time.Time
	State   State
	Stage   string // while it waits: "" or reading, checking, saving
	Summary Summary
	Seq     int64
}

// Summary is what the event of a reading says; the whole is in the files that it
// names.
type Summary struct {
	Format   string          `json:"format,omitempty"`
	Title    string          `json:"title,omitempty"`
	Region   string          `json:"region,omitempty"`
	Executed int             `json:"executed,omitempty"`
	Planned  int             `json:"planned,omitempty"`
	Plan     ledger.BlobHash `json:"plan,omitempty"`     // plan.Plan as JSON
	Findings ledger.BlobHash `json:"findings,omitempty"` // reading as JSON
	Errors   int             `json:"errors"`
	Warnings int             `json:"warnings"`
	Infos    int             `json:"infos"`
	Coverage vet.Coverage    `json:"coverage"`
	Unread   []Note          `json:"unread,omitempty"`  // what in the file was not read although it may matter
	Earlier  string          `json:"earlier,omitempty"` // last year's report: draft/version
	Version  string          `json:"version,omitempty"` // of the program that read it

	Code string `json:"code,omitempty"` // of an unreadable file: why
	Zh   string `json:"zh,omitempty"`
	En   string `json:"en,omitempty"`
}

// Note is a sentence for people.
type Note struct {
	Zh string `json:"zh"`
	En string `json:"en"`
}

// Problem is why a version could not be read.
func (v Version) Problem() *fault.Error {
	return &fault.Error{Kind: fault.Invalid, Code: v.Summary.Code, Zh: v.Summary.Zh, En: v.Summary.En}
}

// Upload is a file that somebody hands in.
type Upload struct {
	Draft string // to add a version to; empty for a new draft
	Unit  string // of a new draft
	File  string // its name
	Data  []byte
}

// Upload keeps a file as a new draft or as the next version of one, and has it
// read. It is answered when the file is saved.
func (o *Office) Upload(ctx context.Context, a Actor, u Upload) (job Job, err error) {
	if err := u.check(); err != nil {
		return job, err
	}
	if u.Draft != "" {
		if u.Unit, err = o.draftUnit(ctx, u.Draft); err != nil {
			return job, err
		}
	}
	obj, err := o.unitObject(ctx, u.Unit)
	if err != nil {
		return job, invalid("no-unit", "没有这个单位。", "There is no such unit.")
	}
	err = o.do(ctx, a, UploadDraft, "drafts", obj, func(tx *ledger.Tx) error {
		job, err = u.save(tx)
		return err
	})
	if err != nil {
		return Job{}, err
	}
	return job, o.enqueue(ctx, job)
}

func (u *Upload) check() error {
	u.File = tidy(path.Base(strings.ReplaceAll(u.File, `\`, "/")))
	switch {
	case u.File == "" || u.File == "." || u.File == "/":
		return invalid("no-file", "请选择要上传的文件。", "Choose a file to upload.")
	case len(u.Data) == 0:
		return invalid("empty", "文件是空的（0 字节）。请检查是否选错了文件。", "The file is empty (0 bytes). Check that it is the right one.")
	}
	if runes := []rune(u.File); len(runes) > maxTitle {
		u.File = string(runes[len(runes)-maxTitle:])
	}
	return nil
}

func (u Upload) save(tx *ledger.Tx) (job Job, err error) {
	job = Job{Draft: u.Draft, Version: 1}
	if u.Draft == "" {
		if job.Draft, err = tx.NewID(); err != nil {
			return job, err
		}
	} else {
		latest := 0
		if err := one(tx.QueryRow(`SELECT latest FROM draft WHERE id = $1`, u.Draft), &latest); err != nil {
			return job, err
		}
		job.Version = latest + 1
	}
	source, err := tx.PutBlob(u.Data)
	if err != nil {
		return job, err
	}
	_, err = tx.Append(kindDraftUploaded, job.subject(), draftUploaded{Unit: u.Unit, File: u.File, Size: int64(len(u.Data)), Source: source})
	return job, err
}

func (o *Office) draftUnit(ctx context.Context, draft string) (unit string, err error) {
	err = one(o.reader(ctx).QueryRow(`SELECT unit FROM draft WHERE id = $1`, draft), &unit)
	return unit, err
}

// draftObject is a draft as rights look at it.
func (o *Office) draftObject(ctx context.Context, draft string) (Object, error) {
	unit, err := o.draftUnit(ctx, draft)
	if err != nil {
		return Object{}, err
	}
	return o.unitObject(ctx, unit)
}

const versionColumns = `draft, version, file, size, source, person, at, state, summary, seq`

func scanVersion(rows *sql.Rows) (v Version, err error) {
	var at int64
	var summary string
	err = rows.Scan(&v.Draft, &v.No, &v.File, &v.Size, &v.Source, &v.Person, &at, &v.State, &summary, &v.Seq)
	v.At = fromMicros(at)
	return v, errors.Join(err, json.Unmarshal([]byte(summary), &v.Summary))
}

// Drafts are the drafts that the actor may read, the last touched first.
func (o *Office) Drafts(ctx context.Context, a Actor) (out []Draft, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		out = nil
		all, err := list(v, scanDraft, `SELECT id, unit, title FROM draft ORDER BY seq DESC`)
		if err != nil {
			return err
		}
		for _, d := range all {
			path, err := unitPath(v, d.Unit)
			if err != nil || !Can(a, ReadDraft, Object{Units: path}) {
				continue
			}
			if d, err = draftOf(v, d.ID); err != nil {
				return err
			}
			out = append(out, d)
		}
		return nil
	})
	return out, err
}

func scanDraft(rows *sql.Rows) (d Draft, err error) {
	err = rows.Scan(&d.ID, &d.Unit, &d.Title)
	return d, err
}

// Draft is one draft with its versions.
func (o *Office) Draft(ctx context.Context, a Actor, id string) (d Draft, err error) {
	obj, err := o.draftObject(ctx, id)
	if err != nil {
		return d, err
	}
	if err := o.allow(ctx, a, ReadDraft, draftSubject(id), obj); err != nil {
		return d, err
	}
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		d, err = draftOf(v, id)
		return err
	})
	return d, err
}

func draftOf(q querier, id string) (d Draft, err error) {
	if err := one(q.QueryRow(`SELECT id, unit, title FROM draft WHERE id = $1`, id), &d.ID, &d.Unit, &d.Title); err != nil {
		return d, err
	}
	if d.Versions, err = list(q, scanVersion, `SELECT `+versionColumns+` FROM draft_version WHERE draft = $1 ORDER BY version`, id); err != nil {
		return d, err
	}
	for i := range d.Versions {
		v := &d.Versions[i]
		if v.State != Waiting {
			continue
		}
		err := one(q.QueryRow(`SELECT stage FROM work_progress WHERE draft = $1 AND version = $2`, id, v.No), &v.Stage)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return d, err
		}
	}
	return d, nil
}

func versionOf(q querier, draft string, no int) (Version, error) {
	found, err := list(q, scanVersion, `SELECT `+versionColumns+` FROM draft_version WHERE draft = $1 AND version = $2`, draft, no)
	if err == nil && len(found) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Version{}, err
	}
	return found[0], nil
}

// version is a version that the actor may do act to.
func (o *Office) version(ctx context.Context, a Actor, act Action, j Job) (v Version, err error) {
	obj, err := o.draftObject(ctx, j.Draft)
	if err != nil {
		return v, err
	}
	if err := o.allow(ctx, a, act, j.subject(), obj); err != nil {
		return v, err
	}
	return versionOf(o.reader(ctx), j.Draft, j.Version)
}

// Source is the uploaded file itself with its name.
func (o *Office) Source(ctx context.Context, a Actor, j Job) (name string, data []byte, err error) {
	v, err := o.version(ctx, a, ReadDraft, j)
	if err != nil {
		return "", nil, err
	}
	data, err = o.ledger.Blob(ctx, v.Source)
	return v.File, data, err
}

func draftSubject(id string) string { return "draft/" + id }

func (j Job) subject() string { return fmt.Sprintf("draft/%s/version/%d", j.Draft, j.Version) }
