// Package sample holds a plan report written for this project: a made-up
// district's report on the execution of its 2025 plan and its draft 2026 plan,
// in the full form of the genre, as plain text and as a Word file.
//
// It serves demonstrations and tests. Everything in it agrees with everything
// else except for twelve contradictions that were planted on purpose; README.md
// lists them, and expected/ holds what a reader must find in the report.
package sample

import _ "embed"

//go:generate go run ./build

// Text is the report as plain text in UTF-8. A table cell starts with a tab, a
// row ends with an empty line and a table with a second empty line.
//
//go:embed report.txt
var Text string

// Docx is the same report as a Word file, made from Text by "go generate".
//
//go:embed report.docx
var Docx []byte
