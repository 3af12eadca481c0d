package comment

import (
	"bytes"
	"slices"

	"gangmu/document/internal/archive"
	"gangmu/document/internal/opc"
	"gangmu/document/internal/xmlscan"
)

// remove takes comments out of all parts.
func (f *file) remove(ours []existing) error {
	record, cuts := f.comments.record()
	if before, ok := record.undo(f); ok {
		f.changes[f.main] = before
	} else if err := f.removeMarks(ours); err != nil {
		return err
	}
	if record.created && len(ours) == len(f.existing) {
		return f.dropComments()
	}
	for _, c := range ours {
		cuts = append(cuts, c.stretch)
	}
	f.changes[f.comments.name] = cut(f.comments.data, cuts)
	return f.forget(ours)
}

// removeMarks takes the marks of comments out of the text. Runs that are split
// stay so.
func (f *file) removeMarks(ours []existing) error {
	ids := map[string]bool{}
	for _, c := range ours {
		ids[c.id] = true
	}
	var cuts []stretch
	var marks int     // depth of the open mark that is cut, 0 for none
	var runs []oldRun // open
	err := f.walk(f.content, func(s *xmlscan.Scanner, kind xmlscan.Kind) {
		switch kind {
		case xmlscan.Start:
			word := isWord(s.Name.Space)
			if n := len(runs); n > 0 && s.Depth == runs[n-1].depth+1 {
				runs[n-1].other = runs[n-1].other || s.Name.Local != "rPr" && s.Name.Local != "commentReference"
			}
			switch {
			case !word || marks > 0:
			case s.Name.Local == "r":
				runs = append(runs, oldRun{depth: s.Depth, from: s.From})
			case isMark(s.Name.Local):
				if ids[attr(s, "id")] {
					cuts, marks = append(cuts, stretch{s.From, s.To}), s.Depth
				} else if n := len(runs); n > 0 {
					runs[n-1].other = true
				}
			}
		case xmlscan.End:
			closed, n := s.Depth+1, len(runs)
			switch {
			case closed == marks:
				cuts[len(cuts)-1].to, marks = s.To, 0
				if n > 0 && closed == runs[n-1].depth+1 {
					runs[n-1].cut = true
				}
			case n > 0 && closed == runs[n-1].depth:
				if r := runs[n-1]; r.cut && !r.other {
					cuts = append(cuts, stretch{r.from, s.To})
				}
				runs = runs[:n-1]
			}
		}
	})
	f.changes[f.main] = cut(f.content, cuts)
	return err
}

// oldRun is an open run; one that holds nothing but references which are cut goes
// as a whole.
type oldRun struct {
	depth, from int
	cut, other  bool
}

func isMark(local string) bool {
	return local == "commentRangeStart" || local == "commentRangeEnd" || local == "commentReference"
}

// dropComments takes the part for comments out of the package.
func (f *file) dropComments() error {
	name := archive.PartName(f.comments.name)
	f.changes[f.comments.name] = nil
	relations := f.relationsPart()
	targets := func(s *xmlscan.Scanner) bool {
		return slices.ContainsFunc(f.relations, func(r opc.Relation) bool {
			return r.ID == attr(s, "Id") && r.Kind == "comments" && archive.PartName(r.Target) == name
		})
	}
	left, err := f.cutElements(relations, targets)
	if err != nil {
		return err
	}
	if left == 0 {
		f.changes[relations] = nil
	}
	_, err = f.cutElements(typesPart, func(s *xmlscan.Scanner) bool {
		return s.Name.Local == "Override" && archive.PartName(attr(s, "PartName")) == name
	})
	return err
}

// forget takes comments out of the parts in which newer versions of Word say more
// about them: threads, lasting ids, dates. An answer to one of them stands alone.
func (f *file) forget(ours []existing) error {
	paras, lasting := map[string]bool{}, map[string]bool{}
	for _, c := range ours {
		for _, id := range c.paras {
			paras[id] = true
		}
	}
	for _, kind := range []string{"commentsExtended", "commentsIds", "commentsExtensible"} {
		name := opc.First(f.relations, kind, "")
		if len(paras) == 0 || name == "" || !f.archive.Has(name) {
			continue
		}
		_, err := f.cutElements(name, func(s *xmlscan.Scanner) bool {
			known := paras[attr(s, "paraId")]
			if id := attr(s, "durableId"); known && id != "" {
				lasting[id] = true
			}
			return known || lasting[attr(s, "durableId")]
		})
		if err != nil {
			return err
		}
		if kind == "commentsExtended" {
			f.changes[name] = withoutParents(f.changes[name], paras)
		}
	}
	return nil
}

// withoutParents takes references to the comments away from the answers to them.
func withoutParents(data []byte, gone map[string]bool) []byte {
	const name = `paraIdParent="`
	var cuts []stretch
	for at := 0; ; {
		n := bytes.Index(data[at:], []byte(name))
		if n < 0 {
			return cut(data, cuts)
		}
		value := at + n + len(name)
		length := bytes.IndexByte(data[value:], '"')
		blank := bytes.LastIndexAny(data[:value], " \t\r\n")
		if length < 0 || blank < 0 {
			return cut(data, cuts)
		}
		if gone[string(data[value:value+length])] {
			cuts = append(cuts, stretch{blank, value + length + 1})
		}
		at = value + length
	}
}

// cutElements cuts the children of the root of a part for which gone holds, and
// says how many are left.
func (f *file) cutElements(name string, gone func(*xmlscan.Scanner) bool) (left int, err error) {
	data, err := f.read(name)
	if err != nil {
		return 0, err
	}
	var cuts []stretch
	open := false
	err = f.walk(data, func(s *xmlscan.Scanner, kind xmlscan.Kind) {
		switch {
		case kind == xmlscan.Start && s.Depth == 2:
			if open = gone(s); open {
				cuts = append(cuts, stretch{s.From, s.To})
			} else {
				left++
			}
		case kind == xmlscan.End && s.Depth == 1 && open:
			cuts[len(cuts)-1].to, open = s.To, false
		}
	})
	f.changes[name] = cut(data, cuts)
	return left, err
}

// wellFormed reports whether data can be read.
func (f *file) wellFormed(data []byte) bool {
	return f.walk(data, func(*xmlscan.Scanner, xmlscan.Kind) {}) == nil
}
