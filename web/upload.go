package web

import (
	"errors"
	"io"
	"net/http"

	"gangmu/fault"
	"gangmu/office"
)

var (
	draftNewPage = route{pattern: "GET /drafts/new", handle: showUpload}
	uploadRoute  = route{pattern: "POST /drafts", handle: upload}
)

// largestFile is the most that is taken of one uploaded file.
const largestFile = 64 << 20

var errFileTooLarge = &fault.Error{
	Kind: fault.TooLarge, Code: "too-large",
	Zh: "文件超过上限（64 MB），没有保存。请确认这是一份报告；图片多时可压缩图片后另存。",
	En: "The file exceeds the limit (64 MB) and was not saved. Make sure it is a report; compress its pictures and save it anew.",
}

type uploadData struct {
	Units []office.Unit // for which the visitor may upload
	Draft string        // to add a version to
}

func (r *request) uploadPage(draft string) (page, error) {
	units, err := r.unitsFor(office.UploadDraft)
	if err != nil {
		return page{}, err
	}
	if len(units) == 0 {
		return page{}, errNoRight
	}
	return page{name: "upload", title: "draft.new", where: r.underDrafts(), data: uploadData{units, draft}}, nil
}

func (r *request) underDrafts(more ...link) []link {
	return append([]link{{Href: "/drafts", Text: r.t("nav.drafts")}}, more...)
}

func showUpload(r *request) error {
	p, err := r.uploadPage(r.URL.Query().Get("draft"))
	if err != nil {
		return err
	}
	return r.print(p)
}

// upload keeps a file and shows how far its reading is.
func upload(r *request) error {
	u, err := r.uploaded()
	var job office.Job
	if err == nil {
		job, err = r.app.Office.Upload(r.Context(), r.actor, u)
	}
	if err != nil {
		p, errPage := r.uploadPage(u.Draft)
		if errPage != nil {
			return err
		}
		return r.again(p, err)
	}
	r.redirect(versionPath(job))
	return nil
}

// uploaded reads the form with its file, within the limit.
func (r *request) uploaded() (u office.Upload, err error) {
	r.Body = http.MaxBytesReader(r.w, r.Body, largestFile+largestForm)
	parts, err := r.MultipartReader()
	if err != nil {
		return u, errForm.Because(err)
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return u, nil
		}
		if err != nil {
			return u, formError(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return u, formError(err)
		}
		switch part.FormName() {
		case "unit":
			u.Unit = string(data)
		case "draft":
			u.Draft = string(data)
		case "file":
			u.File, u.Data = part.FileName(), data
		}
	}
}

func formError(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return errFileTooLarge
	}
	return errForm.Because(err)
}
