package ledger_test

import (
	"bytes"
	"errors"
	"testing"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
)

func TestBlobs(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		l := open(t, c)
		file := []byte("PK\x00\xff 报告")
		var first, second ledger.BlobHash
		_, err := l.Do(t.Context(), li, func(tx *ledger.Tx) (err error) {
			var errs [2]error
			first, errs[0] = tx.PutBlob(file)
			second, errs[1] = tx.PutBlob(bytes.Clone(file))
			return errors.Join(errs[:]...)
		})
		if err != nil || first != second || first != ledger.HashOf(file) {
			t.Fatalf("PutBlob twice: %s, %s, %v", first, second, err)
		}
		got, err := l.Blob(t.Context(), first)
		if err != nil || !bytes.Equal(got, file) {
			t.Errorf("Blob = %q, %v", got, err)
		}
		if _, err := l.Blob(t.Context(), ledger.HashOf(nil)); fault.Of(err).Kind != fault.NotFound {
			t.Errorf("unknown file: %v", err)
		}
		_, err = l.Do(t.Context(), li, func(tx *ledger.Tx) error {
			_, err := tx.PutBlob(make([]byte, ledger.MaxBlob+1))
			return err
		})
		if fault.Of(err).Kind != fault.TooLarge {
			t.Errorf("a file over the limit: %v", err)
		}
	})
}
