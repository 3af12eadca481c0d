package sarif_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"gangmu/document"
	"gangmu/document/open"
	"gangmu/extract"
	"gangmu/render"
	"gangmu/render/sarif"
	"gangmu/vet"
	"gangmu/vet/rules"
	"gangmu/vet/vettest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	doc, result := vettest.Vetted(t)
	got := write(t, render.Vetted{File: "草稿/draft 1.txt", Document: doc, Result: result})
	path := filepath.Join("testdata", "draft.sarif")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("-want +got; if the change is meant, run go test ./render/sarif -update\n%s", diff)
	}
}

// Everything that is written is valid against the schema of the standard (OASIS,
// SARIF 2.1.0 errata 01).
func TestValid(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("testdata", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, result := vettest.Vetted(t)
	made := render.Vetted{File: "/drafts/draft.txt", Document: doc, Result: result}
	text, docx := sample(t, "report.txt"), sample(t, "report.docx")
	for name, all := range map[string][]render.Vetted{
		"nothing": nil, "made up": {made}, "text": {text}, "docx": {docx}, "all": {made, text, docx},
	} {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(write(t, all...)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the schema does not say: results refer to their rules, and a place has
// both an artifact and, within it, a region or a block.
func TestResultsAreWhole(t *testing.T) {
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine int }
					}
					LogicalLocations []struct{ FullyQualifiedName string }
				}
			}
		}
	}
	if err := json.Unmarshal(write(t, sample(t, "report.txt"), sample(t, "report.docx")), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Results) < 20 || len(run.Tool.Driver.Rules) != len(rules.All) {
		t.Fatalf("%d results, %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("rule %d is not %s", r.RuleIndex, r.RuleID)
		}
		if len(r.Locations) == 0 {
			t.Errorf("%s: no place", r.RuleID)
		}
		for _, l := range r.Locations {
			inText := l.PhysicalLocation.ArtifactLocation.URI == "report.txt"
			if (l.PhysicalLocation.Region != nil) != inText || (len(l.LogicalLocations) == 1) == inText {
				t.Errorf("%s: place %+v", r.RuleID, l)
			}
		}
	}
}

func write(t *testing.T, all ...render.Vetted) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sarif.Write(&b, all, "1.2.3", render.Zh); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sample is the built-in report with what all rules say of it.
func sample(t *testing.T, file string) render.Vetted {
	t.Helper()
	doc, err := open.ReadFile(context.Background(), filepath.Join("..", "..", "sample", file), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := extract.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	result, err := vet.Run(context.Background(), vet.NewReading(file, doc, r), nil, rules.All)
	if err != nil {
		t.Fatal(err)
	}
	return render.Vetted{File: file, Document: doc, Result: result}
}
