package reporting

import (
	"strings"

	"gangmu/ledger"
	"gangmu/office/internal/query"
)

// sheets projects assignments, cells, sheets and what counts.
var sheets = ledger.Projection{
	Name: "reporting", Version: 2,
	Tables: []string{"series", "sheet", "cell", "counted", "lights", "note", "instruction", "evidence", "relation"},
	Kinds: []string{
		kindAssigned, kindAccepted, kindHanded, kindSaved, kindLights, kindNote, kindInstructed, kindAnswered, kindEvidence, kindRelations,
		string(submit), string(review), string(giveBack), string(confirm), string(withdraw), string(takeBack), string(unlock), string(reopen),
	},
	Apply: query.Each(apply),
}

func apply(tx *ledger.Tx, e ledger.Event) error {
	part := strings.Split(e.Subject, "/") // plan/ID/series, sheet/PLAN/UNIT/PERIOD
	switch e.Kind {
	case kindAssigned:
		return applyAssigned(tx, e, part[1])
	case kindAccepted:
		return applyAccepted(tx, e, part[1])
	case kindHanded:
		return applyHanded(tx, e, part[1])
	case kindSaved:
		return applySaved(tx, e, part[1], part[3])
	case kindEvidence:
		return applyEvidence(tx, e, sheetID{part[1], part[2], part[3]})
	case kindRelations:
		return applyRelations(tx, e, part[1])
	case kindNote:
		return applyNote(tx, e, part[1])
	case kindInstructed, kindAnswered:
		return applyInstruction(tx, e, part[1])
	case kindLights:
		var p lightsChanged
		if err := e.Decode(&p); err != nil {
			return err
		}
		return query.Exec(tx, `INSERT INTO lights (plan, seq, rules) VALUES ($1, $2, $3)`, part[1], e.Seq, p.Rules)
	}
	return applyStep(tx, e, sheetID{part[1], part[2], part[3]})
}

func applyAssigned(tx *ledger.Tx, e ledger.Event, plan string) error {
	var p assigned
	if err := e.Decode(&p); err != nil {
		return err
	}
	for _, row := range p.Rows {
		spec, err := query.JSON(row.Spec)
		if err != nil {
			return err
		}
		if err := query.Exec(tx, `INSERT INTO series (plan, no, unit, parent, owner, person, accepted, spec, seq) VALUES ($1, $2, $3, $4, $5, $6, FALSE, $7, $8)
			ON CONFLICT (plan, no, unit) DO UPDATE SET parent = excluded.parent, owner = excluded.owner,
				accepted = series.accepted AND series.person = excluded.person, person = excluded.person, spec = excluded.spec, seq = excluded.seq`,
			plan, row.No, row.Unit, row.Parent, row.Owner, row.Person, spec, e.Seq); err != nil {
			return err
		}
	}
	return nil
}

func applyAccepted(tx *ledger.Tx, e ledger.Event, plan string) error {
	var p keys
	if err := e.Decode(&p); err != nil {
		return err
	}
	for _, k := range p.Rows {
		if err := query.Exec(tx, `UPDATE series SET accepted = TRUE WHERE plan = $1 AND no = $2 AND unit = $3`, plan, k.No, k.Unit); err != nil {
			return err
		}
	}
	return nil
}

func applyHanded(tx *ledger.Tx, e ledger.Event, plan string) error {
	var p handedOver
	if err := e.Decode(&p); err != nil {
		return err
	}
	for _, k := range p.Rows {
		found, err := query.List(tx, scanSeries, `SELECT no, unit, accepted, spec, seq FROM series WHERE plan = $1 AND no = $2 AND unit = $3`, plan, k.No, k.Unit)
		if err != nil || len(found) == 0 {
			return err
		}
		found[0].Person = p.To
		spec, err := query.JSON(found[0].Spec)
		if err != nil {
			return err
		}
		if err := query.Exec(tx, `UPDATE series SET person = $4, accepted = FALSE, spec = $5, seq = $6 WHERE plan = $1 AND no = $2 AND unit = $3`,
			plan, k.No, k.Unit, p.To, spec, e.Seq); err != nil {
			return err
		}
	}
	return nil
}

