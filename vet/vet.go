// Package vet finds the places where a plan report contradicts itself.
//
// It is the framework: what a rule is, what it sees, what it says, and how many
// rules run together. The rules themselves live in the packages below rules/,
// one small file each. Nothing here guesses: a rule that cannot be sure stays
// silent, a link that is weak may only raise an info, and every finding shows
// both sides and its arithmetic. No network, no clock, no tolerance.
package vet

import (
	"slices"

	"gangmu/document"
	"gangmu/span"
)

// Severity is how much a finding asks of its reader.
type Severity string

const (
	Error   Severity = "error"   // 必须改: two statements cannot both stand, or a plain defect of the text
	Warning Severity = "warning" // 请核实: probably a defect, or it needs an explanation in the report
	Info    Severity = "info"    // 提示: worth a look
)

// Rank orders severities: 0 for errors, more for what asks less, -1 for none of
// them.
func (s Severity) Rank() int { return slices.Index([]Severity{Error, Warning, Info}, s) }

// Rule is one check.
type Rule struct {
	ID       string // stable: value-mismatch
	Severity Severity
	Since    string // the version that brought it
	Doc      Doc
	Requires Need // without all of it the rule is not run
	Run      func(*Pass) error
}

// Need is what a report must hold for a rule to have anything to check.
type Need uint8

const (
	Indicators Need = 1 << iota // a table of indicators
	Projects                    // projects in boxes or tables
	Livelihood                  // livelihood items
	Terms                       // a glossary
	Earlier                     // last year's report beside this one
)

// Doc is a rule's page, in both languages.
type Doc struct {
	Title     Words
	What      Words // what it checks
	Why       Words
	Authority string // the norm it rests on, by number; may be empty
	Silent    Words  // what looks like a fault and is none
	Wrong     string // an example that it finds, and
	Right     string // the same put right
}

// Words are a text in Chinese and English.
type Words struct{ Zh, En string }

// Pass is what a rule sees of one report, and where it says what it found.
type Pass struct {
	*Reading
	// Earlier is last year's report of the same place, where it is at hand. Marks
	// in it carry its file's name.
	Earlier *Reading

	rule     *Rule
	findings []Finding
	agreed   []Mark
}

// Finding is one contradiction or defect. One root cause makes one finding.
type Finding struct {
	Rule     string
	Severity Severity
	Message  Words
	Marks    []Mark  // the subject first, then the evidence
	Values   []Value // the numbers that do not fit, in the order of the message
	Basis    Words   // the arithmetic, where the message does not hold it: 2.45 → 2.5 ≠ 2.4
	Fix      string  // what the subject should read, where that is certain

	// Run and what follows it fill these in.
	Fingerprint string      // names the same contradiction in every draft
	Accepted    *Acceptance // why it may stand; nil where nobody said so
	Known       bool        // the baseline has it
}

// Open reports a finding that still asks something of its reader.
func (f Finding) Open() bool { return f.Accepted == nil && !f.Known }

// Value is a number of a finding: as printed, and what it admits.
type Value struct {
	Text     string `json:"text"`               // 2.45%
	Interval string `json:"interval,omitempty"` // [2.445, 2.455); empty where the number is exact
}

// Role says what a mark is to its finding.
type Role string

const (
	Subject  Role = "subject"
	Evidence Role = "evidence"
)

// Mark is a place of the report with the words that stand there.
type Mark struct {
	File string // of another report than the one that is checked; else empty
	Span span.Span
	Text string
	Role Role
}

// At marks t.S[start:end].
func At(t document.Text, start, end int, role Role) Mark {
	return Mark{Span: t.Span(start, end), Text: t.S[start:end], Role: role}
}

// Report files a finding of the running rule, with its usual severity unless f
// has another.
func (p *Pass) Report(f Finding) {
	f.Rule = p.rule.ID
	if f.Severity == "" {
		f.Severity = p.rule.Severity
	}
	p.findings = append(p.findings, f)
}

// Agree says that the statements at marks were set against each other and fit.
// Coverage counts their numbers as checked.
func (p *Pass) Agree(marks ...Mark) { p.agreed = append(p.agreed, marks...) }
