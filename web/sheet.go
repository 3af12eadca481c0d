package web

import (
	"strconv"
	"strings"
	"time"

	"gangmu/monitor"
	"gangmu/office"
	"gangmu/office/reporting"
	"gangmu/vet"
)

var sheetRoute = route{pattern: "GET /sheets/{plan}/{unit}/{period}", handle: sheet}

type sheetData struct {
	*reporting.Sheet
	Path      string
	Lines     []sheetLine
	Fill      bool // cells may be changed by whoever looks
	Steps     []sheetStep
	Effects   []effectLine
	Conflicts []reporting.Conflict
	Qualities []choice
	StateWord string
	StateMark string // class
	DueText   string
	UntilText string
}

type sheetLine struct {
	reporting.Line
	Field               string // of the form: 12/500151
	Before, Last, Part  string
	Problems            []string
	Entered, Goal, Href string
	Files               []link
}

// sheetStep is something that may be done to the sheet now.
type sheetStep struct {
	Name, Text string
	Reason     bool // must be given
	Until      bool // a time must be given
	Main       bool
}

type choice struct{ Value, Text string }

type effectLine struct {
	Name, From, To, Before, After, BeforeClass, AfterClass, Sentence string
}

// sheet is the grid of a unit and a period.
func sheet(r *request) error {
	p, err := r.sheetPage(nil)
	if err != nil {
		return err
	}
	return r.print(p)
}

func (r *request) sheetID() (plan, unit, period string) {
	return r.PathValue("plan"), r.PathValue("unit"), r.PathValue("period")
}

func (r *request) sheetPage(conflicts []reporting.Conflict) (page, error) {
	plan, unit, period := r.sheetID()
	s, err := r.app.reporting.Sheet(r.Context(), r.actor, plan, unit, period)
	if err != nil {
		return page{}, err
	}
	d := sheetData{Sheet: s, Path: sheetPath(plan, unit, period), Conflicts: conflicts, StateWord: r.lang.Of(s.State.Name()), DueText: s.Due.Format(time.DateOnly)}
	d.StateMark = stateClass(reporting.Duty{State: s.State, Late: s.Late(time.Now())})
	if s.State == reporting.Unlocked {
		d.UntilText = s.Until.Local().Format("2006-01-02 15:04")
	}
	mayFill, err := r.canFor(office.ReportSheet, unit)
	if err != nil {
		return page{}, err
	}
	d.Fill = mayFill && s.State.Fillable() && !s.Plan.Locked
	if d.Steps, err = r.sheetSteps(s, mayFill); err != nil {
		return page{}, err
	}
	files, err := r.sheetFiles(s)
	if err != nil {
		return page{}, err
	}
	for _, q := range reporting.Qualities {
		d.Qualities = append(d.Qualities, choice{string(q), r.t("quality." + string(q))})
	}
	for i := range s.Lines {
		line := r.sheetLine(s, s.Lines[i])
		for _, hash := range line.Cell.Evidence {
			line.Files = append(line.Files, link{Href: d.Path + "/files/" + hash, Text: files[hash]})
		}
		d.Lines = append(d.Lines, line)
	}
	if s.State != reporting.Confirmed {
		effects, err := r.app.reporting.Preview(r.Context(), r.actor, plan, unit, period)
		if err != nil {
			return page{}, err
		}
		d.Effects = r.effectLines(effects)
	}
	return page{name: "sheet", title: r.t("sheet.of", s.Unit.Name, s.Period.Year, r.period(period)), script: "", data: d,
		where: []link{{Href: watchPath(plan), Text: r.t("nav.watch")}, {Href: sheetsPath(plan), Text: r.t("sheets.title")}}}, nil
}

func (r *request) sheetLine(s *reporting.Sheet, l reporting.Line) sheetLine {
	out := sheetLine{Line: l, Field: fieldOf(l.Key), Goal: l.Goal.Text, Href: seriesPath(s.Plan.ID, l.Key, s.Plan.Unit)}
	if n := len(l.Before); n > 0 {
		out.Before = l.Before[n-1].Value
	}
	if l.Last != nil {
		out.Last = l.Last.Value
	}
	if l.Key.Unit != s.Plan.Unit && l.Key.Unit != s.Unit.Code {
		out.Part = l.Key.Unit
	}
	for _, p := range l.Problems {
		out.Problems = append(out.Problems, r.lang.Of(vet.Words{Zh: p.Zh, En: p.En}))
	}
	if l.Cell.Seq > 0 {
		out.Entered = l.Cell.At.Local().Format("01-02 15:04")
	}
	return out
}

// sheetSteps are the acts that the state and the rights of whoever looks allow.
func (r *request) sheetSteps(s *reporting.Sheet, mayFill bool) (out []sheetStep, err error) {
	mayReview, err := r.canFor(office.ReviewSheet, s.Unit.Code)
	if err != nil {
		return nil, err
	}
	mayConfirm, err := r.canFor(office.ConfirmSheet, s.Unit.Code)
	if err != nil {
		return nil, err
	}
	add := func(may bool, name string, main, reason, until bool) {
		if may {
			out = append(out, sheetStep{Name: name, Text: r.t("step." + name), Main: main, Reason: reason, Until: until})
		}
	}
	switch s.State {
	case reporting.Open, reporting.Returned, reporting.Unlocked:
		add(mayFill, "submit", true, false, false)
	case reporting.Submitted:
		add(mayReview, "review", true, false, false)
		add(mayReview, "return", false, true, false)
		add(mayFill, "withdraw", false, false, false)
	case reporting.Reviewed:
		add(mayConfirm, "confirm", true, false, false)
		add(mayConfirm, "return", false, true, false)
	case reporting.Confirmed:
		add(mayConfirm, "unlock", false, true, true)
		add(mayConfirm, "take-back", false, true, false)
	}
	return out, nil
}

func (r *request) effectLines(effects []reporting.Effect) (out []effectLine) {
	for _, e := range effects {
		if !e.Changes() {
			continue
		}
		out = append(out, effectLine{
			Name: e.Name, From: e.Counts, To: e.Value, Before: r.lightWord(e.Now.Light), After: r.lightWord(e.Then.Light),
			BeforeClass: lightClasses[e.Now.Light], AfterClass: lightClasses[e.Then.Light], Sentence: r.lang.Of(vet.Words{Zh: e.Then.Zh, En: e.Then.En}),
		})
	}
	return out
}

func (r *request) lightWord(l monitor.Light) string {
	if l == monitor.None {
		return "—"
	}
	return r.light(l)
}

// fieldOf names a series in forms: 12/500151.
func fieldOf(k reporting.Key) string { return strconv.Itoa(k.No) + "/" + k.Unit }

func parseKey(text string) (reporting.Key, error) {
	no, unit, _ := strings.Cut(text, "/")
	n, err := strconv.Atoi(no)
	if err != nil {
		return reporting.Key{}, errForm.Because(err)
	}
	return reporting.Key{No: n, Unit: unit}, nil
}
