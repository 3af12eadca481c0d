package reporting

import (
	"context"
	"database/sql"
	"time"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
)

// The kinds of events about instructions, subject plan/ID/series/NO/UNIT.
const (
	kindInstructed = "instruction.given"    // instructed
	kindAnswered   = "instruction.answered" // answered
)

type instructed struct {
	Key
	Text string `json:"text"`
	Due  string `json:"due"` // day
}

type answered struct {
	Key
	Of   int64  `json:"of"` // Seq of the instruction
	Text string `json:"text"`
}

// Instruction is what a leader asks of a series' owner (批示), by a day.
type Instruction struct {
	Plan string
	Key
	Seq    int64 // of the event; its name
	Text   string
	Due    string // day
	Owner  string // unit that answers
	Leader string // name
	At     time.Time
	Answer string // empty while it is open
	By     string // name of who answered
	Done   time.Time
}

// Open reports an instruction that waits for its answer.
func (i Instruction) Open() bool { return i.Answer == "" }

// Instruct gives the owner of a series a task with a due day.
func (s *Service) Instruct(ctx context.Context, a office.Actor, plan string, k Key, text, due string) error {
	text, err := form.Named("批示", text, form.MaxReason)
	if err != nil {
		return err
	}
	if due, err = form.Day("办结日期", due); err != nil {
		return err
	}
	one, obj, err := s.seriesObject(ctx, plan, k)
	if err != nil {
		return err
	}
	return s.Do(ctx, a, office.Instruct, k.subject(plan), obj, func(tx *ledger.Tx) error {
		if one.Owner == "" {
			return form.Conflict("no-owner", "这项指标还没有责任单位，批示没有人办理。请先分解。", "Nobody answers for this series yet: assign it first.")
		}
		_, err := tx.Append(kindInstructed, k.subject(plan), instructed{k, text, due})
		return err
	})
}

// Answer says what was done about an instruction, which closes it.
func (s *Service) Answer(ctx context.Context, a office.Actor, plan string, k Key, of int64, text string) error {
	text, err := form.Named("办理结果", text, form.MaxReason)
	if err != nil {
		return err
	}
	_, obj, err := s.seriesObject(ctx, plan, k)
	if err != nil {
		return err
	}
	return s.Do(ctx, a, office.ReportSheet, k.subject(plan), obj, func(tx *ledger.Tx) error {
		found, err := instructionsOf(tx, plan, of)
		switch {
		case err != nil:
			return err
		case len(found) == 0 || found[0].Key != k:
			return office.ErrNotFound
		case !found[0].Open():
			return form.Conflict("answered", "这件批示已经办结。", "The instruction is closed already.")
		}
		_, err = tx.Append(kindAnswered, k.subject(plan), answered{k, of, text})
		return err
	})
}

// instructionsOf are the instructions of a plan, or one of them, the latest first.
func instructionsOf(q office.Reads, plan string, seq int64) ([]Instruction, error) {
	return query.List(q, func(rows *sql.Rows) (i Instruction, err error) {
		var at, done int64
		i.Plan = plan
		err = rows.Scan(&i.No, &i.Unit, &i.Seq, &i.Text, &i.Due, &i.Owner, &i.Leader, &at, &i.Answer, &i.By, &done)
		i.At = query.Micros(at)
		if done != 0 {
			i.Done = query.Micros(done)
		}
		return i, err
	}, `SELECT i.no, i.unit, i.seq, i.body, i.due, coalesce(s.owner, ''), coalesce(l.name, ''), i.at, i.answer, coalesce(b.name, ''), i.answered_at
		FROM instruction i LEFT JOIN series s ON s.plan = i.plan AND s.no = i.no AND s.unit = i.unit
		LEFT JOIN person l ON l.id = i.person LEFT JOIN person b ON b.id = i.answerer
		WHERE i.plan = $1 AND ($2 = 0 OR i.seq = $2) ORDER BY i.seq DESC`, plan, seq)
}

func applyInstruction(tx *ledger.Tx, e ledger.Event, plan string) error {
	if e.Kind == kindInstructed {
		var p instructed
		if err := e.Decode(&p); err != nil {
			return err
		}
		return query.Exec(tx, `INSERT INTO instruction (plan, no, unit, seq, body, due, person, at, answer, answerer, answered_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', 0)`, plan, p.No, p.Unit, e.Seq, p.Text, p.Due, e.Actor, e.At.UnixMicro())
	}
	var p answered
	if err := e.Decode(&p); err != nil {
		return err
	}
	return query.Exec(tx, `UPDATE instruction SET answer = $3, answerer = $4, answered_at = $5 WHERE plan = $1 AND seq = $2`,
		plan, p.Of, p.Text, e.Actor, e.At.UnixMicro())
}
