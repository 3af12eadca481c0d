package crossyear

import (
	"strconv"
	"strings"

	"gangmu/extract"
	"gangmu/vet"
)

// bases are the results of last year that this report builds on: the 152家 of
// 高新技术企业由152家增加到176家. The extractor leaves their year open; here the
// value behind them tells it.
func bases(p *vet.Pass) []extract.Claim {
	var out []extract.Claim
	last := p.Plan.ExecutedYear - 1
	for i := 0; i+1 < len(p.Claims); i++ {
		c, next := p.Claims[i], p.Claims[i+1]
		if c.Table || c.Sure || !next.Sure || next.Kind != extract.ActualClaim || next.Year != p.Plan.ExecutedYear || next.Period != strconv.Itoa(next.Year) {
			continue
		}
		if c.Indicator != next.Indicator || c.Measure != next.Measure || !c.Value.Unit.Same(next.Value.Unit) || !sameLine(c, next) {
			continue
		}
		if lead, ok := before(p, c); ok && saysLastYear(lead, last) {
			c.Key, c.Kind, c.Year, c.Period, c.Sure, c.Leads = next.Key, extract.ActualClaim, last, strconv.Itoa(last), true, next.Leads
			out = append(out, c)
		}
	}
	return out
}

func sameLine(a, b extract.Claim) bool {
	return a.Span.Line == b.Span.Line && a.Span.Block == b.Span.Block
}

// before is what stands in the paragraph before a claim's first digit.
func before(p *vet.Pass, c extract.Claim) (string, bool) {
	for i := range p.Lines {
		t := p.Lines[i].Text
		s := t.Whole()
		if s.Block != c.Span.Block || s.Line != c.Span.Line {
			continue
		}
		line := []rune(t.S)
		if n := c.Span.Column - s.Column; n >= 0 && n <= len(line) {
			own, _, _ := strings.Cut(c.Text, c.Value.Value.String())
			return string(line[:n]) + own, true
		}
	}
	return "", false
}

// saysLastYear reports words that end in 由, 由上年的, 由2029年的. A bare 由 in a
// paragraph about several years leaves open which year it is.
func saysLastYear(lead string, year int) bool {
	lead = strings.TrimSuffix(lead, "的")
	if strings.HasSuffix(lead, "由") || strings.HasSuffix(lead, "从") {
		for _, w := range []string{"五年", "5年", "三年", "年均", "以来", "届", "“十"} {
			if strings.Contains(lead, w) {
				return false
			}
		}
		return true
	}
	for _, w := range []string{"上年", "上年末", "上年底", "去年", "去年底", "年初", strconv.Itoa(year) + "年", strconv.Itoa(year) + "年末"} {
		if strings.HasSuffix(lead, "由"+w) || strings.HasSuffix(lead, "从"+w) {
			return true
		}
	}
	return false
}
