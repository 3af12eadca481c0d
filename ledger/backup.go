package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"gangmu/fault"
)

// Backup writes the ledger as it is at one moment to a file, while others go on
// writing, and verifies the file. Whatever engine the ledger is on, the file is a
// SQLite database that Restore takes for any engine. It holds events, checkpoints,
// files and the modules' Keep tables; not the projections, which are filled anew,
// and not the signing key. It appears whole or not at all, and replaces no file.
func (l *Ledger) Backup(ctx context.Context, path string) (*Report, error) {
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		return nil, backupExists(path, err)
	}
	temporary := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s-%x.tmp", filepath.Base(path), rand.Uint64()))
	defer removeDatabase(temporary)
	if err := l.writeBackup(ctx, temporary); err != nil {
		return nil, backupFailed(path, err)
	}
	r, err := verifyBackup(ctx, temporary, l.modules)
	if err != nil {
		return nil, backupFailed(path, err)
	}
	if err := os.Rename(temporary, path); err != nil {
		return nil, backupFailed(path, err)
	}
	return r, nil
}

func (l *Ledger) writeBackup(ctx context.Context, path string) (err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) // the database keeps the rights
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	e, db, other, err := open(path, false)
	if err != nil {
		return err
	}
	// Closing the last connection puts everything into the one file.
	defer func() { err = errors.Join(err, other.Close(), db.Close()) }()
	if err := migrate(ctx, e, db, l.modules); err != nil {
		return err
	}
	return inTransaction(ctx, db, func(to *sql.Tx) error {
		return l.View(ctx, func(v *View) error { return copyTables(ctx, v.sql, to, keptTables(l.modules)) })
	})
}

func inTransaction(ctx context.Context, db *sql.DB, f func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // of no effect after Commit
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func verifyBackup(ctx context.Context, path string, modules []Module) (*Report, error) {
	l, err := openReadOnly(Config{Database: path, Modules: modules}.withDefaults())
	if err != nil {
		return nil, err
	}
	r, err := l.Verify(ctx, nil)
	return r, errors.Join(err, l.Close())
}

// removeDatabase removes a SQLite file with what stands beside it.
func removeDatabase(path string) {
	for _, end := range []string{"", "-wal", "-shm"} {
		os.Remove(path + end)
	}
}

func backupExists(path string, cause error) error {
	return &fault.Error{
		Kind: fault.Conflict, Code: "backup-exists",
		Zh:    fmt.Sprintf("%s 已经存在，备份不覆盖旧文件。请换一个文件名。", path),
		En:    fmt.Sprintf("%s exists; a backup replaces no file. Choose another name.", path),
		Cause: cause,
	}
}

func backupFailed(path string, cause error) error {
	return &fault.Error{
		Kind: fault.Unavailable, Code: "backup-failed",
		Zh:    fmt.Sprintf("备份没有完成，没有留下 %s。请检查目录是否可写、空间是否足够。", path),
		En:    fmt.Sprintf("The backup was not finished and %s not written. Check that the folder is writable and has room.", path),
		Cause: cause,
	}
}
