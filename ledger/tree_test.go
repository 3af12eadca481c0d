package ledger

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/tlog"
)

// The tree is that of package tlog: same root at every size, same hashes completed
// by every leaf.
func TestTreeIsRFC6962(t *testing.T) {
	var ours tree
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			out[i] = stored[index]
		}
		return out, nil
	})
	for n := int64(0); n < 300; n++ {
		root, err := tlog.TreeHash(n, reader)
		if err != nil || root != ours.root() {
			t.Fatalf("size %d: root %v, want %v, %v", n, ours.root(), root, err)
		}
		leaf := tlog.RecordHash([]byte(strconv.FormatInt(n, 10)))
		want, err := tlog.StoredHashesForRecordHash(n, leaf, reader)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, ours.add(leaf)); diff != "" {
			t.Fatalf("leaf %d (-want +got):\n%s", n, diff)
		}
		stored = append(stored, want...)
	}
}

// Rewrite is what someone does who can write to the database but has no key:
// change one event and make all hashes fit again.
func Rewrite(t *testing.T, tamper func(string, ...any), c Config, seq int64) {
	t.Helper()
	tamper(`UPDATE event SET payload = '0.5' WHERE seq = $1`, seq)
	_, write, read, err := open(c.Database, false)
	if err != nil {
		t.Fatal(err)
	}
	defer write.Close()
	defer read.Close()
	var all tree
	for page, err := range pages(t.Context(), read, Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range page {
			hashes := packed(all.add(e.leaf()))
			if e.Seq >= seq {
				tamper(`UPDATE event SET hashes = $1 WHERE seq = $2`, hashes, e.Seq)
			}
		}
	}
}
