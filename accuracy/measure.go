package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"gangmu/accuracy/plant"
	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/span"
	"gangmu/vet"
	"gangmu/vet/rules"
)

// findings is what all rules say of a text.
func findings(ctx context.Context, text string) ([]vet.Finding, error) {
	doc, err := open.Read(ctx, "report.txt", []byte(text), document.Limits{})
	if err != nil {
		return nil, err
	}
	r, err := extract.Extract(ctx, doc)
	if err != nil {
		return nil, err
	}
	out, err := vet.Run(ctx, vet.NewReading("report.txt", doc, r), nil, rules.All)
	if err != nil {
		return nil, err
	}
	for _, f := range out.Failed {
		return nil, fmt.Errorf("rule %s: %w", f.Rule, f.Err)
	}
	return out.Findings, nil
}

// together calls do for 0..n-1 on as many workers as there are processors and
// returns the first error.
func together(n int, do func(int) error) error {
	errs := make([]error, n)
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				errs[i] = do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// vetAll vets the unedited reports.
func vetAll(ctx context.Context, groups []*group) error {
	var all []*report
	for _, g := range groups {
		all = append(all, g.reports...)
	}
	return together(len(all), func(i int) (err error) {
		if all[i].before, err = findings(ctx, all[i].text); err != nil {
			return fmt.Errorf("%s: %w", all[i].name, err)
		}
		return nil
	})
}

// trial is one plant and what vet newly said of it.
type trial struct {
	group  *group
	report *report
	kind   plant.Kind
	plant  plant.Plant
	hit    vet.Severity  // the highest severity at the edit or at what it contradicts; "" if none
	new    []vet.Finding // all findings that the unedited report does not have
	fresh  []bool        // which of them stand at the edit or at what it contradicts
	alarm  bool          // an error or warning appeared, on whatever lines
}

// run vets the edited text.
func (t *trial) run(ctx context.Context) error {
	edited := t.plant.Apply(t.report.text)
	after, err := findings(ctx, edited)
	if err != nil {
		return fmt.Errorf("%s, %s: %w", t.report.name, t.kind.Name, err)
	}
	old, spots := map[string]int{}, map[string]int{}
	for _, f := range t.report.before {
		old[identity(f)]++
		spots[spot(f)]++
	}
	places := t.places(edited)
	for _, f := range after {
		if spots[spot(f)]--; spots[spot(f)] < 0 && f.Severity != vet.Info {
			t.alarm = true
		}
		if old[identity(f)]--; old[identity(f)] >= 0 {
			continue
		}
		at := marksTouch(f, places)
		t.new, t.fresh = append(t.new, f), append(t.fresh, at)
		if at && graver(f.Severity, t.hit) {
			t.hit = f.Severity
		}
	}
	return nil
}

// identity is what two findings share that are the same, whatever their columns:
// an edit in front of one moves it.
func identity(f vet.Finding) string {
	var b strings.Builder
	fmt.Fprint(&b, f.Rule, f.Severity, f.Message.Zh)
	for _, m := range f.Marks {
		fmt.Fprint(&b, "\x00", m.Span.Line, m.Text)
	}
	return b.String()
}

// spot is the rule and the lines of a finding: what a finding keeps when an edit
// only renames what it speaks of.
func spot(f vet.Finding) string {
	var b strings.Builder
	b.WriteString(f.Rule)
	for _, m := range f.Marks {
		fmt.Fprint(&b, " ", m.Span.Line)
	}
	return b.String()
}

var grades = map[vet.Severity]int{vet.Info: 1, vet.Warning: 2, vet.Error: 3}

func graver(a, b vet.Severity) bool { return grades[a] > grades[b] }

// places are the edit and what it contradicts, as lines and columns of the
// edited text.
func (t *trial) places(edited string) []span.Span {
	all := []plant.Range{t.plant.Edited()}
	for _, r := range t.plant.Against {
		all = append(all, t.plant.Moved(r))
	}
	var out []span.Span
	for _, r := range all {
		out = append(out, spanOf(edited, r))
	}
	return out
}

func spanOf(text string, r plant.Range) span.Span {
	line, column := position(text, r.Start)
	endLine, endColumn := position(text, r.End)
	return span.Span{Line: line, Column: column, EndLine: endLine, EndColumn: endColumn}
}

// position is the 1-based line and column, in code points, of a byte.
func position(text string, at int) (line, column int) {
	before := text[:at]
	start := strings.LastIndexByte(before, '\n') + 1
	return 1 + strings.Count(before, "\n"), 1 + len([]rune(before[start:]))
}

// marksTouch reports a mark that shares a character with one of the places or
// stands right beside it.
func marksTouch(f vet.Finding, places []span.Span) bool {
	for _, m := range f.Marks {
		for _, p := range places {
			if !before(m.Span, p) && !before(p, m.Span) {
				return true
			}
		}
	}
	return false
}

// before reports that a ends before b begins.
func before(a, b span.Span) bool {
	return a.EndLine < b.Line || a.EndLine == b.Line && a.EndColumn < b.Column
}
