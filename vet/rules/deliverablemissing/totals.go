package deliverablemissing

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gangmu/document"
	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/projects"
	"gangmu/vet/rules/internal/prose"
	"gangmu/vet/rules/internal/verdicts"
)

// totals holds the number of key projects that the tasks state against the
// lists: 全年安排区级重点项目207个.
func totals(p *vet.Pass, g *projects.Register) {
	if len(g.Entries) == 0 {
		return
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Box != "" || l.Part != extract.Tasks && l.Part != extract.Aims {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			n, at, ok := total(l.Text.S, s)
			if !ok {
				continue
			}
			if n < len(g.Entries) || n > len(g.Entries) && closed(p) && n <= len(g.Entries)*2 {
				reportTotal(p, l.Text, at, n, g)
			} else {
				p.Agree(vet.At(l.Text, at.Start, at.End, vet.Subject))
			}
		}
	}
}

// total is the number of key projects that a sentence plans: of all, not of a
// level or a kind that says less than the boxes.
func total(s string, sentence prose.Range) (n int, at prose.Range, ok bool) {
	text := sentence.Of(s)
	for m := range quantity.Scan(text) {
		if m.Kind != quantity.Amount || m.Quantity.Op != quantity.Equal || m.Quantity.Unit.Text != "个" && m.Quantity.Unit.Text != "项" {
			continue
		}
		before := clauseBefore(text[:m.Start])
		if !strings.HasSuffix(before, "重点项目") && !strings.HasPrefix(text[m.End:], "重点项目") || !plans(before) {
			continue
		}
		if v, whole := verdicts.Int(m.Quantity.Value); whole {
			return v, prose.Range{Start: sentence.Start + m.Start, End: sentence.Start + m.End}, true
		}
	}
	return 0, at, false
}

// clauseBefore is the end of s behind its last stop.
func clauseBefore(s string) string {
	i := strings.LastIndexAny(s, "，、；：。")
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

// plans reports 全年安排, 计划实施: all projects of the year.
func plans(clause string) bool {
	for _, kind := range []string{"市级重点", "省级重点", "国家", "省重点", "工业", "产业", "新开工", "其中", "亿元", "谋划", "储备", "民生", "交通", "农业", "前期"} {
		if strings.Contains(clause, kind) {
			return false
		}
	}
	for _, w := range []string{"安排", "实施", "全年", "计划", "共", "推进"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// closed reports that no list of the boxes ends in 等.
func closed(p *vet.Pass) bool {
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Part != extract.InBox {
			continue
		}
		s := strings.TrimRight(strings.TrimSpace(l.Text.S), "。；")
		for _, tail := range []string{"等", "等项目", "等工程", "等重点项目"} {
			if strings.HasSuffix(s, tail) {
				return false
			}
		}
	}
	return true
}

func reportTotal(p *vet.Pass, t document.Text, at prose.Range, n int, g *projects.Register) {
	first, last := g.Entries[0], g.Entries[len(g.Entries)-1]
	prepared := 0
	for _, e := range g.Entries {
		if e.Stage == projects.Prepared {
			prepared++
		}
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("写的是%d个重点项目，各专栏和项目表共列出%d个（其中前期%d个）。", n, len(g.Entries), prepared),
			En: fmt.Sprintf("%d key projects are announced, the boxes and tables list %d (%d of them in preparation).", n, len(g.Entries), prepared),
		},
		Marks:  []vet.Mark{vet.At(t, at.Start, at.End, vet.Subject), first.Mark(vet.Evidence), last.Mark(vet.Evidence)},
		Values: []vet.Value{{Text: t.S[at.Start:at.End]}},
	})
}
