package comment

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"gangmu/document/internal/archive"
	"gangmu/document/internal/xmlscan"
)

const (
	typesSpace     = "http://schemas.openxmlformats.org/package/2006/content-types"
	relationsSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
	commentsType   = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
	declaration    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// addComments writes the comments themselves, into the part that is there or into
// a new one. edits are those of the main part.
func (f *file) addComments(placed anchors, edits []edit, o Options) error {
	c := &f.comments
	created := c.data == nil
	if created {
		if c.name == "" {
			c.name = f.sibling("comments")
		}
		root := fmt.Sprintf(`%s<w:comments xmlns:w="%s">`, declaration, f.space)
		c.data = []byte(root + "</w:comments>")
		c.root, c.close = stretch{len(declaration), len(root)}, stretch{len(root), len(c.data)}
		if err := f.register(); err != nil {
			return err
		}
	}
	c.unfold()
	r := record{created: created, sum: sumOf(f.changes[f.main]), inserted: inserted(edits)}
	w := commentWriter{prefix: prefixOf(c.data[c.root.from:c.root.to]), space: f.space, options: o}
	for _, a := range placed {
		w.comment(a)
	}
	into := append(r.edits(c), edit{c.close.from, w.String()})
	slices.SortStableFunc(into, func(a, b edit) int { return a.at - b.at })
	f.changes[c.name] = splice(c.data, into)
	return nil
}

// unfold gives a root that closes itself an end tag.
func (c *commentsPart) unfold() {
	c.data, c.root.to, c.close = unfold(c.data, c.root, c.close)
}

func unfold(data []byte, root, end stretch) ([]byte, int, stretch) {
	if end.to > end.from {
		return data, root.to, end
	}
	close := "</" + nameOf(data[root.from:root.to]) + ">"
	at := root.to - len("/>")
	out := slices.Concat(data[:at], []byte(">"+close), data[root.to:])
	return out, at + 1, stretch{at + 1, at + 1 + len(close)}
}

// register says in the package that there is a part for comments.
func (f *file) register() error {
	types, err := f.read(typesPart)
	if err != nil {
		return err
	}
	known := false
	types, err = f.append(types, func(prefix string, s *xmlscan.Scanner) {
		known = known || s.Name.Local == "Override" && archive.PartName(attr(s, "PartName")) == archive.PartName(f.comments.name)
	}, func(prefix string) string {
		if known {
			return ""
		}
		return fmt.Sprintf(`<%sOverride PartName="/%s" ContentType="%s"/>`, prefix, escaped(f.comments.name), commentsType)
	})
	if err != nil {
		return err
	}
	f.changes[typesPart] = types
	if f.comments.related {
		return nil
	}
	return f.relate()
}

// relate makes the main part name the comments.
func (f *file) relate() error {
	name := f.relationsPart()
	data := []byte(fmt.Sprintf(`%s<Relationships xmlns="%s"></Relationships>`, declaration, relationsSpace))
	if f.archive.Has(name) {
		var err error
		if data, err = f.read(name); err != nil {
			return err
		}
	}
	kinds := transitionalKinds
	if f.space == strict {
		kinds = strictKinds
	}
	ids := map[string]bool{}
	data, err := f.append(data, func(_ string, s *xmlscan.Scanner) {
		ids[attr(s, "Id")] = true
	}, func(prefix string) string {
		id := "rIdComments"
		for n := 1; ids[id]; n++ {
			id = fmt.Sprint("rIdComments", n)
		}
		return fmt.Sprintf(`<%sRelationship Id="%s" Type="%scomments" Target="%s"/>`, prefix, id, kinds, escaped(path.Base(f.comments.name)))
	})
	f.changes[name] = data
	return err
}

// append puts what element gives at the end of the root of a part, after visit has
// seen all elements in it. Both know the root's prefix.
func (f *file) append(data []byte, visit func(prefix string, s *xmlscan.Scanner), element func(prefix string) string) ([]byte, error) {
	var root, end stretch
	prefix := ""
	err := f.walk(data, func(s *xmlscan.Scanner, kind xmlscan.Kind) {
		switch {
		case kind == xmlscan.Start && s.Depth == 1:
			root, prefix = stretch{s.From, s.To}, prefixOf(data[s.From:s.To])
		case kind == xmlscan.Start:
			visit(prefix, s)
		case kind == xmlscan.End && s.Depth == 0:
			end = stretch{s.From, s.To}
		}
	})
	if err != nil {
		return nil, err
	}
	data, _, end = unfold(data, root, end)
	return splice(data, []edit{{end.from, element(prefix)}}), nil
}

// commentWriter writes comments.
type commentWriter struct {
	strings.Builder
	prefix, space string
	options       Options
}

// comment writes one comment. Its form does not depend on the styles of the
// document, which may set body text large, indented and in exact lines.
func (w *commentWriter) comment(a anchor) {
	p, declared := w.prefix, ""
	if p == "" {
		p, declared = "w:", fmt.Sprintf(` xmlns:w="%s"`, w.space)
	}
	fmt.Fprintf(w, `<%scomment%s %sid="%d" %sauthor="%s"`, p, declared, p, a.id, p, escaped(w.options.Author))
	if !w.options.Date.IsZero() {
		fmt.Fprintf(w, ` %sdate="%s"`, p, w.options.Date.UTC().Format(time.RFC3339))
	}
	if w.options.Initials != "" {
		fmt.Fprintf(w, ` %sinitials="%s"`, p, escaped(w.options.Initials))
	}
	w.WriteString(">")
	paragraphs := slices.Concat(a.Text, []string{signatureOpen + strings.ReplaceAll(a.Label, signatureClose, "") + signatureClose})
	if a.elsewhere && a.Elsewhere != "" {
		paragraphs = slices.Insert(paragraphs, 0, a.Elsewhere)
	}
	for i, s := range paragraphs {
		w.paragraph(p, s, i == 0)
	}
	fmt.Fprintf(w, `</%scomment>`, p)
}

func (w *commentWriter) paragraph(p, s string, first bool) {
	left := "left"
	if w.space == strict {
		left = "start"
	}
	form := strings.NewReplacer("%", p, "left", left)
	form.WriteString(w, `<%p><%pPr><%spacing %before="0" %after="0" %line="240" %lineRule="auto"/><%ind %left="0" %firstLineChars="0" %firstLine="0"/><%jc %val="left"/></%pPr>`)
	const size = `<%sz %val="20"/><%szCs %val="20"/>`
	if first {
		form.WriteString(w, `<%r><%rPr>`+size+`</%rPr><%annotationRef/></%r>`)
	}
	form.WriteString(w, `<%r><%rPr>`+size+`</%rPr><%t xml:space="preserve">`)
	w.WriteString(escaped(s))
	form.WriteString(w, `</%t></%r></%p>`)
}

// escaped is s for XML. Line ends and tabs, which comments have no use for, become
// spaces; what XML cannot hold becomes the replacement character.
func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(s)))
	return b.String()
}
