package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/ledger"
	"gangmu/plan"
	"gangmu/render/workbook"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// reading is what the rules said of a version, as it is kept.
type reading struct {
	Findings []vet.Finding `json:"findings"`
	Failed   []failure     `json:"failed,omitempty"`
	Rules    []string      `json:"rules"`
}

type failure struct{ Rule, Message string }

// enqueue gives a job to the queue, or does it at once where there is none.
func (o *Office) enqueue(ctx context.Context, j Job) error {
	if o.queue == nil {
		return o.Work(ctx, j)
	}
	return o.queue.Enqueue(ctx, j)
}

// Waiting are the versions that nobody has read yet: what a queue must be given
// at its start, and now and then, as it may lose a job.
func (o *Office) Waiting(ctx context.Context) (jobs []Job, err error) {
	waiting, err := list(o.reader(ctx), scanVersion, `SELECT `+versionColumns+` FROM draft_version WHERE state = $1 ORDER BY seq`, Waiting)
	for _, v := range waiting {
		jobs = append(jobs, Job{v.Draft, v.No})
	}
	return jobs, err
}

// Work reads and vets a version. It may be called again after a crash, or by two
// workers: what is done already is left alone. A file that cannot be read is an
// outcome, not an error.
func (o *Office) Work(ctx context.Context, j Job) error {
	v, err := versionOf(o.reader(ctx), j.Draft, j.Version)
	if err != nil || v.State != Waiting {
		return err
	}
	data, err := o.ledger.Blob(ctx, v.Source)
	if err != nil {
		return err
	}
	if err := o.stage(ctx, j, "reading"); err != nil {
		return err
	}
	r, err := examine(ctx, v.File, data)
	if err != nil {
		return o.unreadable(ctx, j, err)
	}
	earlier, name, err := o.lastYear(ctx, r)
	if err != nil {
		return err
	}
	if err := o.stage(ctx, j, "checking"); err != nil {
		return err
	}
	result, err := vet.Run(ctx, r, earlier, rules.All)
	if err != nil {
		return err
	}
	if err := o.stage(ctx, j, "saving"); err != nil {
		return err
	}
	s := Summary{Earlier: name, Version: o.program}
	return o.finish(ctx, j, s, r, result)
}

// examine reads a file and takes the plan out of it; a defect of ours is an error
// like any other.
func examine(ctx context.Context, file string, data []byte) (r *vet.Reading, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("reading %s: %v", file, p)
		}
	}()
	doc, err := open.Read(ctx, file, data, document.Limits{})
	if err != nil {
		return nil, err
	}
	if len(doc.Blocks) == 0 {
		return nil, document.NoText()
	}
	result, err := extract.Extract(ctx, doc)
	if err != nil {
		return nil, err
	}
	if p, ok := workbook.Plan(doc); ok {
		result.Plan = p
	}
	return vet.NewReading(file, doc, result), nil
}

// lastYear is the latest read report of the same place on the year before, with
// its name, or nil.
func (o *Office) lastYear(ctx context.Context, r *vet.Reading) (*vet.Reading, string, error) {
	this := vet.EditionOf(r.Plan)
	if this.Region == "" || this.Executed == 0 {
		return nil, "", nil
	}
	found, err := list(o.reader(ctx), scanVersion, `SELECT `+versionColumns+` FROM draft_version
		WHERE state = $1 AND executed = $2 ORDER BY seq DESC`, Read, this.Executed-1)
	if err != nil {
		return nil, "", err
	}
	for _, v := range found {
		if !(vet.Edition{Region: v.Summary.Region, Executed: v.Summary.Executed, Planned: v.Summary.Planned}).Before(this) {
			continue
		}
		data, err := o.ledger.Blob(ctx, v.Source)
		if err != nil {
			return nil, "", err
		}
		earlier, err := examine(ctx, v.File, data)
		return earlier, fmt.Sprintf("%s/%d", v.Draft, v.No), err
	}
	return nil, "", nil
}

