package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"gangmu/fault"
)

// MaxBlob is the largest file that is kept, in bytes.
const MaxBlob = 64 << 20

// BlobHash names a file: its SHA-256 in 64 hexadecimal digits. Events refer to
// files by it, so that the tree covers them too.
type BlobHash string

// HashOf is the name of data.
func HashOf(data []byte) BlobHash {
	sum := sha256.Sum256(data)
	return BlobHash(hex.EncodeToString(sum[:]))
}

// PutBlob keeps a file with the command that refers to it. The same bytes are kept
// once, whoever brings them.
func (tx *Tx) PutBlob(data []byte) (BlobHash, error) {
	if len(data) > MaxBlob {
		return "", blobTooLarge(len(data))
	}
	hash := HashOf(data)
	_, err := tx.Exec(`INSERT INTO blob (hash, size, at, data) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING`,
		string(hash), len(data), tx.Now().UnixMicro(), data)
	return hash, err
}

// Blob is the file of that name, checked against it.
func (l *Ledger) Blob(ctx context.Context, hash BlobHash) ([]byte, error) {
	var data []byte
	err := l.read.QueryRowContext(ctx, `SELECT data FROM blob WHERE hash = $1`, string(hash)).Scan(&data)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, &fault.Error{
			Kind: fault.NotFound, Code: "file-not-found",
			Zh: "没有这个文件，可能已按规定清除。",
			En: "There is no such file; it may have been cleared as the rules demand.",
		}
	case err != nil:
		return nil, err
	case HashOf(data) != hash:
		return nil, &fault.Error{
			Kind: fault.Damaged, Code: "file-damaged",
			Zh: fmt.Sprintf("文件 %.12s… 与保存时不一致，没有打开。请系统管理员运行 gangmu verify，并从备份恢复。", hash),
			En: fmt.Sprintf("File %.12s… is not what was saved and was not opened. Let the administrator run gangmu verify and restore a backup.", hash),
		}
	}
	return data, nil
}

func blobTooLarge(size int) error {
	return &fault.Error{
		Kind: fault.TooLarge, Code: "file-too-large",
		Zh: fmt.Sprintf("文件有%d MB，超过了%d MB 的上限，没有保存。请压缩图片或拆分后再上传。", size>>20, MaxBlob>>20),
		En: fmt.Sprintf("The file has %d MB, more than the limit of %d MB; it was not saved. Compress its pictures or split it.", size>>20, MaxBlob>>20),
	}
}
