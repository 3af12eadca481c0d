package doc

import (
	"errors"
	"fmt"

	"gangmu/document"
	"gangmu/document/internal/compound"
)

// Flags of the beginning of the file (FibBase).
const (
	encrypted  = 0x0100
	table1     = 0x0200 // 1Table is the table stream, else 0Table
	obfuscated = 0x8000
)

// word97 is the first version of the format that is read here.
const word97 = 0x00C1

// Where the counts of characters of each story stand in the file information
// block, and where its pairs of offset and length begin.
const (
	countsAt = 64
	pairsAt  = 154
)

// Indexes of the parts of the table stream, by their pairs (FibRgFcLcb97).
const (
	stylesPart     = 1
	footnotesPart  = 3
	characterPages = 12
	paragraphPages = 13
	fontsPart      = 15
	piecesPart     = 33
	anchorsPart    = 40
	endnotesPart   = 47
	drawingsPart   = 50
	boxesPart      = 56
	layoutsPart    = 73
	listsPart      = 74
)

// file is the streams of a document.
type file struct {
	*compound.File
	budget *document.Budget
	main   raw  // text, and pages of formatting
	tables raw  // everything else
	extra  raw  // settings that are too long for a page; read when needed
	seen   bool // extra was read

	applied int // bytes of settings so far
}

// stories are the lengths of the parts of the text, in characters; they follow
// each other.
type stories struct{ main, footnotes, headers, macros, comments, endnotes, boxes int }

func openFile(data []byte, budget *document.Budget) (*file, error) {
	in, err := compound.Open(data)
	if err != nil {
		return nil, err
	}
	f := &file{File: in, budget: budget}
	if f.main, err = f.stream("WordDocument"); err != nil {
		return nil, err
	}
	flags := f.main.u16(0x0A)
	switch {
	case f.main.u16(0) != 0xA5EC && f.main.u16(0) != 0xA5DC || len(f.main) < pairsAt:
		return nil, document.Damaged(fmt.Errorf("file information block: %x", f.main.u16(0)))
	case flags&(encrypted|obfuscated) != 0:
		return nil, document.Encrypted()
	case f.main.u16(2) < word97:
		return nil, tooOld()
	}
	name := "0Table"
	if flags&table1 != 0 {
		name = "1Table"
	}
	f.tables, err = f.stream(name)
	return f, err
}

// stream is a stream without which there is no document.
func (f *file) stream(name string) (raw, error) {
	b, err := f.Stream(name, f.budget)
	if errors.Is(err, compound.ErrMissing) {
		return nil, document.Damaged(err)
	}
	return b, err
}

// part is a part of the table stream.
func (f *file) part(i int) raw {
	at := pairsAt + 8*i
	return f.tables.part(f.main.u32(at), f.main.u32(at+4))
}

// behind is what follows a part of the table stream.
func (f *file) behind(i int) raw {
	at := pairsAt + 8*i
	if f.main.u32(at+4) == 0 {
		return nil
	}
	return f.tables.from(f.main.u32(at) + f.main.u32(at+4))
}

func (f *file) stories() stories {
	n := func(i int) int { return f.main.u32(countsAt + 4*i) }
	return stories{n(3), n(4), n(5), n(6), n(7), n(8), n(9)}
}

// settings are those at a place of the stream for long ones.
func (f *file) settings(at int) raw {
	if !f.seen {
		f.seen = true
		f.extra, _ = f.Stream("Data", f.budget) // Word opens documents without it
	}
	return f.extra.part(at+2, f.extra.u16(at))
}

// mostSettings is how many bytes of settings are looked at, some many times: the
// formatting of a hundred thousand paragraphs takes some ten million.
const mostSettings = 64 << 20

// checkSettings refuses files whose places share long settings.
func (f *file) checkSettings() error {
	if f.applied > mostSettings {
		return document.Damaged(fmt.Errorf("more than %d bytes of settings", mostSettings))
	}
	return nil
}

// tooOld is the error for files of Word 6 and 95, which have the same container
// and name but other structures.
func tooOld() error {
	return &document.Error{
		Code:      document.CodeUnsupported,
		Message:   "这是 Word 6.0/95 的文档，本版本尚不支持。请用 Word 或 WPS 打开，另存为 docx 或文本。",
		MessageEn: "This is a document of Word 6.0 or 95, which this version does not read. Open it in Word or WPS and save it as docx or text.",
	}
}
