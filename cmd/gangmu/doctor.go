package main

import (
	"fmt"
	"io/fs"
	"os"
	"time"

	"gangmu/ledger"
)

// doctorCmd says what is wrong with this installation and how to mend it.
type doctorCmd struct{ store }

// Run prints a line per thing that is wrong, or that nothing is.
func (c *doctorCmd) Run(s *invocation) error {
	found := c.folder()
	l, err := ledger.Open(s.ctx, c.look())
	if err == nil {
		defer l.Close()
		var more []ledger.Finding
		more, err = l.Examine(s.ctx, time.Now())
		found = append(found, more...)
	}
	if err != nil {
		p := problemOf(err)
		found = append(found, ledger.Finding{Code: p.Code, Zh: p.Zh, En: p.En})
	}
	if len(found) == 0 {
		_, err := fmt.Fprintf(s.Stdout, words["doctor_fine"].in(s.lang)+"\n", l.Engine())
		return wrapOutput("stdout", err)
	}
	for _, f := range found {
		if _, err := fmt.Fprintf(s.Stdout, "%s: %s\n", f.Code, both{f.Zh, f.En}.in(s.lang)); err != nil {
			return wrapOutput("stdout", err)
		}
	}
	return errReported
}

// folder looks at the data folder and the key in it: others must not read them.
func (c *doctorCmd) folder() (found []ledger.Finding) {
	info, err := os.Stat(c.Data)
	switch {
	case err != nil:
		return []ledger.Finding{{Code: "data-missing",
			Zh: fmt.Sprintf("数据目录 %s 不存在或进不去。首次运行 gangmu serve 会建立；已在使用的，请检查 --data 和权限。", c.Data),
			En: fmt.Sprintf("The data folder %s is missing or closed to you. The first gangmu serve makes it; one in use: check --data and permissions.", c.Data)}}
	case !info.IsDir():
		return []ledger.Finding{{Code: "data-missing",
			Zh: fmt.Sprintf("%s 不是文件夹，请检查 --data。", c.Data), En: fmt.Sprintf("%s is not a folder: check --data.", c.Data)}}
	}
	for _, path := range []string{c.ledger().KeyFile, c.ledger().Database} {
		if info, err := os.Stat(path); err == nil && openToOthers(info.Mode()) && openToOthers(dirMode(c.Data)) {
			found = append(found, ledger.Finding{Code: "readable-by-others",
				Zh: fmt.Sprintf("%s 能被其他账户读取。请运行 chmod 700 %s。", path, c.Data),
				En: fmt.Sprintf("%s can be read by other accounts. Run chmod 700 %s.", path, c.Data)})
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
