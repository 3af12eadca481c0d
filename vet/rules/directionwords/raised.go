package directionwords

import (
	"fmt"
	"strings"

	"gangmu/extract"
	"gangmu/quantity"
	"gangmu/vet"
)

// raised holds 提升至2.45%, said of the planned year, against last year's result of
// the same indicator, which must be lower; the reverse for 降至.
func raised(p *vet.Pass) {
	type fact struct {
		key     string
		measure extract.ClaimMeasure
	}
	results := map[fact][]extract.Claim{}
	for _, c := range p.Claims {
		if c.Sure && c.Known() && c.Kind == extract.ActualClaim && c.Year == p.Plan.ExecutedYear && c.Year > 0 && len(c.Period) == len("2030") {
			results[fact{c.Key, c.Measure}] = append(results[fact{c.Key, c.Measure}], c)
		}
	}
	for _, c := range p.Claims {
		if c.Table || !c.Sure || c.Kind != extract.TargetClaim || c.Year != p.Plan.ExecutedYear+1 || c.Measure == extract.Growth || c.Measure == extract.Points {
			continue
		}
		rises, ok := moves(c.Text)
		last := results[fact{c.Key, c.Measure}]
		if from, single := oneOf(last); ok && single {
			against(p, c, from, rises)
		}
	}
}

// oneOf is the one result that all claims state; a table's, where they differ.
func oneOf(cs []extract.Claim) (extract.Claim, bool) {
	for _, c := range cs {
		if c.Table {
			return c, c.Value.Op == quantity.Equal
		}
	}
	for _, c := range cs {
		if d, ok := compare(c.Value, cs[0].Value); !ok || d != 0 || c.Value.Op != quantity.Equal {
			return extract.Claim{}, false
		}
	}
	if len(cs) == 0 {
		return extract.Claim{}, false
	}
	return cs[0], true
}

// moves reads a verb that says from where a value comes: 提升至2.45%.
func moves(text string) (rises, ok bool) {
	for i, words := range [][]string{up, down} {
		for _, w := range words {
			if strings.HasPrefix(text, w+"到") || strings.HasPrefix(text, w+"至") {
				return i == 0, true
			}
		}
	}
	return false, false
}

func against(p *vet.Pass, c, last extract.Claim, rises bool) {
	d, ok := compare(c.Value, last.Value)
	if !ok || c.Value.Op == quantity.About {
		return
	}
	marks := []vet.Mark{{Span: c.Span, Text: c.Text, Role: vet.Subject}, {Span: last.Span, Text: last.Text, Role: vet.Evidence}}
	if d > 0 && rises || d < 0 && !rises {
		p.Agree(marks...)
		return
	}
	how, howEn := "已经是这个数", "is that already"
	if d != 0 {
		how, howEn = map[bool]string{true: "已经高于这个数", false: "已经低于这个数"}[rises], "is past that already"
	}
	p.Report(vet.Finding{
		Message: vet.Words{
			Zh: fmt.Sprintf("%s：%d年要“%s”，而%d年实绩为%s，%s。", c.Indicator, c.Year, c.Text, last.Year, last.Value, how),
			En: fmt.Sprintf("%s: %s in %d, but the result of %d, %s, %s.", c.Indicator, c.Text, c.Year, last.Year, last.Value, howEn),
		},
		Marks:  marks,
		Values: []vet.Value{{Text: c.Value.String()}, {Text: last.Value.String()}},
	})
}
