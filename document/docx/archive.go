package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"gangmu/document"
)

// mostParts is how many files an archive may hold. Word writes a few dozen;
// a list of millions would cost memory before anything is read.
const mostParts = 20_000

// archive is the zip file that a docx is.
type archive struct {
	files  map[string]*zip.File // by lower-case name
	budget *document.Budget
}

func openArchive(data []byte, budget *document.Budget) (*archive, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > mostParts {
		return nil, document.Damaged(fmt.Errorf("%d parts", n))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, document.Damaged(err)
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File)), budget: budget}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, known := a.files[name]; !known {
			a.files[name] = f
		}
	}
	return a, nil
}

// partName makes names comparable: some programs write backslashes, a leading
// slash or other capitals.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// errMissing says that the archive has no such part.
var errMissing = errors.New("missing part")

// read inflates a part, within the budget.
func (a *archive) read(name string) ([]byte, error) {
	f := a.files[partName(name)]
	if f == nil {
		return nil, errMissing
	}
	if f.Flags&1 != 0 {
		return nil, document.Encrypted()
	}
	left := a.budget.Left()
	if f.UncompressedSize64 > uint64(left) {
		return nil, a.budget.Expand(left + 1)
	}
	in, err := f.Open()
	if err != nil {
		return nil, document.Damaged(fmt.Errorf("%s: %w", f.Name, err))
	}
	defer in.Close()
	out := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64+bytes.MinRead))
	n, err := io.Copy(out, io.LimitReader(in, left+1))
	if err != nil {
		return nil, document.Damaged(fmt.Errorf("%s: %w", f.Name, err))
	}
	if err := a.budget.Expand(n); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// relations maps the last word of the type of those relations that matter to
// their target, for part, or for the whole archive if part is "".
func (a *archive) relations(ctx context.Context, part string) (map[string]string, error) {
	dir, file := path.Split(part)
	data, err := a.read(dir + "_rels/" + file + ".rels")
	if errors.Is(err, errMissing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	x, err := newXML(ctx, data, a.budget.Limits().Depth)
	if err != nil {
		return nil, err
	}
	err = x.document(func(e element) error {
		return x.children(func(e element) error {
			if e.local != "Relationship" || e.attr("TargetMode") == "External" {
				return nil
			}
			target := e.attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			switch kind := path.Base(e.attr("Type")); kind {
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
