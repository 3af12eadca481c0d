package stageprogress

import (
	"strings"
	"unicode/utf8"

	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
)

// finished are the words by which a livelihood item says that a work is done.
var finished = []projects.Verb{
	{Word: "建成投用", Stage: projects.InUse}, {Word: "投入使用", Stage: projects.InUse}, {Word: "投用", Stage: projects.InUse},
	{Word: "试运行", Stage: projects.InUse}, {Word: "竣工", Stage: projects.Built}, {Word: "完工", Stage: projects.Built},
	{Word: "建成", Stage: projects.Built},
}

// livelihood finds works that last year's livelihood items call finished and
// this year's boxes begin, go on with or finish again.
func livelihood(p *vet.Pass, planned *projects.Register) {
	for _, it := range p.Plan.Livelihood {
		if it.Year != p.Plan.ExecutedYear || !strings.Contains(it.Status, "完成") {
			continue
		}
		v, ok := done(it.Text)
		if !ok {
			continue
		}
		for _, e := range planned.Entries {
			if utf8.RuneCountInString(e.Name) >= fewest && strings.Contains(it.Text, e.Name) && passed(v, e.Stage) {
				subject := vet.Mark{Span: it.Span, Text: it.Text, Role: vet.Subject}
				p.Report(finding(e.Name, v.Word, e.Item.Stage, e.Where(), subject, e.Mark(vet.Evidence)))
			}
		}
	}
}

// done is the word by which an item says that a work is finished. 主体完工 alone
// leaves the rest to do.
func done(item string) (projects.Verb, bool) {
	for _, v := range finished {
		if strings.Contains(item, v.Word) {
			return v, v.Stage == projects.InUse || !strings.Contains(item, "主体")
		}
	}
	return projects.Verb{}, false
}
