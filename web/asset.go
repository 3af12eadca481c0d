package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"mime"
	"net/http"
	"path"
	"sync"

	pages "gangmu/render/page"
)

// bundle holds what `make web` builds of the libraries from npm. Without it the
// folder has its note alone and pages do without their scripts.
//
//go:embed bundle static
var files embed.FS

type assetFile struct {
	data []byte
	hash string
}

// assets are the files that pages link to, by name. The style sheet begins with
// the tokens and the page of findings, which are shared with package page.
var assets = sync.OnceValue(func() map[string]assetFile {
	all := map[string]assetFile{}
	add := func(name string, data []byte) {
		sum := sha256.Sum256(data)
		all[name] = assetFile{data, hex.EncodeToString(sum[:8])}
	}
	if own, err := files.ReadFile("static/app.css"); err == nil {
		add("style.css", append([]byte(pages.Style()+"\n"), own...))
	}
	add("vet.js", []byte(pages.Script()))
	if built, err := files.ReadFile("bundle/app.js"); err == nil {
		add("app.js", built)
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
	_, _ = w.Write(f.data)
}
