package local

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gangmu/render"
	"gangmu/vet"
	"gangmu/vet/vettest"
)

const limit = 1000

// server answers uploads with made-up findings; "bad" and "panic" fail.
func server(t *testing.T) *Server {
	return New(Config{
		Lang: render.Zh, Version: "1.2.3", Host: "127.0.0.1:8000", Secret: "SECRET", Limit: limit,
		Vet: func(_ context.Context, files []File) ([]Report, error) {
			switch string(files[0].Data) {
			case "bad":
				return nil, errors.New("bad")
			case "panic":
				panic("oh")
			}
			var out []Report
			for _, f := range files {
				doc, result := vettest.Vetted(t)
				out = append(out, Report{Vetted: render.Vetted{File: f.Name, Document: doc, Result: result}, Data: f.Data})
			}
			return out, nil
		},
		Explain: func(error) vet.Words { return vet.Words{Zh: "读不了<b>。"} },
		Formats: []Format{{
			Suffix: ".sarif", Type: "application/sarif+json", Label: vet.Words{Zh: "SARIF"},
			Write: func(_ context.Context, w io.Writer, r []Report) error {
				_, err := w.Write(r[0].Data)
				return err
			},
		}, {
			Suffix: ".docx", Type: "application/octet-stream", Label: vet.Words{Zh: "Word"},
			Offers: func(r Report) bool { return r.File == "word.docx" },
			Write:  func(context.Context, io.Writer, []Report) error { return nil },
		}},
	})
}

func ask(s *Server, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// form is an upload of files, name and content by turns.
func form(s *Server, files ...string) *http.Request {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, _ := m.CreateFormFile("report", files[i])
		_, _ = io.WriteString(w, files[i+1])
	}
	m.Close()
	r := httptest.NewRequest("POST", s.URL()+"reports", &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return r
}

func TestOnlyItsOwnPagesAreAnswered(t *testing.T) {
	for what, c := range map[string]struct {
		url, origin string
		want        int
	}{
		"the page":                         {"http://127.0.0.1:8000/SECRET/", "", 200},
		"the style":                        {"http://127.0.0.1:8000/SECRET/style.css", "", 200},
		"no secret":                        {"http://127.0.0.1:8000/", "", 404},
		"another secret":                   {"http://127.0.0.1:8000/SECREX/", "", 404},
		"a part of the secret":             {"http://127.0.0.1:8000/SECRE/", "", 404},
		"more than the secret":             {"http://127.0.0.1:8000/SECRETS/", "", 404},
		"another name for this machine":    {"http://attacker.example:8000/SECRET/", "", 421},
		"another port":                     {"http://127.0.0.1:8001/SECRET/", "", 421},
		"no such page":                     {"http://127.0.0.1:8000/SECRET/nosuch", "", 404},
		"a form of another site":           {"http://127.0.0.1:8000/SECRET/reports", "http://attacker.example", 403},
		"a form of its own, without files": {"http://127.0.0.1:8000/SECRET/reports", "http://127.0.0.1:8000", 400},
		"a result that is not there":       {"http://127.0.0.1:8000/SECRET/reports/X/", "", 404},
	} {
		s := server(t)
		method := "GET"
		if c.origin != "" {
			method = "POST"
		}
		r := httptest.NewRequest(method, c.url, nil)
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
			r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		}
		w := ask(s, r)
		if w.Code != c.want {
			t.Errorf("%s: %d, want %d", what, w.Code, c.want)
		}
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff",
			"Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
		} {
			if !strings.HasPrefix(w.Header().Get(name), want) {
				t.Errorf("%s: %s is %q", what, name, w.Header().Get(name))
			}
		}
	}
}

func TestAReportIsShownAndSaved(t *testing.T) {
	s := server(t)
	w := ask(s, form(s, `C:\drafts\草稿.docx`, "text", "", ""))
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	at := s.URL() + strings.TrimPrefix(w.Header().Get("Location"), "/SECRET/")
	shown := ask(s, httptest.NewRequest("GET", at, nil))
	for _, want := range []string{"社会消费品零售总额增速：此处为6.1%", `href="result.sarif"`, "草稿.docx"} {
		if shown.Code != 200 || !strings.Contains(shown.Body.String(), want) {
			t.Errorf("%d: the page has no %s", shown.Code, want)
		}
	}
	saved := ask(s, httptest.NewRequest("GET", at+"result.sarif", nil))
	if saved.Body.String() != "text" || !strings.Contains(saved.Header().Get("Content-Disposition"), "attachment; filename*=utf-8''%E6%A0%B8%E6%9F%A5-%E8%8D%89%E7%A8%BF.sarif") {
		t.Errorf("%q, %v", saved.Body, saved.Header())
	}
	for _, name := range []string{"result.exe", "result.docx"} {
		if w := ask(s, httptest.NewRequest("GET", at+name, nil)); w.Code != 404 || strings.Contains(shown.Body.String(), name) {
			t.Errorf("%s, which is not offered: %d", name, w.Code)
		}
	}
}

func TestWhatGoesWrongIsSaid(t *testing.T) {
	large := strings.Repeat("x", limit+1)
	for what, c := range map[string]struct {
		files  []string
		status int
		says   string
	}{
		"no file":        {[]string{"", ""}, 400, "没有收到文件"},
		"three files":    {[]string{"a", "1", "b", "2", "c", "3"}, 400, "一次最多两份"},
		"a large file":   {[]string{"a", large}, 413, "文件超过上限"},
		"far too much":   {[]string{"a", strings.Repeat(large, 2000)}, 413, "文件超过上限"},
		"not a report":   {[]string{"a", "bad"}, 422, "读不了&lt;b&gt;。"},
		"a fault within": {[]string{"a", "panic"}, 422, "读不了"},
	} {
		s := server(t)
		w := ask(s, form(s, c.files...))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) || !strings.Contains(w.Body.String(), `role="alert"`) {
			t.Errorf("%s: %d, no %q", what, w.Code, c.says)
		}
		if w := ask(s, form(s, "a", "text")); w.Code != http.StatusSeeOther {
			t.Errorf("%s: the next upload: %d", what, w.Code)
		}
	}
}

func TestFilesOfOneNameAreToldApart(t *testing.T) {
	s := server(t)
	ask(s, form(s, "2030/report.docx", "one", "2031/report.docx", "two"))
	reports := s.results[0].reports
	if len(reports) != 2 || reports[0].File != "report.docx" || reports[1].File != "2-report.docx" {
		t.Errorf("%d reports: %+v", len(reports), reports)
	}
}

func TestOnlyTheLastResultsAreKept(t *testing.T) {
	s := server(t)
	first := ask(s, form(s, "a", "text")).Header().Get("Location")
	for range mostResults {
		ask(s, form(s, "a", "text"))
	}
	if len(s.results) != mostResults {
		t.Errorf("%d results", len(s.results))
	}
	w := ask(s, httptest.NewRequest("GET", "http://"+s.Host+first, nil))
	if w.Code != 404 || !strings.Contains(w.Body.String(), "已不在内存里") {
		t.Errorf("%d", w.Code)
	}
}
