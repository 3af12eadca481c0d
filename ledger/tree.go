package ledger

import (
	"context"
	"crypto/sha256"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// tree is the right edge of the Merkle tree: what is needed to add a leaf and to
// know the root. peaks[level] is meant when bit level of size is set. It is a
// value: a copy is a way back.
type tree struct {
	size  int64
	peaks [63]tlog.Hash
}

// add puts a leaf at the end and returns the hashes that it completes: its own,
// then one for each full subtree that ends with it, from the lowest up.
func (t *tree) add(leaf tlog.Hash) []tlog.Hash {
	completed := []tlog.Hash{leaf}
	level, h := 0, leaf
	for ; t.size>>level&1 == 1; level++ {
		h = tlog.NodeHash(t.peaks[level], h)
		completed = append(completed, h)
	}
	t.peaks[level] = h
	t.size++
	return completed
}

// root is the hash of the whole tree; that of an empty one is the hash of nothing.
func (t *tree) root() tlog.Hash {
	var root tlog.Hash
	empty := true
	for level := range t.peaks {
		switch {
		case t.size>>level&1 == 0:
		case empty:
			root, empty = t.peaks[level], false
		default:
			root = tlog.NodeHash(t.peaks[level], root)
		}
	}
	if empty {
		return emptyRoot
	}
	return root
}

// emptyRoot is SHA-256 of nothing, as RFC 6962 has it.
var emptyRoot = tlog.Hash(sha256.Sum256(nil))

// loadTree reads the right edge of the tree with size leaves: of each peak the
// last event that completed it.
func loadTree(ctx context.Context, q querier, size int64) (tree, error) {
	t := tree{size: size}
	for level := range t.peaks {
		if size>>level&1 == 0 {
			continue
		}
		last := size >> level << level
		var hashes []byte
		if err := q.QueryRowContext(ctx, `SELECT hashes FROM event WHERE seq = $1`, last).Scan(&hashes); err != nil {
			return t, fmt.Errorf("hashes of event %d: %w", last, err)
		}
		if len(hashes) < (level+1)*tlog.HashSize {
			return t, fmt.Errorf("hashes of event %d: %d bytes, too few for level %d", last, len(hashes), level)
		}
		copy(t.peaks[level][:], hashes[level*tlog.HashSize:])
	}
	return t, nil
}

// packed is how the hashes stand in the event's row.
func packed(hashes []tlog.Hash) []byte {
	b := make([]byte, 0, len(hashes)*tlog.HashSize)
	for _, h := range hashes {
		b = append(b, h[:]...)
	}
	return b
}
