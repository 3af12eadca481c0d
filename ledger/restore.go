package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"gangmu/fault"
)

// Restore fills the empty ledger of c from a backup, on whichever engine, and
// fills the projections. A backup that does not verify is refused, so is a ledger
// that holds events. What was restored is the report of the backup.
func Restore(ctx context.Context, path string, c Config) (*Report, error) {
	c = c.withDefaults()
	r, err := verifyBackup(ctx, path, c.Modules)
	if err != nil {
		return nil, err
	}
	if !r.Sound() {
		return r, backupDamaged(path, r.Damages[0])
	}
	if err := fill(ctx, path, c); err != nil {
		return nil, err
	}
	l, err := Open(ctx, c) // rebuilds, and records that this program took over
	if err != nil {
		return nil, err
	}
	return r, l.Close()
}

// fill copies the backup's tables in one transaction.
func fill(ctx context.Context, path string, c Config) (err error) {
	from, err := openReadOnly(Config{Database: path}.withDefaults())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	e, db, other, err := open(c.Database, false)
	if err != nil {
		return cannotOpen(err)
	}
	defer func() { err = errors.Join(err, other.Close(), db.Close()) }()
	if err := migrate(ctx, e, db, c.Modules); err != nil {
		return cannotOpen(err)
	}
	return inTransaction(ctx, db, func(to *sql.Tx) error {
		if e.lock != "" {
			if _, err := to.ExecContext(ctx, e.lock); err != nil {
				return err
			}
		}
		if seq, err := lastSeq(ctx, to); err != nil || seq != 0 {
			return targetNotEmpty(seq, err)
		}
		return from.View(ctx, func(v *View) error { return copyTables(ctx, v.sql, to, keptTables(c.Modules)) })
	})
}

func targetNotEmpty(events int64, cause error) error {
	return &fault.Error{
		Kind: fault.Conflict, Code: "restore-not-empty",
		Zh:    fmt.Sprintf("目标数据库里已有%d条事件，没有恢复。请恢复到新的数据目录或空的数据库，核对后再切换。", events),
		En:    fmt.Sprintf("The target holds %d events already; nothing was restored. Restore into a new data folder or an empty database, check it, then switch.", events),
		Cause: cause,
	}
}

func backupDamaged(path string, first Damage) error {
	return &fault.Error{
		Kind: fault.Damaged, Code: "backup-damaged",
		Zh: fmt.Sprintf("备份 %s 已损坏，没有恢复：%s请换用另一份备份。", path, first.Zh),
		En: fmt.Sprintf("The backup %s is damaged and was not restored: %s Use another backup.", path, first.En),
	}
}
