package cube

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"

	"gangmu/plan"
)

const (
	magic     = "PAR1"
	groupRows = 1 << 17 // bounds what is held beside the rows themselves
	gzipCodec = 2

	dataPage       = 0
	dictionaryPage = 2
)

// chunk is where a column of a group of rows stands in the file.
type chunk struct {
	dictionary, data int64 // offsets; the first 0 without a dictionary
	plainSize, size  int64
	values           int
}

// file is a file in the making.
type file struct {
	w   io.Writer
	at  int64
	err error // the first
}

func writeFile(w io.Writer, columns []column, rows []plan.Observation) error {
	f := &file{w: w}
	f.write([]byte(magic))
	var groups [][]chunk
	for rest := rows; len(rest) > 0 && f.err == nil; {
		group := rest[:min(groupRows, len(rest))]
		rest = rest[len(group):]
		var chunks []chunk
		for _, c := range columns {
			chunks = append(chunks, f.column(c, group))
		}
		groups = append(groups, chunks)
	}
	footer := footer(columns, groups, len(rows))
	f.write(binary.LittleEndian.AppendUint32(footer, uint32(len(footer))))
	f.write([]byte(magic))
	return f.err
}

func (f *file) write(b []byte) {
	if f.err == nil {
		_, f.err = f.w.Write(b)
		f.at += int64(len(b))
	}
}

func (f *file) column(c column, rows []plan.Observation) chunk {
	out := chunk{values: len(rows)}
	d, body := c.encode(rows)
	if c.encoding == runDictionary {
		out.dictionary = f.at
		f.page(&out, dictionaryPage, d.body, func(t *thrift) {
			t.structure(7, func() { t.i32(1, int32(d.size)); t.i32(2, plain) })
		})
	}
	out.data = f.at
	f.page(&out, dataPage, body, func(t *thrift) {
		t.structure(5, func() {
			t.i32(1, int32(len(rows)))
			t.i32(2, c.encoding)
			t.i32(3, runLength)
			t.i32(4, runLength)
		})
	})
	return out
}

// page writes a page with its head.
func (f *file) page(c *chunk, kind int32, body []byte, head func(*thrift)) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(body) // a buffer takes everything
	z.Close()
	var t thrift
	t.i32(1, kind)
	t.i32(2, int32(len(body)))
	t.i32(3, int32(b.Len()))
	head(&t)
	t.stop()
	f.write(t.out)
	f.write(b.Bytes())
	c.plainSize += int64(len(t.out) + len(body))
	c.size += int64(len(t.out) + b.Len())
}
