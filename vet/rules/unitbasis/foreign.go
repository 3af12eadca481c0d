package unitbasis

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/plan/catalogue"
	"gangmu/quantity"
	"gangmu/vet"
)

// foreign finds a number right behind the name of an indicator in a unit that
// measures something else: 社会消费品零售总额达到260万人.
func foreign(p *vet.Pass) {
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Part == extract.Glossary || !strings.ContainsAny(l.Text.S, "0123456789") {
			continue
		}
		var hits []catalogue.Hit
		for _, m := range l.Mentions() {
			if m.Kind != quantity.Amount || !physical(m.Quantity.Unit.Dim) {
				continue
			}
			if hits == nil {
				if hits = catalogue.Find(l.Text.S); hits == nil {
					break
				}
			}
			for _, h := range hits {
				if h.End <= m.Start && linked(l.Text.S[h.End:m.Start]) && !fits(h.Entry, m.Quantity.Unit) {
					report(p, l, h, m)
				}
			}
		}
	}
}

// linked reports that what stands between a name and a number is nothing or a
// verb of size.
func linked(s string) bool {
	switch s {
	case "", "达", "达到", "为", "完成", "实现", "突破", "超过":
		return true
	}
	return false
}

// fits reports a unit that the indicator may have. A share behind an amount is a
// growth that lost its verb, or a share of something: left to the reader.
func fits(e catalogue.Entry, u quantity.Unit) bool {
	own, ok := quantity.ParseUnit(e.Unit)
	if !ok || e.Measure != catalogue.Level || e.Kind != catalogue.LevelKind && e.Kind != catalogue.ShareKind || !physical(own.Dim) {
		return true
	}
	return u.Dim == own.Dim || u.Dim == quantity.Share
}

// physical reports what can never stand for another: money is no mass.
func physical(d quantity.Dimension) bool {
	switch d {
	case quantity.Money, quantity.Mass, quantity.Area, quantity.Length, quantity.Volume, quantity.Energy, quantity.People, quantity.Share:
		return true
	}
	return false
}

func report(p *vet.Pass, l *extract.Line, h catalogue.Hit, m quantity.Mention) {
	unit := m.Quantity.Unit.Text
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s的单位是“%s”，此处写“%s”。", h.Entry.Zh, h.Entry.Unit, unit),
			En: fmt.Sprintf("%s is measured in %s; here it has %s.", h.Entry.En, h.Entry.Unit, unit),
		},
		Marks: []vet.Mark{vet.At(l.Text, m.Start, m.End, vet.Subject), vet.At(l.Text, h.Start, h.End, vet.Evidence)},
	})
}
