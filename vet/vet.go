// Package vet finds the places where a plan report contradicts itself.
//
// It is the framework: what a rule is, what it sees, what it says, and how many
// rules run together. The rules themselves live in the packages below rules/,
// one small file each. Nothing here guesses: a rule that cannot be sure stays
// silent, a link that is weak may only raise an info, and every finding shows
// both sides and its arithmetic. No network, no clock, no tolerance.
package vet

import (
	"gangmu/document"
	"gangmu/extract"
	"gangmu/plan"
	"gangmu/span"
)

// Severity is how much a finding asks of its reader.
type Severity string

const (
	Error   Severity = "error"   // 必须改: two statements cannot both stand, or a plain defect of the text
	Warning Severity = "warning" // 请核实: probably a defect, or it needs an explanation in the report
	Info    Severity = "info"    // 提示: worth a look
)

// Rule is one check.
type Rule struct {
	ID       string // stable: value-mismatch
	Severity Severity
	Since    string // the version that brought it
	Doc      Doc
	Run      func(*Pass) error
}

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
	Document *document.Document
	Plan     *plan.Plan
	Lines    []extract.Line
	Claims   []extract.Claim // of prose and of tables

	rule     *Rule
	findings []Finding
}

// Finding is one contradiction or defect. One root cause makes one finding.
type Finding struct {
	Rule     string
	Severity Severity
	Message  Words
	Marks    []Mark // the subject first, then the evidence
	Fix      string // what the subject should read, where that is certain
}

// Role says what a mark is to its finding.
type Role string

const (
	Subject  Role = "subject"
	Evidence Role = "evidence"
)

// Mark is a place of the report with the words that stand there.
type Mark struct {
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
