package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// register is a folder of rules with the two files that list them.
func register(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"rules.go", "severities.go"} {
		data, err := os.ReadFile(filepath.Join("../rules", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestANewRuleIsWrittenAndEntered(t *testing.T) {
	dir := register(t)
	r, err := newRule("zebra-crossing", "", "info")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.write(dir); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"rules.go":                            "\t\"gangmu/vet/rules/zebracrossing\"\n)", // the last in order
		"severities.go":                       "\"zebra-crossing\":",
		"zebracrossing/zebracrossing.go":      "ID: \"zebra-crossing\"",
		"zebracrossing/zebracrossing_test.go": "zebracrossing.Rule",
		"zebracrossing/testdata/wrong.txt":    "⟦zebra-crossing⟧",
		"zebracrossing/testdata/right.txt":    "临江区",
	} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), want) {
			t.Errorf("%s does not hold %q", file, want)
		}
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "rules.go")); !strings.Contains(string(data), "\tzebracrossing.Rule,\n)") {
		t.Error("the rule is not the last of the register")
	}
	if err := r.write(dir); err == nil {
		t.Error("wrote a rule that exists")
	}
}

func TestNamesThatCannotServe(t *testing.T) {
	for _, c := range [][3]string{{"Value", "", "info"}, {"value--x", "", "info"}, {"range", "", "info"}, {"value", "", "fatal"}, {"../up", "", "info"}} {
		if r, err := newRule(c[0], c[1], c[2]); err == nil {
			t.Errorf("%v made %+v", c, r)
		}
	}
}
