// Command build writes report.docx from report.txt; run it by "go generate ./sample".
package main

import (
	"log"
	"os"

	"gangmu/sample/typeset"
)

func main() {
	log.SetFlags(0)
	text, err := os.ReadFile("report.txt")
	if err != nil {
		log.Fatal(err)
	}
	docx, err := typeset.Docx(string(text))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("report.docx", docx, 0o644); err != nil {
		log.Fatal(err)
	}
}
