package pdf

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
)

// packedModule is PDFium as the library brings it, compressed: 2.6 MB instead of
// 5.8 in the program. `make pdfium` makes it anew when the library changes.
//
//go:embed pdfium.wasm.gz
var packedModule []byte

// largestModule bounds what is inflated.
const largestModule = 32 << 20

// module is PDFium as WebAssembly.
func module() ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packedModule))
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, 6<<20))
	_, err = io.Copy(out, io.LimitReader(z, largestModule))
	return out.Bytes(), err
}
