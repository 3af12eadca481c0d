package main

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Without a command the local page opens: the real program, with the browser
// played by the test.
func TestTheLocalPage(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	var stdout, stderr bytes.Buffer
	browsed := make(chan error, 1)
	p := &Program{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Browse: func(url string) error {
		go func() {
			browsed <- visit(t, url)
			stop()
		}()
		return nil
	}}
	if code := p.Run(ctx); code != exitOK {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
	if err := <-browsed; err != nil {
		t.Error(err)
	}
	if stdout.Len() > 0 || !strings.Contains(stderr.String(), "http://127.0.0.1:") {
		t.Errorf("stdout %q, stderr %q", stdout.String(), stderr.String())
	}
}

// visit drops the sample on the page and looks at what comes back.
func visit(t *testing.T, url string) error {
	data, err := os.ReadFile(filepath.Join("..", "..", "sample", "report.docx"))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	w, err := m.CreateFormFile("report", "报告.docx")
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return err
	}
	m.Close()
	resp, err := http.Post(url+"reports", m.FormDataContentType(), &b)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return err
	}
	at := resp.Request.URL.String() // after the redirect
	if resp.StatusCode != 200 || !strings.Contains(string(body), "社会消费品零售总额增速") {
		t.Errorf("%s: %d", at, resp.StatusCode)
	}
	for name, want := range map[string]string{
		"result.docx": "word/comments.xml",
		"result.json": `"rule":"value-mismatch"`, "result.sarif": `"version": "2.1.0"`, "result.html": "Content-Security-Policy",
	} {
		resp, err := http.Get(at + name)
		if err != nil {
			return err
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != 200 || !strings.Contains(string(body), want) {
			t.Errorf("%s: %d, %v", name, resp.StatusCode, err)
		}
	}
	return nil
}
