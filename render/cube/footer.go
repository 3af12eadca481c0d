package cube

// footer is the file's description of itself, FileMetaData of parquet.thrift.
func footer(columns []column, groups [][]chunk, rows int) []byte {
	var t thrift
	t.i32(1, 1) // version
	t.list(2, len(columns)+1, func(i int) { schema(&t, columns, i) })
	t.i64(3, int64(rows))
	left := rows
	t.list(4, len(groups), func(g int) {
		n := min(left, groupRows)
		left -= n
		var size int64
		for _, c := range groups[g] {
			size += c.plainSize
		}
		t.list(1, len(columns), func(i int) { columnChunk(&t, columns[i], groups[g][i]) })
		t.i64(2, size)
		t.i64(3, int64(n))
	})
	t.text(6, "gangmu")
	t.stop()
	return t.out
}

// schema is the element i: the whole row, then its columns.
func schema(t *thrift, columns []column, i int) {
	if i == 0 {
		t.text(4, "row")
		t.i32(5, int32(len(columns)))
		return
	}
	c := columns[i-1]
	t.i32(1, c.kind)
	t.i32(3, c.repetition)
	t.text(4, c.name)
	if c.kind == typeByteArray {
		t.i32(6, 0)                                           // UTF8, for older readers
		t.structure(10, func() { t.structure(1, func() {}) }) // STRING
	}
}

func columnChunk(t *thrift, c column, at chunk) {
	start := at.data
	encodings := []int32{runLength, c.encoding}
	if at.dictionary != 0 {
		start = at.dictionary
		encodings = append(encodings, plain)
	}
	t.i64(2, start)
	t.structure(3, func() {
		t.i32(1, c.kind)
		t.i32s(2, encodings)
		t.texts(3, c.name)
		t.i32(4, gzipCodec)
		t.i64(5, int64(at.values))
		t.i64(6, at.plainSize)
		t.i64(7, at.size)
		t.i64(9, at.data)
		if at.dictionary != 0 {
			t.i64(11, at.dictionary)
		}
	})
}
