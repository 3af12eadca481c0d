package archive

import (
	"archive/zip"
	"io"
	"maps"
	"slices"
	"time"

	"gangmu/document"
)

// Has reports whether the archive has a part of this name.
func (a *Archive) Has(name string) bool { return a.files[PartName(name)] != nil }

// Rewrite writes the archive anew to w, with other content for some of its
// parts: nil drops a part, and parts that it does not have yet stand at the end
// in order of their names. All other parts are copied as they are, still
// compressed. Nothing depends on the clock.
func (a *Archive) Rewrite(w io.Writer, changes map[string][]byte) error {
	byPart := make(map[string][]byte, len(changes))
	for name, content := range changes {
		byPart[PartName(name)] = content
	}
	out := zip.NewWriter(w)
	if err := out.SetComment(a.comment); err != nil {
		return err
	}
	for _, f := range a.order {
		content, changed := byPart[PartName(f.Name)]
		switch {
		case !changed || a.files[PartName(f.Name)] != f: // of parts with one name only the first is ever read
			if err := out.Copy(f); err != nil {
				return document.Damaged(err)
			}
		case content != nil:
			if err := write(out, f, content); err != nil {
				return err
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(changes)) {
		if changes[name] == nil || a.Has(name) {
			continue
		}
		if err := write(out, &zip.File{FileHeader: zip.FileHeader{Name: name, Modified: undated}}, changes[name]); err != nil {
			return err
		}
	}
	return out.Close()
}

// undated is the date of new parts, the first that a zip archive can hold. Office
// programs write it too.
var undated = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// write adds a part that keeps the name, date and method of f.
func write(out *zip.Writer, f *zip.File, content []byte) error {
	method := zip.Deflate
	if f.Method == zip.Store && f.UncompressedSize64 > 0 {
		method = zip.Store
	}
	w, err := out.CreateHeader(&zip.FileHeader{
		Name: f.Name, Comment: f.Comment, NonUTF8: f.NonUTF8,
		Method: method, Modified: f.Modified, ExternalAttrs: f.ExternalAttrs,
	})
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}
