// Command newrule makes the files of a new check and enters it in the register:
//
//	go run ./vet/newrule [-severity error|warning|info] [-package NAME] ID
//
// It writes vet/rules/NAME with the rule's value and page, its test and its two
// sample files, and adds it to vet/rules/rules.go and severities.go. What it
// writes compiles; the new rule's test fails until the rule finds something.
// It changes nothing when the rule exists already.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	severity := flag.String("severity", "warning", "what a finding usually asks of its reader: error, warning, info")
	pkg := flag.String("package", "", "the package's name, where the id without hyphens does not serve")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	r, err := newRule(flag.Arg(0), *pkg, *severity)
	if err == nil {
		err = r.write("vet/rules")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(1)
	}
	fmt.Printf("vet/rules/%s: write the rule and its page, then the samples in testdata; go test ./vet/rules/...\n", r.Package)
}
