package main

import (
	"path/filepath"
	"testing"
	"time"

	"gangmu/ledger"
)

func TestBackupAge(t *testing.T) {
	data := t.TempDir()
	c := ledger.Config{KeyFile: filepath.Join(data, "signing.key"), Database: filepath.Join(data, "gangmu.db")}
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	if i := installation(c, now); !i.Backup.IsZero() || len(i.Findings) != 0 {
		t.Errorf("without a backup: %+v", i)
	}
	if err := noteBackup(data, now); err != nil {
		t.Fatal(err)
	}
	if i := installation(c, now.Add(backupDue)); !i.Backup.Equal(now) || len(i.Findings) != 0 {
		t.Errorf("%+v", i)
	}
	if i := installation(c, now.Add(9*24*time.Hour)); len(i.Findings) != 1 || i.Findings[0].Code != "backup-old" {
		t.Errorf("%+v", i)
	}
	c.KeyFile = filepath.Join(data, "none", "signing.key")
	if i := installation(c, now); len(i.Findings) != 1 || i.Findings[0].Code != "data-missing" {
		t.Errorf("%+v", i)
	}
}
