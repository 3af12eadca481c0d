package xlsx

import (
	"errors"
	"strconv"

	"gangmu/document"
	"gangmu/document/internal/archive"
	"gangmu/document/internal/xmlwalk"
	"gangmu/document/xlsx/internal/numfmt"
)

// styles are the number formats of the cells, by style.
type styles []*numfmt.Format

// of is the format of a style; unknown ones are general.
func (s styles) of(style string) *numfmt.Format {
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s) {
		return s[i]
	}
	return &numfmt.Format{}
}

// readStyles reads the number format of each style.
func (r *reader) readStyles(part string) error {
	x, err := r.part(part)
	if errors.Is(err, archive.ErrMissing) {
		return nil
	}
	if err != nil {
		return err
	}
	codes := map[int]string{}
	formats := map[int]*numfmt.Format{}
	count := 0
	each := func(local string, take func(e xmlwalk.Element)) error {
		return x.Children(func(e xmlwalk.Element) error {
			if e.Local != local {
				return nil
			}
			if count++; count > mostStrings {
				return document.Damaged(errTooMany)
			}
			take(e)
			return nil
		})
	}
	return x.Document(func(xmlwalk.Element) error {
		return x.Children(func(e xmlwalk.Element) error {
			switch e.Local {
			case "numFmts":
				return each("numFmt", func(e xmlwalk.Element) { codes[number(e, "numFmtId")] = e.Attr("formatCode") })
			case "cellXfs":
				return each("xf", func(e xmlwalk.Element) {
					id := number(e, "numFmtId")
					if formats[id] == nil {
						formats[id] = r.format(codes, id)
					}
					r.styles = append(r.styles, formats[id])
				})
			}
			return nil
		})
	})
}

// format is the format with this number, which the file or the standard
// defines.
func (r *reader) format(codes map[int]string, id int) *numfmt.Format {
	code, own := codes[id]
	if !own {
		code = numfmt.Builtin(id)
	}
	return numfmt.Parse(code, r.date1904)
}
