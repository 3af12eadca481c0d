// Package parallel finds lists of subjects and lists of values that do not go
// together: three subjects and two values under one 分别.
package parallel

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
	"gangmu/vet/rules/internal/apart"
	"gangmu/vet/rules/internal/prose"
)

// Rule counts both lists.
var Rule = &vet.Rule{
	ID: "parallel", Since: "0.3",
	Doc: vet.Doc{
		Title: vet.Words{Zh: "“分别”前后的项数不等", En: "Subjects and values do not pair up"},
		What: vet.Words{
			Zh: "“甲、乙、丙分别增长x、y、z”，主体和数值一样多。",
			En: "Where several subjects are given a value each, there are as many values as subjects.",
		},
		Why: vet.Words{
			Zh: "少一个数，读者就不知道各个数属于谁。",
			En: "With one value missing nobody can tell which belongs to whom.",
		},
		Silent: vet.Words{
			Zh: "主体没有逐个列出的（城乡居民收入分别增长）；名称里有“和”“与”的，两种数法都算对；由……到……的写法。",
			En: "Subjects that are not listed one by one; names that hold 和 or 与; values from … to ….",
		},
		Wrong: "一、2030年计划执行情况\n存款、贷款、保费收入分别增长8.1%、9.2%。\n",
		Right: "一、2030年计划执行情况\n存款、贷款、保费收入分别增长8.1%、9.2%、3.4%。\n",
	},
	Run: run,
}

func run(p *vet.Pass) error {
	for _, l := range p.Lines {
		if l.Part == extract.Glossary {
			continue
		}
		for _, s := range prose.Sentences(l.Text.S, prose.Whole(l.Text.S)) {
			for _, st := range apart.Any(l.Text.S, s) {
				check(p, l, st)
			}
		}
	}
	return nil
}

func check(p *vet.Pass, l extract.Line, st apart.Statement) {
	switch n := len(st.Values); {
	case st.Low > 1 && st.Low <= n && n <= st.High:
		for _, v := range st.Values {
			p.Agree(vet.At(l.Text, v.Start, v.End, vet.Subject))
		}
	case n == 1 && st.Low > 1:
		if q := st.Values[0].Quantity; grows(l.Text.S[st.Word.End:st.Values[0].Start], q.Unit.Dim) {
			severity := vet.Warning
			if q.Op != quantity.Equal && q.Unit.Dim == quantity.Share {
				severity = vet.Info // 分别达到90%以上: one bound for all
			}
			report(p, l, st, severity)
		}
	case st.Low == 1:
		if n > 1 && !st.Plural && st.Subjects.End == st.Word.Start && alone(l.Text.S, st.Subjects) {
			report(p, l, st, vet.Warning)
		}
	case st.Low > 1 && n*2 != st.Low && n != st.Low*2:
		report(p, l, st, "")
	}
}

// sizes are verbs of size; most of them also take 到 or 至: 增加到.
var sizes = []string{"增长", "下降", "提高", "降低", "达", "为", "突破", "超过", "增加", "减少", "提升", "上升", "扩大", "增", "降", "升", "控制在", "稳定在", "保持在", "压缩", "压减", "占"}

// grows reports that nothing but a verb of size stands between 分别 and its value.
// Other verbs may be done apart: 分别召开3场会议.
func grows(verb string, dim quantity.Dimension) bool {
	verb = strings.TrimSpace(verb)
	if verb == "完成" || verb == "实现" {
		return dim == quantity.Money || dim == quantity.Share
	}
	for _, to := range []string{"", "到", "至"} {
		if v, ok := strings.CutSuffix(verb, to); ok && slices.Contains(sizes, v) {
			return true
		}
	}
	return false
}

// relative begin a subject whose things stand further in front: 较2029年, 占比.
var relative = []string{"较", "比", "占", "每", "从", "由", "与", "增速", "增幅", "累计", "同比", "同口径", "年度", "全年", "目标", "预计", "实际", "总量", "规模"}

// alone reports one subject of its own, without a list in the clause in front
// that it may take up.
func alone(s string, subject prose.Range) bool {
	name := subject.Of(s)
	if utf8.RuneCountInString(name) < 3 || strings.HasSuffix(name, "年") || strings.HasSuffix(name, "均") || strings.Contains(name, "标准") {
		return false
	}
	for _, r := range relative {
		if strings.HasPrefix(name, r) {
			return false
		}
	}
	before := prose.Clauses(s, prose.Range{Start: 0, End: subject.Start})
	if len(before) == 0 || strings.HasSuffix(strings.TrimSpace(s[:subject.Start]), "。") {
		return true
	}
	return !strings.Contains(before[len(before)-1].Of(s), "、")
}

func report(p *vet.Pass, l extract.Line, st apart.Statement, severity vet.Severity) {
	subjects := fmt.Sprint(st.Low)
	if st.High > st.Low {
		subjects += "—" + fmt.Sprint(st.High)
	}
	words := vet.Words{
		Zh: fmt.Sprintf("“分别”前面列了%s个主体，后面有%d个数，对不上。", subjects, len(st.Values)),
		En: fmt.Sprintf("%s subjects are given %d values.", subjects, len(st.Values)),
	}
	if len(st.Values) == 1 {
		words = vet.Words{
			Zh: fmt.Sprintf("“分别”前面列了%s个主体，后面只有1个数：漏了数，还是应为“均”？", subjects),
			En: fmt.Sprintf("%s subjects are given one value: is one missing, or is it meant for all (均)?", subjects),
		}
	}
	p.Report(vet.Finding{Severity: severity, Message: words, Marks: []vet.Mark{
		vet.At(l.Text, st.Values[0].Start, st.Values[len(st.Values)-1].End, vet.Subject),
		vet.At(l.Text, st.Subjects.Start, st.Subjects.End, vet.Evidence),
	}})
}
