// Package opc reads how the parts of an Office Open XML package refer to each
// other (ECMA-376 part 2). Relations that lead out of the package are left out:
// nothing outside of a file is ever followed.
package opc

import (
	"context"
	"errors"
	"path"
	"strings"

	"gangmu/document/internal/archive"
	"gangmu/document/internal/xmlwalk"
)

// mostRelations is how many relations of a part are kept.
const mostRelations = 20_000

// Relation says that a part needs another one.
type Relation struct {
	ID     string
	Kind   string // the last word of its type: worksheet, styles
	Target string // the name of the part
}

// Relations lists the relations of part, or of the whole package if part is "".
// Elements may nest depth deep.
func Relations(ctx context.Context, files *archive.Archive, part string, depth int) ([]Relation, error) {
	dir, file := path.Split(part)
	data, err := files.Read(dir + "_rels/" + file + ".rels")
	if errors.Is(err, archive.ErrMissing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	x, err := xmlwalk.New(ctx, data, depth, func(string) xmlwalk.Space { return 0 })
	if err != nil {
		return nil, err
	}
	var out []Relation
	err = x.Document(func(xmlwalk.Element) error {
		return x.Children(func(e xmlwalk.Element) error {
			if e.Local != "Relationship" || e.Attr("TargetMode") == "External" || len(out) == mostRelations {
				return nil
			}
			target := e.Attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			out = append(out, Relation{e.Attr("Id"), path.Base(e.Attr("Type")), strings.TrimPrefix(target, "/")})
			return nil
		})
	})
	return out, err
}

// First is the target of the first relation of a kind, or otherwise.
func First(relations []Relation, kind, otherwise string) string {
	for _, r := range relations {
		if r.Kind == kind {
			return r.Target
		}
	}
	return otherwise
}
