package rules_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"gangmu/vet"
	"gangmu/vet/rules/arithmetic"
	"gangmu/vet/rules/comparatormismatch"
	"gangmu/vet/rules/levelgrowth"
	"gangmu/vet/rules/targetmismatch"
	"gangmu/vet/rules/valuemismatch"
	"gangmu/vet/vettest"
)

var zz = []*vet.Rule{valuemismatch.Rule, targetmismatch.Rule, comparatormismatch.Rule, arithmetic.Rule, levelgrowth.Rule}

func TestZZ(t *testing.T) {
	n, chars := 0, 0
	for _, f := range strings.Split(os.Getenv("CLF"), "\n") {
		if f == "" {
			continue
		}
		b, _ := os.ReadFile(f)
		chars += utf8.RuneCount(b)
		for _, x := range vettest.Findings(t, string(b), zz...) {
			n++
			fmt.Printf("%s %s %s\n", f[strings.LastIndex(f, "/")+1:], x.Rule, x.Message.Zh)
			for _, m := range x.Marks {
				fmt.Printf("      %d:%d %q\n", m.Span.Line, m.Span.Column, m.Text)
			}
		}
	}
	fmt.Println(n, "findings in", chars, "chars")
}
