package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"go/format"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"
)

//go:embed template
var templates embed.FS

// rule is what the files of a new rule are made from.
type rule struct {
	ID, Package string
	Level       string // the Go name of its severity
}

var idForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

func newRule(id, pkg, severity string) (rule, error) {
	level, ok := map[string]string{"error": "Error", "warning": "Warning", "info": "Info"}[severity]
	if pkg == "" {
		pkg = strings.ReplaceAll(id, "-", "")
	}
	switch {
	case !idForm.MatchString(id):
		return rule{}, fmt.Errorf("%q is no id: lower case words with hyphens, as value-mismatch", id)
	case !ok:
		return rule{}, fmt.Errorf("%q is no severity: error, warning or info", severity)
	case !token.IsIdentifier(pkg):
		return rule{}, fmt.Errorf("%q is no name for a package; give another with -package", pkg)
	}
	return rule{ID: id, Package: pkg, Level: level}, nil
}

// write makes the folder below dir, the folder of all rules, and enters the rule.
func (r rule) write(dir string) error {
	register, err := edited(filepath.Join(dir, "rules.go"),
		insertion{"import (", fmt.Sprintf("\"gangmu/vet/rules/%s\"", r.Package)},
		insertion{"graded(\n", r.Package + ".Rule,"})
	if err != nil {
		return err
	}
	severities, err := edited(filepath.Join(dir, "severities.go"),
		insertion{"= map[", fmt.Sprintf("%q: vet.%s,", r.ID, r.Level)})
	if err != nil {
		return err
	}
	home := filepath.Join(dir, r.Package)
	if err := os.Mkdir(home, 0o777); err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(home, "testdata"), 0o777); err != nil {
		return err
	}
	for from, to := range map[string]string{
		"rule.go.tmpl": r.Package + ".go", "rule_test.go.tmpl": r.Package + "_test.go",
		"wrong.txt": "testdata/wrong.txt", "right.txt": "testdata/right.txt",
	} {
		if err := r.fill(from, filepath.Join(home, to)); err != nil {
			return err
		}
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "rules.go"), register, 0o666),
		os.WriteFile(filepath.Join(dir, "severities.go"), severities, 0o666))
}

// fill writes a template with the rule's names in it.
func (r rule) fill(name, to string) error {
	t, err := template.ParseFS(templates, "template/"+name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, r); err != nil {
		return err
	}
	return os.WriteFile(to, b.Bytes(), 0o666)
}

// insertion is a line that goes to the end of the list that begins with after.
type insertion struct{ after, line string }

// edited is a Go file with lines inserted, formatted. A line that stands there
// already is an error.
func edited(file string, all ...insertion) ([]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	src := string(data)
	for _, in := range all {
		if strings.Contains(src, in.line) {
			return nil, fmt.Errorf("%s has %s already", file, in.line)
		}
		start := strings.Index(src, in.after)
		end := -1
		if start >= 0 {
			end = endOfList(src, start)
		}
		if end < 0 {
			return nil, fmt.Errorf("%s: no list begins with %q", file, in.after)
		}
		src = src[:end] + "\t" + in.line + "\n" + src[end:]
	}
	return format.Source([]byte(src))
}

// endOfList is where the line of the closing bracket begins that is the first to
// stand in the first column behind start.
func endOfList(src string, start int) int {
	for i := start; i < len(src); {
		next := strings.IndexByte(src[i:], '\n')
		if next < 0 {
			return -1
		}
		if i += next + 1; i < len(src) && (src[i] == ')' || src[i] == '}') {
			return i
		}
	}
	return -1
}