// finish keeps what came of the work, unless somebody else was quicker.
func (o *Office) finish(ctx context.Context, j Job, s Summary, r *vet.Reading, result *vet.Result) error {
	kept := reading{Findings: result.Findings}
	for _, f := range result.Failed {
		kept.Failed = append(kept.Failed, failure{f.Rule, f.Err.Error()})
	}
	for _, rule := range result.Rules {
		kept.Rules = append(kept.Rules, rule.ID)
	}
	planJSON, err1 := json.Marshal(r.Plan)
	findingsJSON, err2 := json.Marshal(kept)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	s.describe(r, result)
	return o.conclude(ctx, j, kindDraftRead, func(tx *ledger.Tx) (_ Summary, err error) {
		if s.Plan, err = tx.PutBlob(planJSON); err != nil {
			return s, err
		}
		s.Findings, err = tx.PutBlob(findingsJSON)
		return s, err
	})
}

// maxNotes bounds what a summary says was left unread.
const maxNotes = 20

func (s *Summary) describe(r *vet.Reading, result *vet.Result) {
	p := r.Plan
	s.Format, s.Title, s.Region = r.Document.Format, cut(p.Title, maxTitle), p.Region
	for _, w := range r.Document.Warnings[:min(len(r.Document.Warnings), maxNotes)] {
		s.Unread = append(s.Unread, Note(w))
	}
	s.Executed, s.Planned, s.Coverage = p.ExecutedYear, p.PlannedYear, result.Coverage
	for _, f := range result.Findings {
		switch f.Severity {
		case vet.Error:
			s.Errors++
		case vet.Warning:
			s.Warnings++
		default:
			s.Infos++
		}
	}
}

// unreadable keeps why a file cannot be read; when the work was broken off, it is
// to be done again.
func (o *Office) unreadable(ctx context.Context, j Job, cause error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s := Summary{
		Code: "internal", Version: o.program,
		Zh: "读取时程序出错，文件已保存，没有读取结果。请联系系统管理员。",
		En: "The program failed to read the file; it is saved, without a result. Tell the system administrator.",
	}
	var d *document.Error
	if errors.As(cause, &d) {
		s.Code, s.Zh, s.En = d.Code, d.Message, d.MessageEn
	} else {
		o.log.Error("reading a draft", "draft", j.Draft, "version", j.Version, "error", cause)
	}
	return o.conclude(ctx, j, kindDraftUnreadable, func(*ledger.Tx) (Summary, error) { return s, nil })
}

// conclude appends the event that ends the work, once.
func (o *Office) conclude(ctx context.Context, j Job, kind string, summary func(*ledger.Tx) (Summary, error)) error {
	_, err := o.ledger.Do(ctx, ledger.Actor{ID: ledger.System.ID, Origin: "job"}, func(tx *ledger.Tx) error {
		v, err := versionOf(tx, j.Draft, j.Version)
		if err != nil || v.State != Waiting {
			return err
		}
		s, err := summary(tx)
		if err != nil {
			return err
		}
		if err := exec(tx, `DELETE FROM work_progress WHERE draft = $1 AND version = $2`, j.Draft, j.Version); err != nil {
			return err
		}
		_, err = tx.Append(kind, j.subject(), s)
		return err
	})
	return err
}

// stage notes how far the work is, for whoever waits.
func (o *Office) stage(ctx context.Context, j Job, stage string) error {
	_, err := o.ledger.Do(ctx, ledger.System, func(tx *ledger.Tx) error {
		return exec(tx, `INSERT INTO work_progress (draft, version, stage, at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (draft, version) DO UPDATE SET stage = excluded.stage, at = excluded.at`,
			j.Draft, j.Version, stage, tx.Now().UnixMicro())
	})
	return err
}

func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}

// planOf is the plan that was read in a version, without corrections.
func (o *Office) planOf(ctx context.Context, v Version) (*plan.Plan, error) {
	if v.State != Read {
		return nil, errNotRead(v)
	}
	data, err := o.ledger.Blob(ctx, v.Summary.Plan)
	if err != nil {
		return nil, err
	}
	p := &plan.Plan{}
	return p, json.Unmarshal(data, p)
}

func errNotRead(v Version) error {
	if v.State == Unreadable {
		return v.Problem()
	}
	return conflict("not-read-yet", "这份文稿还在读取，请稍候再试。", "This draft is still being read: try again in a moment.")
}
