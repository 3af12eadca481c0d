package ledger

import (
	"errors"
	"os"

	"gangmu/fault"
)

// ErrReadOnly answers commands to a ledger that was opened to look at it.
var ErrReadOnly = &fault.Error{
	Kind: fault.Unavailable, Code: "read-only",
	Zh: "账本只供查看，不能写入。",
	En: "The ledger was opened to look at it; nothing can be written.",
}

func openReadOnly(c Config) (*Ledger, error) {
	l := &Ledger{modules: c.Modules, log: c.Log, readOnly: true, queue: make(chan *command), ended: make(chan struct{})}
	close(l.ended) // there is no writer
	var err error
	if _, missing := os.Stat(c.KeyFile); missing == nil {
		if l.key, err = loadKey(c.KeyFile, c.Rand); err != nil {
			return nil, err
		}
	}
	if l.engine, l.write, l.read, err = open(c.Database, false); err != nil {
		return nil, cannotOpen(err)
	}
	if l.engine.Name == sqlite.Name { // which would make the file
		if _, err := os.Stat(c.Database); err != nil {
			return nil, errors.Join(cannotOpen(err), l.Close())
		}
	}
	return l, nil
}
