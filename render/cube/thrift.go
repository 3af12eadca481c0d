package cube

import "encoding/binary"

// thrift writes structures in the compact protocol of Apache Thrift. Fields come
// in the order of their numbers.
type thrift struct {
	out  []byte
	last int16 // field written before in this structure
}

const (
	thriftI32    = 5
	thriftI64    = 6
	thriftBinary = 8
	thriftList   = 9
	thriftStruct = 12
)

func (t *thrift) field(id int16, kind byte) {
	t.out = append(t.out, byte(id-t.last)<<4|kind) // no gap here is over 15
	t.last = id
}

func (t *thrift) i32(id int16, v int32) {
	t.field(id, thriftI32)
	t.out = binary.AppendVarint(t.out, int64(v))
}

func (t *thrift) i64(id int16, v int64) {
	t.field(id, thriftI64)
	t.out = binary.AppendVarint(t.out, v)
}

func (t *thrift) text(id int16, s string) {
	t.field(id, thriftBinary)
	t.bytes(s)
}

func (t *thrift) bytes(s string) {
	t.out = append(binary.AppendUvarint(t.out, uint64(len(s))), s...)
}

func (t *thrift) structure(id int16, fields func()) {
	t.field(id, thriftStruct)
	t.element(fields)
}

func (t *thrift) element(fields func()) {
	outer := t.last
	t.last = 0
	fields()
	t.stop()
	t.last = outer
}

func (t *thrift) stop() { t.out = append(t.out, 0) }

// list is a list of n structures.
func (t *thrift) list(id int16, n int, element func(i int)) {
	t.listHead(id, n, thriftStruct)
	for i := range n {
		t.element(func() { element(i) })
	}
}

func (t *thrift) i32s(id int16, values []int32) {
	t.listHead(id, len(values), thriftI32)
	for _, v := range values {
		t.out = binary.AppendVarint(t.out, int64(v))
	}
}

func (t *thrift) texts(id int16, values ...string) {
	t.listHead(id, len(values), thriftBinary)
	for _, v := range values {
		t.bytes(v)
	}
}

func (t *thrift) listHead(id int16, n int, kind byte) {
	t.field(id, thriftList)
	if n < 15 {
		t.out = append(t.out, byte(n)<<4|kind)
		return
	}
	t.out = binary.AppendUvarint(append(t.out, 0xF0|kind), uint64(n))
}
