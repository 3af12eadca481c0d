package office

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"gangmu/ledger"
	"gangmu/plan"
	"gangmu/render"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// Reading is what was read in a version and what the rules say of it.
type Reading struct {
	Version     Version
	Plan        *plan.Plan // as corrected
	Result      *vet.Result
	Corrections []Corrected
	Removed     map[int]bool // rows of Plan.Indicators that a correction took out
}

// Corrected is a correction that somebody made.
type Corrected struct {
	Correction
	Person string
	At     time.Time
	Seq    int64
}

// Reading is a version with its findings, the accepted ones marked.
func (o *Office) Reading(ctx context.Context, a Actor, j Job) (*Reading, error) {
	v, err := o.version(ctx, a, ReadDraft, j)
	if err != nil {
		return nil, err
	}
	return o.reading(ctx, v)
}

func (o *Office) reading(ctx context.Context, v Version) (*Reading, error) {
	r := &Reading{Version: v, Removed: map[int]bool{}}
	var err error
	if r.Plan, err = o.planOf(ctx, v); err != nil {
		return nil, err
	}
	if r.Result, err = o.findings(ctx, v); err != nil {
		return nil, err
	}
	if r.Corrections, err = corrections(o.reader(ctx), v); err != nil {
		return nil, err
	}
	for _, c := range r.Corrections {
		if c.Field == FieldRemoved {
			r.Removed[c.Row] = c.Value != ""
			continue
		}
		r.Plan.Indicators = c.apply(r.Plan.Indicators, plan.AdoptedYear(r.Plan))
	}
	return r, nil
}

func (o *Office) findings(ctx context.Context, v Version) (*vet.Result, error) {
	data, err := o.ledger.Blob(ctx, v.Summary.Findings)
	if err != nil {
		return nil, err
	}
	var kept reading
	if err := json.Unmarshal(data, &kept); err != nil {
		return nil, err
	}
	result := &vet.Result{Findings: kept.Findings, Coverage: v.Summary.Coverage}
	for _, f := range kept.Failed {
		result.Failed = append(result.Failed, vet.Failure{Rule: f.Rule, Err: errors.New(f.Message)})
	}
	for _, id := range kept.Rules {
		if rule, ok := rules.Lookup(id); ok {
			result.Rules = append(result.Rules, rule)
		}
	}
	accepted, err := o.acceptances(ctx, v.Draft)
	if err != nil {
		return nil, err
	}
	result.Accept(accepted)
	return result, nil
}

// Indicators are the rows that are not removed.
func (r *Reading) Indicators() []plan.Item {
	var out []plan.Item
	for i, it := range r.Plan.Indicators {
		if !r.Removed[i] {
			out = append(out, it)
		}
	}
	return out
}

// Vetted is the reading with the document itself, read anew, and its file: what
// the page of findings and the commented files are made from.
func (o *Office) Vetted(ctx context.Context, a Actor, j Job) (render.Vetted, []byte, error) {
	r, err := o.Reading(ctx, a, j)
	if err != nil {
		return render.Vetted{}, nil, err
	}
	data, err := o.ledger.Blob(ctx, r.Version.Source)
	if err != nil {
		return render.Vetted{}, nil, err
	}
	again, err := examine(ctx, r.Version.File, data)
	if err != nil {
		return render.Vetted{}, nil, err
	}
	return render.Vetted{File: r.Version.File, Document: again.Document, Plan: r.Plan, Result: r.Result}, data, nil
}

// acceptances are those of a draft; they hold for all of its versions.
func (o *Office) acceptances(ctx context.Context, draft string) ([]vet.Acceptance, error) {
	return list(o.reader(ctx), func(rows *sql.Rows) (x vet.Acceptance, err error) {
		var at int64
		err = rows.Scan(&x.Fingerprint, &x.Rule, &x.Reason, &at, &x.By)
		x.On = fromMicros(at).Local().Format(time.DateOnly)
		return x, err
	}, `SELECT f.fingerprint, f.rule, f.reason, f.at, coalesce(p.name, '') FROM finding_acceptance f
		LEFT JOIN person p ON p.id = f.person WHERE f.draft = $1 ORDER BY f.seq`, draft)
}

// AcceptFinding lets a finding stand in this draft, for a reason.
func (o *Office) AcceptFinding(ctx context.Context, a Actor, j Job, fingerprint, reason string) error {
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	v, err := o.version(ctx, a, AcceptFinding, j)
	if err != nil {
		return err
	}
	r, err := o.reading(ctx, v)
	if err != nil {
		return err
	}
	for _, f := range r.Result.Findings {
		if f.Fingerprint == fingerprint {
			return o.accept(ctx, a, j.Draft, f, reason)
		}
	}
	return ErrNotFound
}

func (o *Office) accept(ctx context.Context, a Actor, draft string, f vet.Finding, reason string) error {
	_, err := o.ledger.Do(ctx, a.ledger(), func(tx *ledger.Tx) error {
		accepted, err := isAccepted(tx, draft, f.Fingerprint)
		switch {
		case err != nil:
			return err
		case accepted:
			return conflict("finding-accepted", "这处问题已经接受过。", "This finding was accepted already.")
		}
		_, err = tx.Append(kindFindingAccepted, findingSubject(draft, f.Fingerprint), findingAccepted{Rule: f.Rule, Reason: reason})
		return err
	})
	return err
}

// ReopenFinding takes an acceptance back.
func (o *Office) ReopenFinding(ctx context.Context, a Actor, draft, fingerprint, reason string) error {
	reason, err := reasoned(reason)
	if err != nil {
		return err
	}
	obj, err := o.draftObject(ctx, draft)
	if err != nil {
		return err
	}
	return o.do(ctx, a, AcceptFinding, draftSubject(draft), obj, func(tx *ledger.Tx) error {
		accepted, err := isAccepted(tx, draft, fingerprint)
		switch {
		case err != nil:
			return err
		case !accepted:
			return ErrNotFound
		}
		_, err = tx.Append(kindFindingReopened, findingSubject(draft, fingerprint), because{reason})
		return err
	})
}

func isAccepted(q querier, draft, fingerprint string) (bool, error) {
	n := 0
	err := q.QueryRow(`SELECT count(*) FROM finding_acceptance WHERE draft = $1 AND fingerprint = $2`, draft, fingerprint).Scan(&n)
	return n > 0, err
}

func findingSubject(draft, fingerprint string) string {
	return draftSubject(draft) + "/finding/" + fingerprint
}
