package nearname

import (
	"fmt"
	"strings"

	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
)

// common is how many characters two names of one year must begin with together,
// and tail how many each may go on by: 训练基地 and 训练场 are perhaps one place.
const (
	common = 6
	tail   = 2
)

// passages compares the names of running text with each other, where one year
// begins what it also finishes.
func passages(p *vet.Pass, all []projects.Mention) {
	for i, a := range all {
		for _, b := range all[:i] {
			if a.Year != b.Year || a.Some || b.Some || !opposed(a.Verb, b.Verb) || !ending(name(a), name(b)) {
				continue
			}
			p.Report(vet.Finding{
				Message: vet.Words{
					Zh: fmt.Sprintf("同一年里“%s”%s，“%s”%s：是同一个项目还是两个项目？", string(name(b)), b.Verb.Word, string(name(a)), a.Verb.Word),
					En: fmt.Sprintf("in one year %s: %s, and %s: %s. One project, or two?", b, b.Verb.Word, a, a.Verb.Word),
				},
				Marks: []vet.Mark{a.Mark(vet.Subject), b.Mark(vet.Evidence), a.VerbMark(vet.Evidence), b.VerbMark(vet.Evidence)},
			})
			break
		}
	}
}

// name is a name as it is compared: of 训练基地等80个 what stands before 等.
func name(m projects.Mention) []rune {
	s, _, _ := strings.Cut(m.Core(), "等")
	return []rune(s)
}

// opposed reports that one is begun and the other finished.
func opposed(a, b projects.Verb) bool {
	begun := func(v projects.Verb) bool { return v.Stage == projects.Started }
	done := func(v projects.Verb) bool { return v.Stage == projects.Built || v.Stage == projects.InUse }
	return begun(a) && done(b) || begun(b) && done(a)
}

// ending reports two names that differ in their last one or two characters only.
func ending(a, b []rune) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= common && n < len(a) && n < len(b) && len(a)-n <= tail && len(b)-n <= tail && !told(a[n:]) && !told(b[n:])
}

// told reports an end by which parts of one work are told apart: 一期, A段.
func told(end []rune) bool {
	switch end[len(end)-1] {
	case '期', '段', '区', '线', '号':
		return true
	}
	return false
}
