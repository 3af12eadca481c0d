package local

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"

	"gangmu/vet"
)

// mostFiles is the report and last year's.
const mostFiles = 2

// problem is an error of an upload, for people.
type problem struct {
	status int
	words  vet.Words
	cause  error
}

func (p *problem) Error() string { return p.words.En }
func (p *problem) Unwrap() error { return p.cause }

// upload reads the files of a form, vets them and shows what was found.
func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	files, err := s.files(w, r)
	if err == nil {
		select {
		case s.busy <- struct{}{}:
			defer func() { <-s.busy }()
		case <-r.Context().Done():
			return
		}
		var reports []Report
		if reports, err = s.vet(r.Context(), files); err == nil {
			found := &result{id: rand.Text(), reports: reports}
			s.keep(found)
			http.Redirect(w, r, "reports/"+found.id+"/", http.StatusSeeOther)
			return
		}
	}
	s.fail(w, err)
}

// vet is Vet, whatever happens in it.
func (s *Server) vet(ctx context.Context, files []File) (out []Report, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("%v", r)
		}
	}()
	return s.Vet(ctx, files)
}

// files are the files of the form, in memory and within the limit.
func (s *Server) files(w http.ResponseWriter, r *http.Request) ([]File, error) {
	r.Body = http.MaxBytesReader(w, r.Body, mostFiles*s.Limit+1<<20)
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, &problem{http.StatusBadRequest, noFile, err}
	}
	var out []File
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, s.broken(err)
		}
		f, err := s.file(part)
		if err != nil {
			return nil, err
		}
		if len(f.Data) == 0 {
			continue // a field that was left empty
		}
		if len(out) == mostFiles {
			return nil, &problem{http.StatusBadRequest, tooMany, nil}
		}
		if len(out) > 0 && out[0].Name == f.Name { // of two years' folders
			f.Name = "2-" + f.Name
		}
		out = append(out, f)
	}
	if len(out) == 0 {
		return nil, &problem{http.StatusBadRequest, noFile, nil}
	}
	return out, nil
}

func (s *Server) file(part *multipart.Part) (File, error) {
	defer part.Close()
	data, err := io.ReadAll(io.LimitReader(part, s.Limit+1))
	if err != nil {
		return File{}, s.broken(err)
	}
	if int64(len(data)) > s.Limit {
		return File{}, s.tooLarge()
	}
	return File{Name: name(part.FileName()), Data: data}, nil
}

// name is the last element of a file's name, whatever system it comes from.
func name(s string) string {
	s = path.Base(strings.ReplaceAll(s, `\`, "/"))
	if s == "." || s == "/" {
		return "report"
	}
	return s
}

func (s *Server) broken(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return s.tooLarge()
	}
	return &problem{http.StatusBadRequest, vet.Words{
		Zh: "文件没有传完，原文件没有变。请再选一次。",
		En: "The file did not arrive whole; the original is untouched. Choose it again.",
	}, err}
}

func (s *Server) tooLarge() error {
	return &problem{http.StatusRequestEntityTooLarge, vet.Words{
		Zh: fmt.Sprintf("文件超过上限（%d MB），没有读取。请确认这是一份报告；图片多时可压缩图片后另存。", s.Limit>>20),
		En: fmt.Sprintf("The file exceeds the limit (%d MB) and was not read. Make sure it is a report; compress its pictures and save it anew.", s.Limit>>20),
	}, nil}
}

var (
	noFile  = vet.Words{Zh: "没有收到文件。请选一份报告，再按“核查”。", En: "No file arrived. Choose a report and press Check."}
	tooMany = vet.Words{Zh: "一次最多两份：本年报告和上年报告。", En: "At most two at a time: the report and last year's."}
	gone    = vet.Words{Zh: "这份结果已不在内存里。请重新核查一次。", En: "This result is no longer in memory. Check the report again."}
)