func applySaved(tx *ledger.Tx, e ledger.Event, plan, period string) error {
	var p saved
	if err := e.Decode(&p); err != nil {
		return err
	}
	values := make([]any, 0, len(p.Cells)*len(cellInsert))
	for _, c := range p.Cells {
		evidence, err := query.JSON(c.Evidence)
		if err != nil {
			return err
		}
		values = append(values, plan, period, c.No, c.Unit, c.Value, c.Quality, c.Remark, evidence, e.Actor, e.At.UnixMicro(), e.Seq)
	}
	return tx.Insert("cell", cellInsert, cellConflict, values...)
}

// A sheet names each of its cells once, so that its rows never meet in one insert.
var cellInsert = []string{"plan", "period", "no", "unit", "value", "quality", "remark", "evidence", "person", "at", "seq"}

const cellConflict = `ON CONFLICT (plan, unit, no, period) DO UPDATE SET value = excluded.value, quality = excluded.quality, remark = excluded.remark,
	evidence = excluded.evidence, person = excluded.person, at = excluded.at, seq = excluded.seq`

// applyStep moves a sheet on; a confirmation makes its cells count.
func applyStep(tx *ledger.Tx, e ledger.Event, id sheetID) error {
	var p stepped
	if err := e.Decode(&p); err != nil {
		return err
	}
	do, at := step(e.Kind), e.At.UnixMicro()
	var submitter, reviewer, confirmer string
	arrived := int64(0)
	switch do {
	case submit:
		submitter, arrived = e.Actor, at
	case review:
		reviewer = e.Actor
	case confirm:
		confirmer = e.Actor
	}
	err := query.Exec(tx, `INSERT INTO sheet (plan, unit, period, state, until, reason, submitter, reviewer, confirmer, arrived, at, seq)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (plan, unit, period) DO UPDATE SET state = excluded.state, until = excluded.until, reason = excluded.reason,
			submitter = CASE WHEN excluded.submitter = '' THEN sheet.submitter ELSE excluded.submitter END,
			reviewer = CASE WHEN excluded.reviewer = '' THEN sheet.reviewer ELSE excluded.reviewer END,
			confirmer = CASE WHEN excluded.confirmer = '' THEN sheet.confirmer ELSE excluded.confirmer END,
			arrived = CASE WHEN sheet.arrived = 0 THEN excluded.arrived ELSE sheet.arrived END, at = excluded.at, seq = excluded.seq`,
		id.Plan, id.Unit, id.Period, moves[do].to, p.Until, p.Reason, submitter, reviewer, confirmer, arrived, at, e.Seq)
	if err != nil || do != confirm {
		return err
	}
	return query.Exec(tx, countCells, id.Plan, id.Unit, id.Period, e.Seq, e.Actor, at)
}

// countCells makes the cells of a sheet count; what was confirmed before and has
// not been touched since stays as it is. Cells are looked up one by one from the
// sheet's series: a join may be planned while the tables are small and then go
// through a whole province's month for every sheet.
const countCells = `INSERT INTO counted (plan, no, period, unit, seq, saved, value, quality, person, signer, at)
	SELECT plan, no, CAST($3 AS TEXT), unit, CAST($4 AS BIGINT), saved, value, quality, person, CAST($5 AS TEXT), CAST($6 AS BIGINT)
	FROM (SELECT s.plan, s.no, s.unit,
			(SELECT c.seq FROM cell c WHERE c.plan = s.plan AND c.no = s.no AND c.unit = s.unit AND c.period = $3) AS saved,
			(SELECT c.value FROM cell c WHERE c.plan = s.plan AND c.no = s.no AND c.unit = s.unit AND c.period = $3) AS value,
			(SELECT c.quality FROM cell c WHERE c.plan = s.plan AND c.no = s.no AND c.unit = s.unit AND c.period = $3) AS quality,
			(SELECT c.person FROM cell c WHERE c.plan = s.plan AND c.no = s.no AND c.unit = s.unit AND c.period = $3) AS person,
			coalesce((SELECT max(n.saved) FROM counted n WHERE n.plan = s.plan AND n.no = s.no AND n.unit = s.unit AND n.period = $3), 0) AS before
		FROM series s WHERE s.plan = $1 AND s.owner = $2) AS mine
	WHERE saved > before`
