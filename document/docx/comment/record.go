package comment

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
)

// A record says how to take our comments out so that the bytes of the main part
// are those from before. Add only inserts, so it is the places of what was
// inserted, and the sum of the part as Add left it: when an office program has
// saved the file anew, the sum is another one and the record void.
//
// It stands as an attribute at the root of the comments, in a namespace that is
// declared as ignorable (ECMA-376 part 3): programs that do not know it skip it,
// and drop it when they save.
type record struct {
	created  bool // the part for comments did not exist
	sum      string
	inserted []stretch
}

const (
	recordSpace = "urn:gangmu:comments"
	recordOpen  = ` xmlns:gangmu="` + recordSpace + `" gangmu:undo="`
	compat      = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	ignored     = ` mc:Ignorable="gangmu"`
	ignorable   = ` xmlns:mc="` + compat + `"` + ignored
	alsoIgnored = ` gangmu`
)

func sumOf(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

// edits put the record into the root of the comments; none if that has one of an
// earlier run, which is void by now.
func (r record) edits(c *commentsPart) []edit {
	root := c.data[c.root.from:c.root.to]
	if bytes.Contains(root, []byte("gangmu")) {
		return nil
	}
	var b strings.Builder
	kind := "kept"
	if r.created {
		kind = "new"
	}
	fmt.Fprintf(&b, "%s%s %s", recordOpen, kind, r.sum)
	for _, s := range r.inserted {
		fmt.Fprintf(&b, " %d+%d", s.from, s.to-s.from)
	}
	b.WriteString(`"`)
	end := c.root.to - 1
	declared := bytes.Contains(root, []byte(`xmlns:mc="`+compat+`"`))
	switch n := ignoredEnd(root); {
	case n > 0 && declared:
		return []edit{{c.root.from + n, alsoIgnored}, {end, b.String()}}
	case bytes.Contains(root, []byte("Ignorable")) || !declared && bytes.Contains(root, []byte("xmlns:mc")):
		return nil // written as no program does it: better no record than a broken part
	case declared:
		b.WriteString(ignored)
	default:
		b.WriteString(ignorable)
	}
	return []edit{{end, b.String()}}
}

// ignoredEnd is where in a tag the list of ignorable namespaces ends; 0 if there
// is none.
func ignoredEnd(tag []byte) int {
	const name = `mc:Ignorable="`
	n := bytes.Index(tag, []byte(name))
	if n < 0 {
		return 0
	}
	n += len(name)
	return n + bytes.IndexByte(tag[n:], '"')
}

// record reads the record, and what of the root is to be cut to be rid of it.
func (c *commentsPart) record() (r record, cuts []stretch) {
	root := c.data[c.root.from:c.root.to]
	at := bytes.Index(root, []byte(recordOpen))
	if at < 0 {
		return record{}, nil
	}
	value, rest, _ := bytes.Cut(root[at+len(recordOpen):], []byte(`"`))
	end := len(root) - len(rest)
	for _, own := range []string{ignorable, ignored} {
		if bytes.HasPrefix(rest, []byte(own)) {
			end += len(own)
			break
		}
	}
	cuts = []stretch{{c.root.from + at, c.root.from + end}}
	if n := ignoredEnd(root); bytes.HasSuffix(root[:n], []byte(alsoIgnored)) {
		cuts = append(cuts, stretch{c.root.from + n - len(alsoIgnored), c.root.from + n})
	}
	fields := strings.Fields(string(value))
	if len(fields) < 2 {
		return record{}, cuts
	}
	r = record{created: fields[0] == "new", sum: fields[1]}
	for _, s := range fields[2:] {
		from, length, _ := strings.Cut(s, "+")
		a, err := strconv.Atoi(from)
		n, err2 := strconv.Atoi(length)
		if err != nil || err2 != nil || a < 0 || n < 0 {
			return record{}, cuts
		}
		r.inserted = append(r.inserted, stretch{a, a + n})
	}
	return r, cuts
}

// undo is the main part from before; not ok if the record is void.
func (r record) undo(f *file) (before []byte, ok bool) {
	size := len(f.content)
	if r.sum == "" || r.sum != sumOf(f.content) {
		return nil, false
	}
	for _, s := range r.inserted {
		if s.to > size || s.to < s.from {
			return nil, false
		}
	}
	before = cut(f.content, r.inserted)
	return before, f.wellFormed(before)
}
