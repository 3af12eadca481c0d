package plant

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gangmu/sample"
)

func read(t *testing.T) *Report {
	t.Helper()
	return Read(sample.Text)
}

func TestAPlantChangesOneStretch(t *testing.T) {
	r := read(t)
	for _, k := range Kinds {
		for _, p := range k.Plants(r, 1) {
			edited := p.Apply(r.Text)
			e := p.Edited()
			if edited == r.Text || edited[:e.Start] != r.Text[:p.At.Start] || edited[e.End:] != r.Text[p.At.End:] {
				t.Errorf("%s at %v changes something else, or nothing", k.Name, p.At)
			}
			if strings.Count(edited, "\n") != strings.Count(r.Text, "\n") {
				t.Errorf("%s at %v moves lines", k.Name, p.At)
			}
		}
	}
}

func TestPlantsSayWhatTheyContradict(t *testing.T) {
	r := read(t)
	for _, k := range Kinds {
		ps := k.Plants(r, 1)
		for _, p := range ps {
			if k.Benign != (len(p.Against) == 0) || p.Why == "" || p.Kind != k.Name {
				t.Errorf("%s at %v: against %v, why %q", k.Name, p.At, p.Against, p.Why)
			}
			for _, a := range p.Against {
				if m := p.Moved(a); a.End <= p.At.Start && m != a {
					t.Errorf("%s: what stands in front of the edit moved", k.Name)
				} else if a.Start >= p.At.End && p.Apply(r.Text)[m.Start:m.End] != r.Text[a.Start:a.End] {
					t.Errorf("%s: what stands behind the edit is lost", k.Name)
				}
			}
		}
		if !k.Benign && len(k.Rules) == 0 {
			t.Errorf("%s: no rule answers for it", k.Name)
		}
	}
}

func TestTheSeedDecides(t *testing.T) {
	r := read(t)
	same := func(a, b []Plant) bool {
		return slices.EqualFunc(a, b, func(x, y Plant) bool { return x.At == y.At && x.With == y.With })
	}
	differ := false
	for _, k := range Kinds {
		if !same(k.Plants(r, 7), k.Plants(r, 7)) {
			t.Errorf("%s: one seed, two outcomes", k.Name)
		}
		differ = differ || !same(k.Plants(r, 7), k.Plants(r, 8))
	}
	if !differ {
		t.Error("the seed decides nothing")
	}
}

func TestPlantedValuesDiffer(t *testing.T) {
	r := read(t)
	for _, m := range append(actualMeetings(r), targetMeetings(r)...) {
		if disagree(m.cell.Number, m.text.Number) {
			t.Errorf("%s: %s and %s do not meet", m.row.Name, m.cell.Text, m.text.Text)
		}
	}
	for _, p := range r.pairs() {
		if p.a.Text != p.b.Text {
			t.Errorf("%s: %s and %s are no pair", p.a.Name, p.a.Text, p.b.Text)
		}
	}
}

func TestMisprint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`(0|[1-9][0-9]{0,5})(\.[0-9]{1,3})?`).
			Filter(func(s string) bool { return strings.Trim(s, "0.") != "" }).Draw(t, "digits")
		got := misprint(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)), digits)
		if got == digits || len(got) != len(digits) || strings.IndexByte(got, '.') != strings.IndexByte(digits, '.') {
			t.Fatalf("%s became %s", digits, got)
		}
	})
}

func TestDisagree(t *testing.T) {
	for _, c := range []struct {
		a, unitA, b, unitB string
		want               bool
	}{
		{"8000", "人", "0.8", "万人", false},
		{"1.93", "亿元", "19320.62", "万元", false},
		{"1.93", "亿元", "19520.62", "万元", true},
		{"2.45", "%", "2.4", "%", false}, // cut off
		{"6.3", "%", "6.5", "%", true},
		{"25", "家", "25", "项", true},
	} {
		a, b := Number{Text: c.a, Unit: c.unitA}, Number{Text: c.b, Unit: c.unitB}
		if got := disagree(a, b); got != c.want || got != disagree(b, a) {
			t.Errorf("%s%s and %s%s: %v", c.a, c.unitA, c.b, c.unitB, got)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		kind  func(*Report, *rand.Rand) []Plant
		text  string
		holds bool
	}{
		{fromTo, "企业由152家增加到176家、增长15.8%。", true},
		{fromTo, "企业由152家增加到176家、增长25.8%。", false}, // does not hold before
		{points, "占比由35.2%提高到36.9%、提高1.7个百分点。", true},
		{increments, "站点由18个增加到25个、增加7个。", true},
		{percentOf, "公交车204辆，占全区240辆公交车的85%。", true},
		{percentOf, "甲204辆，乙240辆，占比85%。", false}, // of what?
		{sums, "新增平台7个，其中中心4个、工程2个、设计1个。", true},
		{sums, "新增平台7个，其中中心4个、工程2个。", false},
		{shares, "三次产业结构为6.4:47.0:46.6。", true},
		{countLists, "打通枫林路、学府路、望云路3条断头路。", true},
		{countLists, "打通枫林路、学府路等13条断头路。", false},
		{parallels, "旅客、货物分别增长3%、5%。", true},
		{parallels, "旅客、货物和邮件分别增长3%、5%。", false},
		{numbering, "一是甲。二是乙。三是丙。", true},
	} {
		got := len(c.kind(Read(c.text+"\n"), rand.New(rand.NewPCG(1, 1)))) > 0
		if got != c.holds {
			t.Errorf("%s: planted %v", c.text, got)
		}
	}
}
