package opc

import (
	"context"
	"errors"
	"path"
	"strings"
)

// mostRelations is how many relations of a part are kept.
const mostRelations = 10_000

// Relation says that a part needs another one.
type Relation struct {
	ID     string
	Kind   string // the last word of its type: worksheet, styles
	Target string // the name of the part
}

// Relations lists the relations of part, or of the whole archive if part is "",
// but not those that lead out of it.
func (p *Package) Relations(ctx context.Context, part string) ([]Relation, error) {
	dir, file := path.Split(part)
	x, err := p.Part(ctx, dir+"_rels/"+file+".rels")
	if errors.Is(err, ErrMissing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Relation
	err = x.Document(func(Element) error {
		return x.Children(func(e Element) error {
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
