package web

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"gangmu/render"
	"gangmu/vet"
)

// wordsFile is the catalogue of all texts of pages: a line each, its key, the
// Chinese and the English text, parted by tabs. Lines with # say nothing.
//
//go:embed words.tsv
var wordsFile string

var catalogue = sync.OnceValue(func() map[string]vet.Words {
	all := map[string]vet.Words{}
	for line := range strings.Lines(wordsFile) {
		parts := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(parts) == 3 && !strings.HasPrefix(line, "#") {
			all[parts[0]] = vet.Words{Zh: parts[1], En: parts[2]}
		}
	}
	return all
})

// say is the text of a key with its arguments; a key that is missing shows itself.
func say(l render.Lang, key string, args ...any) string {
	w, ok := catalogue()[key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return l.Of(w)
	}
	return fmt.Sprintf(l.Of(w), args...)
}

func (r *request) t(key string, args ...any) string { return say(r.lang, key, args...) }
