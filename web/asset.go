package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"

	pages "gangmu/render/page"
)

// bundle holds what `make web` builds of the libraries from npm. Without it the
// folder has its note alone and pages do without their scripts.
//
//go:embed bundle static
var files embed.FS

// styles are the parts of the style sheet after the shared ones, in their order.
var styles = []string{"app.css", "table.css", "chart.css"}

type assetFile struct {
	data   []byte
	packed func() []byte // by gzip, once somebody asks
	hash   string
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is one that there is
	_, _ = w.Write(data)                                  // to memory
	_ = w.Close()
	return b.Bytes()
}

// assets are the files that pages link to, by name. The style sheet begins with
// the tokens and the page of findings, which are shared with package page.
var assets = sync.OnceValue(func() map[string]assetFile {
	all := map[string]assetFile{}
	add := func(name string, data []byte) {
		sum := sha256.Sum256(data)
		all[name] = assetFile{data, sync.OnceValue(func() []byte { return packed(data) }), hex.EncodeToString(sum[:8])}
	}
	style := []byte(pages.Style())
	for _, name := range styles {
		own, _ := files.ReadFile("static/" + name) // embedded: it is there
		style = append(append(style, '\n'), own...)
	}
	add("style.css", style)
	add("vet.js", []byte(pages.Script()))
	for _, name := range []string{"app.js", chartScript} {
		if built, err := files.ReadFile("bundle/" + name); err == nil {
			add(name, built)
		}
	}
	return all
})

// assetPath is the address of an asset, empty where there is none. It changes with
// the content, so that browsers keep it for good.
func assetPath(name string) string {
	f, ok := assets()[name]
	if !ok {
		return ""
	}
	return "/static/" + f.hash + "/" + name
}

func asset(w http.ResponseWriter, r *http.Request) {
	f, ok := assets()[r.PathValue("name")]
	if !ok || f.hash != r.PathValue("hash") {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(r.PathValue("name"))))
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("Vary", "Accept-Encoding")
	data := f.data
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		data = f.packed()
	}
	_, _ = w.Write(data)
}
