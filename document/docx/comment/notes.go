package comment

import (
	"slices"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/opc"
	"gangmu/document/internal/xmlscan"
)

// notes finds the references to footnotes and endnotes in the main part, which
// it reads only when it is asked.
type notes struct {
	*file
	byID map[string]int // "footnote 3": where the reference stands
}

// reference is where the note that holds the first of the bytes is anchored in
// the main part; its beginning if they are in no note.
func (n *notes) reference(names []string, on []document.Range) (int, error) {
	if len(on) == 0 || int(on[0].Part) >= len(names) {
		return 0, nil
	}
	part := archive.PartName(names[on[0].Part])
	i := slices.IndexFunc(n.relations, func(r opc.Relation) bool {
		return archive.PartName(r.Target) == part && (r.Kind == "footnotes" || r.Kind == "endnotes")
	})
	if i < 0 {
		return 0, nil
	}
	kind := n.relations[i].Kind[:len(n.relations[i].Kind)-1]
	id, err := n.noteAt(names[on[0].Part], kind, int(on[0].Start))
	if err != nil {
		return 0, err
	}
	if err := n.find(); err != nil {
		return 0, err
	}
	return n.byID[kind+" "+id], nil
}

// noteAt is the id of the note that a byte of its part stands in.
func (n *notes) noteAt(part, kind string, at int) (id string, err error) {
	data, err := n.read(part)
	if err != nil {
		return "", err
	}
	err = n.walk(data, func(s *xmlscan.Scanner, piece xmlscan.Kind) {
		if piece == xmlscan.Start && s.Name.Local == kind && s.From <= at {
			id = attr(s, "id")
		}
	})
	return id, err
}

func (n *notes) find() error {
	if n.byID != nil {
		return nil
	}
	n.byID = map[string]int{}
	return n.walk(n.content, func(s *xmlscan.Scanner, piece xmlscan.Kind) {
		if piece != xmlscan.Start || !isWord(s.Name.Space) {
			return
		}
		if kind := s.Name.Local; kind == "footnoteReference" || kind == "endnoteReference" {
			n.byID[kind[:len(kind)-len("Reference")]+" "+attr(s, "id")] = s.From
		}
	})
}
