package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gangmu/ledger"
	"gangmu/office"
)

// backupNote is the file in the data folder that says when the last backup was
// made; it is for people, and nothing depends on it.
const backupNote = "last-backup"

// backupDue is when an installation that makes backups should make another.
const backupDue = 8 * 24 * time.Hour

// installation is what lies around the ledger of c: its folder and the backups.
func installation(c ledger.Config, now time.Time) office.Installation {
	data := filepath.Dir(c.KeyFile)
	i := office.Installation{Findings: folderFindings(c, data)}
	if text, err := os.ReadFile(filepath.Join(data, backupNote)); err == nil {
		i.Backup, _ = time.Parse(time.RFC3339, strings.TrimSpace(string(text))) // nonsense is none
	}
	if age := now.Sub(i.Backup); !i.Backup.IsZero() && age > backupDue {
		days := int(age.Hours() / 24)
		i.Findings = append(i.Findings, ledger.Finding{Code: "backup-old",
			Zh: fmt.Sprintf("上次备份是%d天前。请运行 gangmu backup，并安排每天自动备份。", days),
			En: fmt.Sprintf("The last backup was made %d days ago. Run gangmu backup, and have it run every day.", days)})
	}
	return i
}

// noteBackup remembers that a backup was made.
func noteBackup(data string, now time.Time) error {
	return os.WriteFile(filepath.Join(data, backupNote), []byte(now.UTC().Format(time.RFC3339)+"\n"), 0o600)
}

// folderFindings look at the data folder and the key in it: others must not read
// them.
func folderFindings(c ledger.Config, data string) (found []ledger.Finding) {
	info, err := os.Stat(data)
	switch {
	case err != nil:
		return []ledger.Finding{{Code: "data-missing",
			Zh: fmt.Sprintf("数据目录 %s 不存在或进不去。首次运行 gangmu serve 会建立；已在使用的，请检查 --data 和权限。", data),
			En: fmt.Sprintf("The data folder %s is missing or closed to you. The first gangmu serve makes it; one in use: check --data and permissions.", data)}}
	case !info.IsDir():
		return []ledger.Finding{{Code: "data-missing",
			Zh: fmt.Sprintf("%s 不是文件夹，请检查 --data。", data), En: fmt.Sprintf("%s is not a folder: check --data.", data)}}
	}
	for _, path := range []string{c.KeyFile, c.Database} {
		if info, err := os.Stat(path); err == nil && openToOthers(info.Mode()) && openToOthers(dirMode(data)) {
			found = append(found, ledger.Finding{Code: "readable-by-others",
				Zh: fmt.Sprintf("%s 能被其他账户读取。请运行 chmod 700 %s。", path, data),
				En: fmt.Sprintf("%s can be read by other accounts. Run chmod 700 %s.", path, data)})
		}
	}
	return found
}

func dirMode(path string) fs.FileMode {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Mode()
}

func openToOthers(mode fs.FileMode) bool { return mode.Perm()&0o007 != 0 }
