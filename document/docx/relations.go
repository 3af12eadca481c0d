package docx

import (
	"errors"
	"path"
	"strings"

	"gangmu/document/internal/archive"
)

// relations maps the last word of the type of those relations that matter to
// their target, for part, or for the whole archive if part is "".
func (r *reader) relations(part string) (map[string]string, error) {
	dir, file := path.Split(part)
	data, err := r.Archive.Read(dir + "_rels/" + file + ".rels")
	if errors.Is(err, archive.ErrMissing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	x, err := r.walk(data)
	if err != nil {
		return nil, err
	}
	err = x.Document(func(e element) error {
		return x.Children(func(e element) error {
			if e.Local != "Relationship" || e.Attr("TargetMode") == "External" {
				return nil
			}
			target := e.Attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			switch kind := path.Base(e.Attr("Type")); kind {
			case "officeDocument", "styles", "numbering", "footnotes", "endnotes":
				if out[kind] == "" {
					out[kind] = strings.TrimPrefix(target, "/")
				}
			}
			return nil
		})
	})
	return out, err
}
