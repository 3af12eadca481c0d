package office

import (
	"strconv"
	"strings"

	"gangmu/ledger"
)

// plans projects adopted plans. Its rows are only ever added.
var plans = ledger.Projection{
	Name: "plans", Version: 1,
	Tables: []string{"plan", "indicator", "target_change", "fact"},
	Kinds: []string{
		kindPlanAdopted, kindIndicatorAdopted, kindFactRecorded, kindFactCorrected, kindTargetIssued, kindTargetAdjusted,
	},
	Apply: applyEach(applyPlan),
}

func applyPlan(tx *ledger.Tx, e ledger.Event) error {
	part := strings.Split(e.Subject, "/") // plan/ID, plan/ID/indicator/7
	if e.Kind == kindPlanAdopted {
		var p planAdopted
		if err := e.Decode(&p); err != nil {
			return err
		}
		return exec(tx, `INSERT INTO plan (`+planColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
			part[1], p.Unit, p.Year, p.Executed, p.Title, p.Region, p.Session, p.Approved, p.Draft, p.Version, p.Source,
			p.Published, p.Locked, e.Actor, e.At.UnixMicro(), e.Seq)
	}
	no, err := strconv.Atoi(part[3])
	if err != nil {
		return err
	}
	switch e.Kind {
	case kindIndicatorAdopted:
		return applyIndicator(tx, e, part[1], no)
	case kindTargetIssued, kindTargetAdjusted:
		return exec(tx, `INSERT INTO target_change (plan, no, seq, kind, change, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			part[1], no, e.Seq, e.Kind, string(e.Payload), e.Actor, e.At.UnixMicro())
	}
	var p factEvent
	if err := e.Decode(&p); err != nil {
		return err
	}
	fact, err := jsonText(p.Fact)
	if err != nil {
		return err
	}
	return exec(tx, `INSERT INTO fact (plan, no, period, seq, fact, reason, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		part[1], no, p.Fact.Period, e.Seq, fact, p.Reason, e.Actor, e.At.UnixMicro())
}

func applyIndicator(tx *ledger.Tx, e ledger.Event, id string, no int) error {
	var p indicatorAdopted
	if err := e.Decode(&p); err != nil {
		return err
	}
	item, err := jsonText(p.Item)
	if err != nil {
		return err
	}
	return exec(tx, `INSERT INTO indicator (plan, no, item, series, last, seq) VALUES ($1, $2, $3, $4, $5, $6)`,
		id, no, item, p.Series, p.Last, e.Seq)
}
