package page

import (
	"fmt"
	"path/filepath"
	"strings"

	"gangmu/document"
	"gangmu/plan"
	"gangmu/render"
	"gangmu/vet"
)

// View is what the templates print: reports with their findings. Make it with
// NewView.
type View struct {
	Lang      render.Lang
	Reports   []*report
	Rules     []*rulePage
	Counts    []count // findings that are open, by severity
	Open      int
	Accepted  int
	Reference string // the version that made it
	// Hosted is a page within an application: it does not say that it was made on
	// the reader's machine. AcceptTo is where its form for accepting a finding goes,
	// for who may; without it a page that is not hosted says what to write where.
	// ReopenTo is where the form goes that takes an acceptance back.
	Hosted   bool
	AcceptTo string
	ReopenTo string

	byFile map[string]*report
}

// report is one file with what was found in it.
type report struct {
	No       int
	File     string
	Title    string
	Coverage string
	Findings []finding
	Failed   []string
	Known    string // how it stands to the baseline
	Nodes    []node
	Notes    []node
	Score    *score
	marks    marks
	index    *document.Index
}

type count struct {
	Severity string
	Word     string
	N        int
}

// finding is a card beside the document.
type finding struct {
	View        *View
	No          int
	Rule        *rulePage
	Class       string // error, warning, info, accepted
	Word        string
	Message     string
	File        string
	Places      []group
	Values      string
	Basis       string
	Fix         string
	Fingerprint string
	Accepted    string // the reason, with who and when
}

// group is places that follow one another in one paragraph or row.
type group struct {
	Label  string // 第12段
	Places []place
}

type place struct {
	ID      string // "" when the page does not show the place
	Text    string
	Subject bool
}

// NewView lays out reports, whose findings are numbered throughout.
func NewView(all []render.Vetted, version string, l render.Lang) *View {
	v := &View{Lang: l, Reference: version, byFile: map[string]*report{}}
	for i, in := range all {
		r := newReport(i+1, in, l)
		v.Reports = append(v.Reports, r)
		v.byFile[in.File] = r
		v.addRules(in.Result.Rules)
	}
	counts := map[vet.Severity]int{}
	for i, in := range all {
		v.findings(v.Reports[i], in.Result, counts)
	}
	for i, in := range all { // now all marks are known, those of other reports too
		v.Reports[i].lay(in, l, len(all) == 1)
	}
	for _, s := range []vet.Severity{vet.Error, vet.Warning, vet.Info} {
		v.Counts = append(v.Counts, count{string(s), render.SeverityWord(s, l), counts[s]})
	}
	return v
}

func newReport(no int, in render.Vetted, l render.Lang) *report {
	r := &report{
		No: no, File: filepath.Base(in.File), Title: filepath.Base(in.File), Coverage: render.CoverageSentence(in.Result.Coverage, l),
		marks: marks{}, index: document.NewIndex(in.Document),
	}
	if in.Plan != nil && in.Plan.Title != "" {
		r.Title = in.Plan.Title
	}
	return r
}

// findings makes the cards of a report; what the baseline knows is only counted.
func (v *View) findings(r *report, result *vet.Result, counts map[vet.Severity]int) {
	known := 0
	for _, f := range result.Findings {
		switch {
		case f.Known:
			known++
			continue
		case f.Accepted != nil:
			v.Accepted++
		default:
			v.Open++
			counts[f.Severity]++
		}
		r.Findings = append(r.Findings, v.finding(f, r))
	}
	if result.Compared {
		r.Known = fmt.Sprintf(v.pick("与基线相比：已知 %d 处，已消除 %d 处", "Against the baseline: %d known, %d gone"), known, result.Gone)
	}
	for _, f := range result.Failed {
		r.Failed = append(r.Failed, fmt.Sprintf(v.pick("检查没有做完：%s（%v）", "Check not finished: %s (%v)"), f.Rule, f.Err))
	}
}

