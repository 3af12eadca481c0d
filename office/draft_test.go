package office

import (
	"context"
	"strings"
	"testing"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/sample"
)

// later is a queue that only notes what it is given.
type later []Job

func (q *later) Enqueue(_ context.Context, j Job) error {
	*q = append(*q, j)
	return nil
}

func (q *later) Failed(context.Context) (int, error) { return 0, nil }

// upload has the plan office hand in a text.
func (w *world) upload(draft, file, text string) Job {
	w.t.Helper()
	j, err := w.Upload(w.t.Context(), w.people[PlanOffice], Upload{Draft: draft, Unit: "d", File: file, Data: []byte(text)})
	w.ok(err)
	return j
}

// short is a report of one table.
const short = `关于虚山市青禾区2025年国民经济和社会发展计划执行情况及2026年计划草案的报告

2025年，地区生产总值增长6.1%。

表1 2025年计划指标完成情况
	序号	指标名称	2025年目标	2025年完成
	1	地区生产总值增速（%）	6以上	6.1
	2	城镇新增就业（人）	完成市级下达目标	3200

表2 2026年计划目标
	序号	指标名称	2026年目标
	1	地区生产总值增速（%）	6左右
	2	城镇新增就业（人）	完成市级下达目标
`

func TestDrafts(t *testing.T) {
	each(t, func(w *world) {
		ctx, office := t.Context(), w.people[PlanOffice]
		first := w.upload("", `C:\drafts\报告.txt`, sample.Text)
		r, err := w.Reading(ctx, office, first)
		w.ok(err)
		s := r.Version.Summary
		if r.Version.File != "报告.txt" || s.Planned != 2026 || s.Errors < 10 || s.Coverage.Numbers == 0 || len(r.Plan.Indicators) != 84 {
			t.Errorf("%s: %+v, %d indicators", r.Version.File, s, len(r.Plan.Indicators))
		}
		f := r.Result.Findings[0]
		w.fails(w.AcceptFinding(ctx, office, first, f.Fingerprint, " "), "reason-missing")
		w.fails(w.AcceptFinding(ctx, office, first, "0000000000000000", "已核对"), "not-found")
		w.fails(w.AcceptFinding(ctx, w.people[Leader], first, f.Fingerprint, "已核对"), "denied")
		w.ok(w.AcceptFinding(ctx, office, first, f.Fingerprint, "口径不同"))
		w.fails(w.AcceptFinding(ctx, office, first, f.Fingerprint, "口径不同"), "finding-accepted")

		second := w.upload(first.Draft, "报告第二稿.txt", strings.Replace(sample.Text, "社会消费品零售总额增长6.1%", "社会消费品零售总额增长5.9%", 1))
		if second.Draft != first.Draft || second.Version != 2 {
			t.Errorf("%+v", second)
		}
		r, err = w.Reading(ctx, w.people[Leader], second)
		w.ok(err)
		accepted := 0
		for _, g := range r.Result.Findings {
			if g.Accepted != nil {
				accepted++
				if g.Accepted.By != "plan-office" || g.Accepted.Reason != "口径不同" {
					t.Errorf("%+v", g.Accepted)
				}
			}
		}
		c, err := w.Compare(ctx, office, first, second)
		w.ok(err)
		if len(c.Fixed) == 0 || len(c.Fresh) != 0 || len(c.Kept) == 0 || len(c.Fixed)+len(c.Kept) != s.Errors+s.Warnings+s.Infos {
			t.Errorf("%d fixed, %d fresh, %d kept of %d", len(c.Fixed), len(c.Fresh), len(c.Kept), s.Errors+s.Warnings+s.Infos)
		}
		if f.Rule != c.Fixed[0].Rule && accepted != 1 {
			t.Errorf("%d accepted in the next version", accepted)
		}
		w.ok(w.ReopenFinding(ctx, office, first.Draft, f.Fingerprint, "看错了"))
		w.fails(w.ReopenFinding(ctx, office, first.Draft, f.Fingerprint, "看错了"), "not-found")

		all, err := w.Drafts(ctx, office)
		w.ok(err)
		if len(all) != 1 || len(all[0].Versions) != 2 || !strings.Contains(all[0].Title, "青禾区") {
			t.Errorf("%+v", all)
		}
		for _, r := range []Role{Reporter, Deputy, System, Audit, Public} {
			if all, _ := w.Drafts(ctx, w.people[r]); len(all) != 0 {
				t.Errorf("a %s sees drafts", r)
			}
			_, err := w.Draft(ctx, w.people[r], first.Draft)
			w.fails(err, "denied")
			_, _, err = w.Source(ctx, w.people[r], first)
			w.fails(err, "denied")
		}
		_, data, err := w.Source(ctx, office, first)
		w.ok(err)
		if string(data) != sample.Text {
			t.Error("the file is not what was uploaded")
		}
		v, _, err := w.Vetted(ctx, office, first)
		w.ok(err)
		if len(v.Document.Blocks) == 0 || len(v.Result.Findings) == 0 {
			t.Error("nothing to show")
		}
		w.replays()
	})
}

