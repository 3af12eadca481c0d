package cube

import (
	"encoding/binary"
	"math"
	"math/bits"

	"gangmu/plan"
)

// Numbers of parquet.thrift.
const (
	typeInt32     = 1
	typeDouble    = 5
	typeByteArray = 6

	plain         = 0
	runLength     = 3
	runDictionary = 8

	required = 0
	optional = 1
)

// column is a column of the file: its values of a group of rows become the body
// of one page, with that of its dictionary before it if it has one.
type column struct {
	name       string
	kind       int32
	repetition int32
	encoding   int32
	encode     func(rows []plan.Observation) (dictionary dictionary, body []byte)
}

type dictionary struct {
	size int // entries
	body []byte
}

// words is a column of texts that come again.
func words(name string, of func(plan.Observation) string) column {
	return column{name, typeByteArray, required, runDictionary, func(rows []plan.Observation) (d dictionary, body []byte) {
		index := map[string]uint32{}
		at := make([]uint32, len(rows))
		for i, o := range rows {
			s := of(o)
			n, known := index[s]
			if !known {
				n = uint32(len(index))
				index[s] = n
				d.body = appendText(d.body, s)
			}
			at[i] = n
		}
		d.size = len(index)
		width := bits.Len(uint(max(d.size-1, 1)))
		return d, append([]byte{byte(width)}, packed(at, width)...)
	}}
}

// texts is a column of texts that differ.
func texts(name string, of func(plan.Observation) string) column {
	return column{name, typeByteArray, required, plain, func(rows []plan.Observation) (d dictionary, body []byte) {
		for _, o := range rows {
			body = appendText(body, of(o))
		}
		return d, body
	}}
}

func integers(name string, of func(plan.Observation) int) column {
	return column{name, typeInt32, required, plain, func(rows []plan.Observation) (d dictionary, body []byte) {
		for _, o := range rows {
			body = binary.LittleEndian.AppendUint32(body, uint32(of(o)))
		}
		return d, body
	}}
}

// numbers is a column that may have gaps: which rows have a value stands before
// the values.
func numbers(name string, of func(plan.Observation) (float64, bool)) column {
	return column{name, typeDouble, optional, plain, func(rows []plan.Observation) (d dictionary, body []byte) {
		there := make([]uint32, len(rows))
		var values []byte
		for i, o := range rows {
			if v, ok := of(o); ok {
				there[i] = 1
				values = binary.LittleEndian.AppendUint64(values, math.Float64bits(v))
			}
		}
		levels := packed(there, 1)
		body = binary.LittleEndian.AppendUint32(body, uint32(len(levels)))
		return d, append(append(body, levels...), values...)
	}}
}

func appendText(b []byte, s string) []byte {
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(s))), s...)
}

// packed is the hybrid encoding of whole numbers as one run of width bits each,
// filled up to a multiple of eight.
func packed(values []uint32, width int) []byte {
	groups := (len(values) + 7) / 8
	out := binary.AppendUvarint(nil, uint64(groups)<<1|1)
	start := len(out)
	out = append(out, make([]byte, groups*width)...)
	for i, v := range values {
		for b := range width {
			if v>>b&1 == 1 {
				bit := i*width + b
				out[start+bit/8] |= 1 << (bit % 8)
			}
		}
	}
	return out
}
