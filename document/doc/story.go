package doc

// Characters that end something.
const (
	paragraphEnd = 0x0D
	cellEnd      = 0x07
	pageEnd      = 0x0C // of a section or, within a paragraph, of a page
)

// paragraph is a stretch of text up to its mark.
type paragraph struct {
	from, to int // positions; the mark stands at to
	mark     rune
	props    *paragraphProps
	joined   bool // its mark was deleted: it runs on in the next one
}

// paragraphs splits the text from one position to another.
func (r *reader) paragraphs(from, to int) (out []paragraph, err error) {
	start := from
	for i := r.pieces.find(from); i < len(r.pieces) && r.pieces[i].from < to; i++ {
		p := &r.pieces[i]
		for cp := max(p.from, from); cp < min(p.to, to); cp++ {
			mark := p.mark(r.main, cp)
			if mark == 0 || mark == pageEnd && r.papx.at(p.offset(cp)).to != p.offset(cp+1) {
				continue
			}
			if out, err = r.ended(out, p, start, cp, mark); err != nil {
				return nil, err
			}
			start = cp + 1
		}
	}
	if start >= to || len(r.pieces) == 0 {
		return out, nil
	}
	if i := r.pieces.find(to - 1); i < len(r.pieces) { // the last has no mark
		out, err = r.ended(out, &r.pieces[i], start, to, 0)
	}
	return out, err
}

// mark is the character at a position if it may end a paragraph, else 0.
func (p *piece) mark(main raw, cp int) rune {
	at := p.offset(cp)
	if c := main[at]; c != paragraphEnd && c != cellEnd && c != pageEnd || p.wide && main[at+1] != 0 {
		return 0
	}
	return rune(main[at])
}

// ended adds the paragraph that ends with a mark in piece p.
func (r *reader) ended(out []paragraph, p *piece, from, to int, mark rune) ([]paragraph, error) {
	at := p.offset(min(to, p.to-1))
	props := r.paragraphProps(at, p)
	if err := r.budget.Block(); err != nil {
		return nil, err
	}
	if err := r.checkSettings(); err != nil {
		return nil, err
	}
	if len(out)%256 == 0 && r.ctx.Err() != nil {
		return nil, r.ctx.Err()
	}
	joined := (mark == paragraphEnd || props.rowEnd) && r.charProps(r.chpx.at(at), p, props.style).deleted
	return append(out, paragraph{from, to, mark, props, joined}), nil
}

// paragraphProps are the settings of the paragraph whose mark stands at an
// offset of piece p.
func (r *reader) paragraphProps(at int, p *piece) *paragraphProps {
	own := r.papx.at(at).settings
	props := &paragraphProps{outline: -1, style: own.u16(0)}
	props.apply(r.file, own.from(2), 0)
	props.apply(r.file, p.change, 0)
	return props
}

// charProps are the settings of a run of piece p in a paragraph of this style.
func (r *reader) charProps(of run, p *piece, style int) charProps {
	c := charProps{hidden: r.styles.at(style).hidden}
	c.apply(r.file, of.settings, r.styles)
	c.apply(r.file, p.change, r.styles)
	return c
}
