package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"gangmu/fault"
)

// key signs checkpoints. Its public half is recorded as an event, so that a later
// key can follow it and old checkpoints stay checkable.
type key struct {
	signer note.Signer
	public string // as note.NewVerifier reads it
}

const keyName = "gangmu"

// loadKey reads the key, and makes it when there is none.
func loadKey(path string, random io.Reader) (key, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		text, err = makeKey(path, random)
	}
	if err != nil {
		return key{}, keyProblem(path, err)
	}
	secret, public, found := strings.Cut(strings.TrimSpace(string(text)), "\n")
	if !found {
		return key{}, keyProblem(path, errors.New("two lines expected"))
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		return key{}, keyProblem(path, err)
	}
	if _, err := note.NewVerifier(public); err != nil {
		return key{}, keyProblem(path, err)
	}
	return key{signer: signer, public: public}, nil
}

func makeKey(path string, random io.Reader) ([]byte, error) {
	secret, public, err := note.GenerateKey(random, keyName)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	text := []byte(secret + "\n" + public + "\n")
	_, err = f.Write(text)
	return text, errors.Join(err, f.Sync(), f.Close())
}

func keyProblem(path string, cause error) error {
	return &fault.Error{
		Kind: fault.Unavailable, Code: "signing-key",
		Zh:    fmt.Sprintf("签名密钥 %s 用不了。请检查文件权限，或从备份恢复这个文件；没有备份时把它移走，下次启动会另建一把，旧检查点仍可核对。", path),
		En:    fmt.Sprintf("The signing key %s cannot be used. Check its permissions or bring it back from a backup; without one move it away: the next start makes another, old checkpoints stay checkable.", path),
		Cause: cause,
	}
}

// programKind is the event of a start with another program or key than before.
const programKind = "ledger.program"

// program is its payload.
type program struct {
	Version string `json:"version"`
	Key     string `json:"key"` // public
}

// recordStart appends who works on the ledger when that changed.
func (l *Ledger) recordStart(ctx context.Context, version string) error {
	now := program{Version: version, Key: l.key.public}
	for e, err := range l.Events(ctx, Filter{Subject: "ledger", Kinds: []string{programKind}, Newest: true, Limit: 1}) {
		var last program
		if err := firstError(err, e.Decode(&last)); err != nil {
			return err
		}
		if last == now {
			return nil
		}
	}
	_, err := l.Do(ctx, System, func(tx *Tx) error {
		_, err := tx.Append(programKind, "ledger", now)
		return err
	})
	return err
}

// verifiers are the keys that ever worked on the ledger.
func verifiers(ctx context.Context, q querier) (note.Verifiers, error) {
	var known []note.Verifier
	for page, err := range pages(ctx, q, Filter{Subject: "ledger", Kinds: []string{programKind}}) {
		if err != nil {
			return nil, err
		}
		for _, e := range page {
			var p program
			if json.Unmarshal(e.Payload, &p) != nil {
				continue // damaged: the scan of the events says so
			}
			if v, err := note.NewVerifier(p.Key); err == nil {
				known = append(known, v)
			}
		}
	}
	return note.VerifierList(unique(known)...), nil
}

// unique drops repeated keys, which a list of verifiers takes as ambiguous.
func unique(all []note.Verifier) []note.Verifier {
	seen := map[uint32]bool{}
	var kept []note.Verifier
	for _, v := range all {
		if !seen[v.KeyHash()] {
			seen[v.KeyHash()] = true
			kept = append(kept, v)
		}
	}
	return kept
}
