package tally

import (
	"fmt"

	"gangmu/document"
	"gangmu/vet"
	"gangmu/vet/rules/internal/prose"
)

// Check files a finding where a number differs from its list, and says where it
// fits.
func Check(p *vet.Pass, t document.Text, c Count) {
	number, list := vet.At(t, c.Number.Start, c.Number.End, vet.Subject), vet.At(t, c.List.Start, c.List.End, vet.Evidence)
	f := vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("写的是“%s”，列出的有%s个：%s。", number.Text, c.listed(), prose.Short(list.Text, 60)),
			En: fmt.Sprintf("%s is announced, %s are listed: %s.", number.Text, c.listed(), prose.Short(list.Text, 60)),
		},
		Marks: []vet.Mark{number, list},
	}
	switch c.Slip() {
	case Likely:
		f.Severity = vet.Warning
		p.Report(f)
	case Plain:
		p.Report(f)
	default:
		if c.Fits() {
			p.Agree(number)
		}
	}
}

// listed prints how many things the list can be read as: 4, or 4—5.
func (c Count) listed() string {
	if c.High > c.Low {
		return fmt.Sprintf("%d—%d", c.Low, c.High)
	}
	return fmt.Sprint(c.Low)
}
