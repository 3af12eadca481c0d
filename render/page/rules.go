package page

import (
	"gangmu/render"
	"gangmu/vet"
)

// rulePage is what `gangmu explain` says of a rule.
type rulePage struct {
	ID, Title, Class, Word, Since string
	What, Why, Authority, Silent  string
	Wrong, Right                  []string
	Used                          bool // it found something
}

// addRules adds the pages of rules that are not there yet.
func (v *View) addRules(all []*vet.Rule) {
	for _, r := range all {
		if v.page(r.ID) != nil {
			continue
		}
		d := r.Doc
		p := &rulePage{
			ID: r.ID, Title: v.Lang.Of(d.Title), Class: string(r.Severity), Word: render.SeverityWord(r.Severity, v.Lang), Since: r.Since,
			What: v.Lang.Of(d.What), Why: v.Lang.Of(d.Why), Authority: d.Authority, Silent: v.Lang.Of(d.Silent),
		}
		p.Wrong, p.Right = render.Examples(d)
		v.Rules = append(v.Rules, p)
	}
}

func (v *View) page(id string) *rulePage {
	for _, p := range v.Rules {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// rule is the page of a rule that found something.
func (v *View) rule(id string) *rulePage {
	p := v.page(id)
	if p == nil {
		p = &rulePage{ID: id, Title: id}
		v.Rules = append(v.Rules, p)
	}
	p.Used = true
	return p
}
