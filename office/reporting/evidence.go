package reporting

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"gangmu/fault"
	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
)

// kindEvidence is the event of a file: evidenceAdded, subject sheet/PLAN/UNIT/PERIOD.
const kindEvidence = "evidence.added"

type evidenceAdded struct {
	Hash ledger.BlobHash `json:"hash"`
	Name string          `json:"name"`
	Size int             `json:"size"`
}

// Evidence is a file that a sheet's values are shown to be right by (佐证材料).
type Evidence struct {
	Hash   ledger.BlobHash
	Name   string // of the file
	Size   int
	Person string // id of who brought it
	At     time.Time
	Seq    int64
}

// MaxEvidence is the largest file of evidence, in bytes.
const MaxEvidence = 20 << 20

// Attach keeps a file with a cell of a sheet. base is the cell's Seq that whoever
// attaches it has seen: as with Save, a cell changed meanwhile is a conflict.
func (s *Service) Attach(ctx context.Context, a office.Actor, plan, unit, period string, k Key, base int64, file string, data []byte) (out Saved, err error) {
	id := sheetID{plan, unit, period}
	if file, err = form.Named("文件名", file, form.MaxTitle); err != nil {
		return out, err
	}
	switch {
	case len(data) == 0:
		return out, form.Invalid("empty-file", "文件是空的，没有保存。", "The file is empty; it was not saved.")
	case len(data) > MaxEvidence:
		return out, &fault.Error{
			Kind: fault.TooLarge, Code: "too-large",
			Zh: fmt.Sprintf("佐证文件超过%d MB，没有保存。请压缩或拆分后再上传。", MaxEvidence>>20),
			En: fmt.Sprintf("Evidence has at most %d MB; it was not saved. Compress or split it.", MaxEvidence>>20),
		}
	}
	obj, err := s.sheetObject(ctx, id)
	if err != nil {
		return out, err
	}
	err = s.Do(ctx, a, office.ReportSheet, id.subject(), obj, func(tx *ledger.Tx) error {
		out = Saved{}
		sheet, err := s.sheet(tx, id)
		if err == nil {
			err = sheet.fillable()
		}
		if err != nil {
			return err
		}
		at := slices.IndexFunc(sheet.Lines, func(l Line) bool { return l.Key == k })
		if at < 0 {
			return office.ErrNotFound
		}
		hash, cell := ledger.HashOf(data), sheet.Lines[at].Cell
		e := Entry{Key: k, Value: cell.Value, Quality: cell.Quality, Remark: cell.Remark, Base: base, Evidence: slices.Clone(cell.Evidence)}
		if !slices.Contains(e.Evidence, string(hash)) {
			e.Evidence = append(e.Evidence, string(hash))
		}
		sheet.files = append(sheet.files, Evidence{Hash: hash})
		changed, err := out.sort(tx, sheet, []Entry{e})
		if err != nil || len(changed) == 0 {
			return err
		}
		if _, err := tx.PutBlob(data); err != nil {
			return err
		}
		if _, err := tx.Append(kindEvidence, id.subject(), evidenceAdded{hash, file, len(data)}); err != nil {
			return err
		}
		return out.append(tx, a, id, changed)
	})
	return out, err
}

// Files are the files of a sheet, the first one first.
func (s *Service) Files(ctx context.Context, a office.Actor, plan, unit, period string) (out []Evidence, err error) {
	id := sheetID{plan, unit, period}
	if err := s.Allow(ctx, a, office.ReadSheet, id.subject(), office.Object{}); err != nil {
		return nil, err
	}
	err = s.View(ctx, func(v *ledger.View) error {
		out, err = evidenceOf(v, id)
		return err
	})
	return out, err
}

// File is a file of a sheet with its bytes, checked against its hash.
func (s *Service) File(ctx context.Context, a office.Actor, plan, unit, period, hash string) (Evidence, []byte, error) {
	all, err := s.Files(ctx, a, plan, unit, period)
	if err != nil {
		return Evidence{}, nil, err
	}
	at := slices.IndexFunc(all, func(e Evidence) bool { return string(e.Hash) == hash })
	if at < 0 {
		return Evidence{}, nil, office.ErrNotFound
	}
	data, err := s.Blob(ctx, all[at].Hash)
	return all[at], data, err
}

func evidenceOf(q office.Reads, id sheetID) ([]Evidence, error) {
	return query.List(q, func(rows *sql.Rows) (e Evidence, err error) {
		var at int64
		err = rows.Scan(&e.Hash, &e.Name, &e.Size, &e.Person, &at, &e.Seq)
		e.At = query.Micros(at)
		return e, err
	}, `SELECT hash, name, size, person, at, seq FROM evidence WHERE plan = $1 AND unit = $2 AND period = $3 ORDER BY seq`, id.Plan, id.Unit, id.Period)
}

// attached says whether files that cells name were brought for the sheet.
func (s *Sheet) attached(q office.Reads, hashes []string) error {
	if len(hashes) == 0 {
		return nil
	}
	known, err := evidenceOf(q, sheetID{s.Plan.ID, s.Unit.Code, s.Period.String()})
	if err != nil {
		return err
	}
	known = append(known, s.files...)
	for _, h := range hashes {
		if !slices.ContainsFunc(known, func(e Evidence) bool { return string(e.Hash) == h }) {
			return form.Invalid("no-file", "佐证文件不在这张报表里，没有保存。请重新上传文件。", "The sheet has no such file of evidence; nothing was saved. Upload it again.")
		}
	}
	return nil
}

func applyEvidence(tx *ledger.Tx, e ledger.Event, id sheetID) error {
	var p evidenceAdded
	if err := e.Decode(&p); err != nil {
		return err
	}
	return query.Exec(tx, `INSERT INTO evidence (plan, unit, period, hash, name, size, person, at, seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (plan, unit, period, hash) DO NOTHING`, id.Plan, id.Unit, id.Period, string(p.Hash), p.Name, p.Size, e.Actor, e.At.UnixMicro(), e.Seq)
}
