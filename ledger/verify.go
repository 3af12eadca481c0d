package ledger

import (
	"context"
	"database/sql"

	"golang.org/x/mod/sumdb/note"

	"gangmu/fault"
)

// Verify reads the whole ledger and compares every event with its hash, the hashes
// with each other, the roots with the signed checkpoints kept inside and with the
// outside one, if any, and every file with its name. Damage is in the report; the
// error says that the comparison itself could not be made.
//
// Who can write to the database can also recompute every hash. Only the signatures
// then tell, and against cutting off the tail only an outside checkpoint.
func (l *Ledger) Verify(ctx context.Context, outside []byte) (*Report, error) {
	r := &Report{}
	if l.engine.Name == sqlite.Name {
		if err := checkFile(ctx, l.read, r); err != nil {
			return nil, err
		}
	}
	err := l.View(ctx, func(v *View) error { return v.verify(r, outside) })
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil && r.Sound() {
		return nil, err
	}
	return r, nil
}

func (v *View) verify(r *Report, outside []byte) error {
	keys, err := verifiers(v.ctx, v.sql)
	if err != nil {
		return err
	}
	signed, err := v.kept(r, keys)
	if err != nil {
		return err
	}
	if outside != nil {
		s, err := readCheckpoint(outside, keys)
		if err != nil {
			return notACheckpoint(err)
		}
		r.Signed, r.StrangeSigner = s.size, !s.known
		signed = append(signed, s)
	}
	last, err := v.verifyEvents(r, signed)
	if err != nil {
		return err
	}
	if r.Signed > last {
		r.damage(cut(last+1, r.Signed))
	}
	return v.verifyFiles(r)
}

// kept reads the checkpoints inside, in order; those that were touched are damage.
func (v *View) kept(r *Report, keys note.Verifiers) ([]statement, error) {
	rows, err := v.Query(`SELECT size, note FROM checkpoint ORDER BY size`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []statement
	for rows.Next() {
		var size int64
		var text string
		if err := rows.Scan(&size, &text); err != nil {
			return nil, err
		}
		s, err := readCheckpoint([]byte(text), keys)
		if err != nil || !s.known || s.size != size {
			r.damage(badCheckpoint(size))
			continue
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

// verifyEvents goes through the events and returns the number of the last.
func (v *View) verifyEvents(r *Report, signed []statement) (last int64, err error) {
	rows, err := v.Query(`SELECT seq, id, at, actor, origin, kind, subject, payload, hashes FROM event ORDER BY seq`)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	at := map[int64][]statement{}
	for _, s := range signed {
		at[s.size] = append(at[s.size], s)
	}
	s := scan{report: r}
	agreed, rewriting := int64(0), false
	compare := func() {
		for _, c := range at[s.tree.size] {
			if !s.whole() || rewriting {
				continue // said already
			}
			if rewriting = s.tree.root() != c.root; rewriting {
				r.damage(rewritten(agreed+1, c.size))
			} else {
				agreed = c.size
			}
		}
	}
	compare()
	for rows.Next() {
		var e Event
		var hashes []byte
		if err := scanEvent(rows, &e, &hashes); err != nil {
			r.damage(unreadable(s.tree.size, err))
			return s.tree.size, nil
		}
		s.event(e, hashes)
		r.Events++
		compare()
	}
	if err := rows.Err(); err != nil {
		r.damage(unreadable(s.tree.size, err))
	}
	r.Root = s.tree.root()
	return s.tree.size, nil
}

func (v *View) verifyFiles(r *Report) error {
	rows, err := v.Query(`SELECT hash, size, data FROM blob`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var hash string
		var size int64
		var data sql.RawBytes // files are large and looked at one by one
		if err := rows.Scan(&hash, &size, &data); err != nil {
			return err
		}
		if string(HashOf(data)) != hash || size != int64(len(data)) {
			r.damage(changedFile(hash))
		}
		r.Files++
	}
	if err := rows.Err(); err != nil {
		r.damage(corruptFile(err.Error()))
	}
	return nil
}

// checkFile lets SQLite look at its own structure, indexes included.
func checkFile(ctx context.Context, db *sql.DB, r *Report) error {
	rows, err := db.QueryContext(ctx, `PRAGMA integrity_check(5)`)
	if err != nil {
		r.damage(corruptFile(err.Error()))
		return ctx.Err()
	}
	defer rows.Close()
	for rows.Next() {
		var said string
		if err := rows.Scan(&said); err != nil {
			return err
		}
		if said != "ok" {
			r.damage(corruptFile(said))
		}
	}
	if err := rows.Err(); err != nil {
		r.damage(corruptFile(err.Error()))
	}
	return ctx.Err()
}

func notACheckpoint(cause error) error {
	return &fault.Error{
		Kind: fault.Invalid, Code: "bad-checkpoint",
		Zh:    "给出的文件不是账本的检查点，没有核对。请用 gangmu verify 当时输出的原文件。",
		En:    "The file given is no checkpoint of a ledger; nothing was compared. Use the file as gangmu verify wrote it.",
		Cause: cause,
	}
}
