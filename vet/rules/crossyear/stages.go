package crossyear

import (
	"fmt"

	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
)

// stages follows the projects of last year's plan into this one.
func stages(p *vet.Pass) {
	last := projects.Of(p.Earlier).Year(p.Plan.ExecutedYear)
	if len(last.Entries) == 0 {
		return
	}
	now := projects.Of(p.Reading).Year(p.Plan.PlannedYear)
	said := map[*projects.Entry]bool{}
	for _, e := range now.Entries {
		was, exact := last.Find(e.Name)
		if was == nil || !exact || said[was] || !stuck(was.Stage, e.Stage) {
			continue
		}
		said[was] = true
		before := was.Mark(vet.Evidence)
		before.File = p.Earlier.File
		p.Report(vet.Finding{
			Message: vet.Words{
				Zh: fmt.Sprintf("%s：上一年的报告列在“%s”，本报告仍列在“%s”，没有按计划推进？", e.Name, was.Item.Stage, e.Item.Stage),
				En: fmt.Sprintf("%s: under %s in last year's report, under %s in this one: behind its plan?", e.Name, was.Item.Stage, e.Item.Stage),
			},
			Marks: []vet.Mark{e.Mark(vet.Subject), before},
		})
	}
}

// stuck reports that a project planned to be in stage was has not moved on a year
// later. Preparations and work may go on for years; a start, an end may not.
func stuck(was, now projects.Stage) bool {
	switch {
	case was == projects.None || now == projects.None:
		return false
	case was == projects.Prepared:
		return false
	case was == projects.Continued:
		return now < projects.Continued
	}
	return now <= was
}