// lay makes the nodes; table rows can be led to where the page has one document.
func (r *report) lay(in render.Vetted, l render.Lang, anchors bool) {
	t := &tree{marks: r.marks, title: squeeze(r.Title), anchors: anchors}
	r.Nodes = t.nodes(in.Document.Blocks)
	r.Notes = t.notes(in.Document.Notes)
	if in.Plan != nil {
		r.Score = newScore(in.Plan.Assess(), l)
	}
}

func (v *View) pick(zh, en string) string { return v.Lang.Of(vet.Words{Zh: zh, En: en}) }

// Title names the page.
func (v *View) Title() string {
	if len(v.Reports) == 1 {
		return v.Reports[0].Title
	}
	return v.pick("核查结果", "Findings")
}

// finding makes the card of f and marks its places, those in other reports of
// the page too.
func (v *View) finding(f vet.Finding, r *report) finding {
	out := finding{
		View: v, No: v.Open + v.Accepted, Rule: v.rule(f.Rule), Class: class(f.Severity, f.Accepted != nil),
		File: r.File, Word: render.SeverityWord(f.Severity, v.Lang), Message: v.Lang.Of(f.Message),
		Values: render.Intervals(f.Values, v.Lang), Basis: v.Lang.Of(f.Basis), Fix: f.Fix, Fingerprint: f.Fingerprint,
	}
	if a := f.Accepted; a != nil {
		out.Word = v.pick("已接受", "accepted")
		out.Accepted = strings.TrimSpace(strings.TrimSpace(a.On+" "+a.By) + " " + a.Reason)
	}
	for i, m := range f.Marks {
		p := place{Text: short(m.Text), Subject: m.Role == vet.Subject}
		in := r
		if m.File != "" {
			in = v.byFile[m.File]
		}
		s := stretch{finding: out.No, place: i + 1, severity: f.Severity, subject: p.Subject, accepted: f.Accepted != nil}
		if in != nil && in.marks.add(in.index, m, s) {
			p.ID = placeID(out.No, i+1)
		}
		where := label(m, v.Lang)
		if n := len(out.Places); n == 0 || out.Places[n-1].Label != where {
			out.Places = append(out.Places, group{Label: where})
		}
		last := &out.Places[len(out.Places)-1]
		last.Places = append(last.Places, p)
	}
	return out
}

// label says where a place is.
func label(m vet.Mark, l render.Lang) string {
	pick := func(zh, en string) string { return l.Of(vet.Words{Zh: zh, En: en}) }
	s := fmt.Sprintf(pick("第%d行", "line %d"), m.Span.Line)
	var a, b, c int
	if n, _ := fmt.Sscanf(m.Span.Block, "t%d.r%d.c%d", &a, &b, &c); n == 3 {
		s = fmt.Sprintf(pick("表%d第%d行", "table %d row %d"), a, b)
	} else if n, _ := fmt.Sscanf(m.Span.Block, "p%d", &a); n == 1 {
		s = fmt.Sprintf(pick("第%d段", "paragraph %d"), a)
	}
	if m.File != "" {
		return filepath.Base(m.File) + " " + s
	}
	return s
}

// short is text as a link: one line, not too long.
func short(s string) string {
	const longest = 40 // characters
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return s
}

// score is the scorecard.
type score struct {
	Sentence string
	Rows     []scoreRow
}

type scoreRow struct {
	No, Name, Class, Verdict, Reason string
}

func newScore(a plan.Assessment, l render.Lang) *score {
	if len(a.Rows) == 0 {
		return nil
	}
	out := &score{Sentence: render.ScoreSentence(a, l)}
	for _, r := range a.Rows {
		out.Rows = append(out.Rows, scoreRow{
			r.Item.No, r.Item.Name, string(r.Result.Verdict), render.VerdictWord(r.Result.Verdict, l),
			l.Of(vet.Words{Zh: r.Result.Zh, En: r.Result.En}),
		})
	}
	return out
}