func TestBadFiles(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx, office := t.Context(), w.people[PlanOffice]
	for name, c := range map[string]struct{ data, code string }{
		"damaged.docx": {"PK\x03\x04 and no more", "damaged"},
		"picture.png":  {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "unsupported-format"},
		"noise":        {"\x00\x01\x02\x03\xfe\xff\x00", "unknown-format"},
	} {
		j := w.upload("", name, c.data)
		d, err := w.Draft(ctx, office, j.Draft)
		w.ok(err)
		if v := d.Latest(); v.State != Unreadable || v.Summary.Zh == "" || v.Summary.En == "" {
			t.Errorf("%s: %+v", name, v)
		} else if v.Summary.Code != c.code {
			t.Errorf("%s: %s, want %s", name, v.Summary.Code, c.code)
		}
		_, err = w.Reading(ctx, office, j)
		w.fails(err, d.Latest().Summary.Code)
	}
	_, err := w.Upload(ctx, office, Upload{Unit: "d", File: "empty.txt"})
	w.fails(err, "empty")
	_, err = w.Upload(ctx, office, Upload{Unit: "d", File: "/", Data: []byte("x")})
	w.fails(err, "no-file")
	_, err = w.Upload(ctx, office, Upload{Unit: "none", File: "x", Data: []byte("x")})
	w.fails(err, "no-unit")
	_, err = w.Upload(ctx, office, Upload{Draft: "none", File: "x", Data: []byte("x")})
	w.fails(err, "not-found")
	_, err = w.Upload(ctx, office, Upload{Unit: "d", File: "x", Data: make([]byte, ledger.MaxBlob+1)})
	w.fails(err, "file-too-large")
	_, err = w.Upload(ctx, w.people[Reporter], Upload{Unit: "d", File: "x", Data: []byte("x")})
	w.fails(err, "denied")
}

// TestWorkIsNotLost: an upload is answered before it is read; whoever works later
// finds it, and twice does no harm.
func TestWorkIsNotLost(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx, office := t.Context(), w.people[PlanOffice]
	var q later
	w.queue = &q
	j := w.upload("", "report.txt", short)
	if len(q) != 1 || q[0] != j {
		t.Errorf("queued %v", q)
	}
	_, err := w.Reading(ctx, office, j)
	w.fails(err, "not-read-yet")
	broken, cancel := context.WithCancel(ctx)
	cancel()
	if err := w.Work(broken, j); err == nil {
		t.Error("a worker that was stopped is content")
	}
	w.ok(w.stage(ctx, j, "checking")) // a worker dies here
	d, err := w.Draft(ctx, office, j.Draft)
	w.ok(err)
	if d.Latest().Stage != "checking" {
		t.Errorf("%+v", d.Latest())
	}
	waiting, err := w.Waiting(ctx)
	w.ok(err)
	if len(waiting) != 1 || waiting[0] != j {
		t.Errorf("waiting: %v", waiting)
	}
	w.ok(w.Work(ctx, j))
	seq := w.seq()
	w.ok(w.Work(ctx, j))
	if w.seq() != seq {
		t.Errorf("the second time: %s", w.kinds(seq))
	}
	if waiting, _ := w.Waiting(ctx); len(waiting) != 0 {
		t.Errorf("still waiting: %v", waiting)
	}
}

