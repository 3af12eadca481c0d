package ledger

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// origin is the first line of every checkpoint.
const checkpointOrigin = "gangmu/ledger"

// sign makes the checkpoint of a tree: origin, size and root, one a line, as a
// signed note.
func (k key) sign(t *tree) (string, error) {
	root := t.root()
	text := fmt.Sprintf("%s\n%d\n%s\n", checkpointOrigin, t.size, base64.StdEncoding.EncodeToString(root[:]))
	signed, err := note.Sign(&note.Note{Text: text}, k.signer)
	return string(signed), err
}

// Checkpoint is a signed note of the ledger as it is now. Kept outside, it lets
// Verify see a cut or rewritten ledger.
func (l *Ledger) Checkpoint(ctx context.Context) ([]byte, error) {
	var signed string
	err := l.View(ctx, func(v *View) error {
		t, err := loadTree(ctx, v.sql, v.Seq)
		if err != nil {
			return err
		}
		signed, err = l.key.sign(&t)
		return err
	})
	return []byte(signed), err
}

// Root is the root of the tree over all events of the view, in base64: with Seq it
// is what a checkpoint of that moment says.
func (v *View) Root() (string, error) {
	t, err := loadTree(v.ctx, v.sql, v.Seq)
	if err != nil {
		return "", err
	}
	root := t.root()
	return base64.StdEncoding.EncodeToString(root[:]), nil
}

// statement is what a checkpoint says.
type statement struct {
	size  int64
	root  tlog.Hash
	known bool // signed by a key of this ledger
}

// maxCheckpoint bounds a checkpoint in bytes.
const maxCheckpoint = 64 << 10

// readCheckpoint understands a checkpoint. An unknown signer is no error: the
// numbers still tell whether the ledger is the one that was signed.
func readCheckpoint(signed []byte, keys note.Verifiers) (statement, error) {
	if len(signed) > maxCheckpoint {
		return statement{}, fmt.Errorf("%d bytes are no checkpoint", len(signed))
	}
	n, err := note.Open(signed, keys)
	var unverified *note.UnverifiedNoteError
	switch {
	case errors.As(err, &unverified):
		n = unverified.Note
	case err != nil:
		return statement{}, err
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) < 4 || lines[0] != checkpointOrigin {
		return statement{}, errors.New("not a checkpoint of a ledger")
	}
	s := statement{known: len(n.Sigs) > 0}
	if s.size, err = strconv.ParseInt(lines[1], 10, 64); err != nil || s.size < 0 {
		return statement{}, fmt.Errorf("size %.40q", lines[1])
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return statement{}, fmt.Errorf("root %.60q", lines[2])
	}
	s.root = tlog.Hash(root)
	return s, nil
}
