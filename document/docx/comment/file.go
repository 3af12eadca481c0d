package comment

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/opc"
	"gangmu/document/internal/xmlscan"
)

// Names of parts where a package says nothing about them.
const (
	mainPart  = "word/document.xml"
	typesPart = "[Content_Types].xml"
)

// Namespaces of the two editions, and of what their relationships mean.
const (
	transitional      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict            = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	transitionalKinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	strictKinds       = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
)

func isWord(space string) bool { return space == transitional || space == strict }

// file is a docx file whose comments are to be changed.
type file struct {
	ctx     context.Context
	archive *archive.Archive
	limits  document.Limits

	main      string // the name of the main part
	content   []byte // of the main part
	space     string // the namespace of its edition
	relations []opc.Relation
	comments  commentsPart
	existing  []existing

	changes map[string][]byte
}

// open reads the parts that hold comments or lead to them.
func open(ctx context.Context, data []byte, limits document.Limits) (*file, error) {
	budget := document.NewBudget(limits)
	files, err := archive.Open(data, budget)
	if err != nil {
		return nil, err
	}
	f := &file{ctx: ctx, archive: files, limits: budget.Limits(), changes: map[string][]byte{}}
	top, err := opc.Relations(ctx, files, "", f.limits.Depth)
	if err != nil {
		return nil, err
	}
	f.main = opc.First(top, "officeDocument", mainPart)
	if f.relations, err = opc.Relations(ctx, files, f.main, f.limits.Depth); err != nil {
		return nil, err
	}
	if f.content, err = f.read(f.main); err != nil {
		return nil, err
	}
	if f.space, err = rootSpace(f.content); err != nil {
		return nil, err
	}
	return f, f.readComments()
}

// read inflates a part; one that is missing is an error for people.
func (f *file) read(name string) ([]byte, error) {
	data, err := f.archive.Read(name)
	if errors.Is(err, archive.ErrMissing) {
		return nil, document.Damaged(fmt.Errorf("%s: %w", name, err))
	}
	return data, err
}

// rootSpace is the edition that the main part is written in.
func rootSpace(data []byte) (string, error) {
	s, err := scanner(data)
	if err != nil {
		return "", err
	}
	if _, err := s.Next(); err != nil {
		return "", refused(err)
	}
	if !isWord(s.Name.Space) || s.Name.Local != "document" {
		return "", document.Damaged(fmt.Errorf("root element %s", s.Name.Local))
	}
	return s.Name.Space, nil
}

// sibling is the name of a part beside the main one that does not exist yet.
func (f *file) sibling(base string) string {
	dir, _ := path.Split(f.main)
	for n := 0; ; n++ {
		name := dir + base + ".xml"
		if n > 0 {
			name = fmt.Sprint(dir, base, n, ".xml")
		}
		if !f.archive.Has(name) {
			return name
		}
	}
}

// relationsPart is the name of the part that says what the main part needs.
func (f *file) relationsPart() string {
	dir, base := path.Split(f.main)
	return dir + "_rels/" + base + ".rels"
}

func scanner(data []byte) (*xmlscan.Scanner, error) {
	s, err := xmlscan.New(data)
	if err != nil {
		return nil, document.Damaged(err)
	}
	return s, nil
}

// walk goes through all pieces of a part.
func (f *file) walk(data []byte, visit func(s *xmlscan.Scanner, kind xmlscan.Kind)) error {
	s, err := scanner(data)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		if n%4096 == 0 && f.ctx.Err() != nil {
			return f.ctx.Err()
		}
		kind, err := s.Next()
		switch {
		case err != nil:
			return refused(err)
		case s.Depth > f.limits.Depth:
			return document.TooDeep(f.limits.Depth)
		case kind == xmlscan.EOF:
			return nil
		}
		visit(s, kind)
	}
}

// refused is the error for people of an error of the scanner.
func refused(err error) error {
	if errors.Is(err, xmlscan.ErrDeclaration) {
		return document.Unsafe(err)
	}
	return document.Damaged(err)
}

// attr is the value of an attribute of the start tag read last, by its name
// without prefix.
func attr(s *xmlscan.Scanner, local string) string {
	for _, a := range s.Attrs {
		if a.Local == local {
			return a.Value()
		}
	}
	return ""
}

// prefixOf is the prefix of a tag with its colon, as written: "w:" of "<w:r>".
func prefixOf(tag []byte) string {
	name := nameOf(tag)
	return name[:strings.IndexByte(name, ':')+1]
}

// nameOf is the name of a start tag, as written.
func nameOf(tag []byte) string {
	name := strings.TrimPrefix(string(tag), "<")
	if n := strings.IndexAny(name, " \t\r\n/>"); n >= 0 {
		name = name[:n]
	}
	return name
}
