// Package compound opens compound files ([MS-CFB]), the container of old office
// programs. It gives the streams at the top; those of embedded objects are not
// looked at.
package compound

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"

	"gangmu/document"
)

// ErrMissing says that there is no stream of that name.
var ErrMissing = errors.New("no such stream")

// mostReads is how many sectors may be looked at to list the streams. A
// directory of that size has some 200,000 entries; real ones have some dozens.
const mostReads = 100_000

// chunk is how much of a stream is read at a time, in bytes. The time that the
// library takes for one call grows with the square of it.
const chunk = 64 << 10

// File is an open compound file.
type File struct {
	streams map[string]*mscfb.File
	in      *reader
}

// reader gives the bytes of a file, and none any more after too many calls.
type reader struct {
	bytes.Reader
	left int
}

// ReadAt counts the calls.
func (r *reader) ReadAt(b []byte, at int64) (int, error) {
	if r.left--; r.left < 0 {
		return 0, errors.New("directory too large")
	}
	return r.Reader.ReadAt(b, at)
}

// Open lists the streams of data. Every error is a *document.Error.
func Open(data []byte) (*File, error) {
	in := &reader{left: mostReads}
	in.Reset(data)
	files, err := mscfb.New(in)
	if err != nil {
		return nil, document.Damaged(err)
	}
	f := &File{in: in, streams: map[string]*mscfb.File{}}
	for e, err := files.Next(); err == nil; e, err = files.Next() {
		if len(e.Path) == 0 && !e.FileInfo().IsDir() {
			f.streams[e.Name] = e
		}
	}
	return f, nil
}

// Has reports whether there is a stream of that name.
func (f *File) Has(name string) bool { return f.streams[name] != nil }

// Stream is all of a stream, which may be read once. The error is ErrMissing or
// a *document.Error.
func (f *File) Stream(name string, budget *document.Budget) ([]byte, error) {
	e := f.streams[name]
	if e == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrMissing)
	}
	if e.Size > f.in.Size() {
		return nil, document.Damaged(fmt.Errorf("%s: %d bytes in a file of %d", name, e.Size, f.in.Size()))
	}
	if err := budget.Expand(e.Size); err != nil {
		return nil, err
	}
	f.in.left = int(f.in.Size()) // a read for each sector and a few for its place
	data := make([]byte, e.Size)
	for at := 0; at < len(data); {
		n, err := e.Read(data[at:min(len(data), at+chunk)])
		if at += n; err != nil && !(errors.Is(err, io.EOF) && at == len(data)) || n == 0 {
			return nil, document.Damaged(fmt.Errorf("%s: %w", name, errors.Join(err, io.ErrUnexpectedEOF)))
		}
	}
	return data, nil
}