// TestLastYearsReport: a report is set against last year's of its place.
func TestLastYearsReport(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	older := strings.NewReplacer("2025", "2024", "2026", "2025").Replace(short)
	before := w.upload("", "2025.txt", older)
	now := w.upload("", "2026.txt", short)
	r, err := w.Reading(t.Context(), w.people[PlanOffice], now)
	w.ok(err)
	if want := before.Draft + "/1"; r.Version.Summary.Earlier != want {
		t.Errorf("earlier %q, want %q", r.Version.Summary.Earlier, want)
	}
}

func TestCorrections(t *testing.T) {
	w := newWorld(t, ledgertest.SQLite(t))
	ctx, office := t.Context(), w.people[PlanOffice]
	j := w.upload("", "report.txt", short)
	r, err := w.Reading(ctx, office, j)
	w.ok(err)
	rows := len(r.Plan.Indicators)
	if rows != 4 {
		t.Fatalf("%d rows", rows)
	}
	correct := func(row int, f Field, value string) error {
		return w.CorrectReading(ctx, office, j, Correction{Row: row, Field: f, Value: value, Reason: "照纸质稿"})
	}
	w.ok(correct(0, FieldActual, "5.8"))
	w.ok(correct(2, FieldTarget, "6.5以上"))
	w.ok(correct(2, FieldBinding, "yes"))
	w.ok(correct(3, FieldRemoved, "yes"))
	w.ok(correct(rows, FieldName, "粮食产量"))
	w.ok(correct(rows, FieldUnit, "万吨"))
	w.ok(correct(rows, FieldTarget, "12.5"))
	w.fails(correct(rows+2, FieldName, "x"), "not-found")
	w.fails(correct(-1, FieldName, "x"), "not-found")
	w.fails(correct(0, "colour", "x"), "bad-field")
	w.fails(correct(0, FieldYear, "x"), "bad-year")
	w.fails(correct(0, FieldName, ""), "empty-field")
	w.fails(correct(0, FieldBinding, "maybe"), "bad-value")
	w.fails(w.CorrectReading(ctx, office, j, Correction{Field: FieldName, Value: "x"}), "reason-missing")
	w.fails(w.CorrectReading(ctx, w.people[Leader], j, Correction{Field: FieldName, Value: "x", Reason: "x"}), "denied")

	r, err = w.Reading(ctx, office, j)
	w.ok(err)
	if len(r.Plan.Indicators) != rows+1 || len(r.Corrections) != 7 || !r.Removed[3] {
		t.Fatalf("%d rows, %d corrections", len(r.Plan.Indicators), len(r.Corrections))
	}
	if got := r.Plan.Indicators[0].Measure().Facts[0]; got.Text != "5.8" || got.Quantity.Value.String() != "5.8" {
		t.Errorf("%+v", got)
	}
	if m := r.Plan.Indicators[2].Measure(); m.Target.Value.String() != "6.5" || !r.Plan.Indicators[2].Binding {
		t.Errorf("%+v", m.Target)
	}
	var names []string
	for _, it := range r.Indicators() {
		names = append(names, it.Name)
	}
	if got := strings.Join(names, " "); got != "地区生产总值增速 城镇新增就业 地区生产总值增速 粮食产量" {
		t.Error(got)
	}
	if added := r.Plan.Indicators[rows]; added.Year != 2026 || added.Measure().Target.Value.String() != "12.5" {
		t.Errorf("%+v", added)
	}
	w.replays()
}
