package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"gangmu/office"
)

// shapes checks answers against the document that describes them.
type shapes struct{ *jsonschema.Compiler }

func (w *world) shapes() shapes {
	w.t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(w.ask(office.Public, "GET", "/api/openapi.json", nil).body))
	ok(w.t, err)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020) // as OpenAPI 3.1
	ok(w.t, c.AddResource("openapi.json", doc))
	return shapes{c}
}

// check holds an answer against the schema of its operation and status.
func (s shapes) check(t *testing.T, op operationDoc, a answer) {
	t.Helper()
	if a.body == "" {
		return
	}
	mediaType, _, _ := strings.Cut(a.header.Get("Content-Type"), ";")
	escape := strings.NewReplacer("~", "~0", "/", "~1").Replace
	at := fmt.Sprintf("openapi.json#/paths/%s/%s/responses/%d/content/%s/schema", escape(op.Path), strings.ToLower(op.Method), a.status, escape(mediaType))
	schema, err := s.Compile(at)
	if err != nil {
		t.Errorf("%s: %v", op.ID, err)
		return
	}
	body, err := jsonschema.UnmarshalJSON(strings.NewReader(a.body))
	ok(t, err)
	if err := schema.Validate(body); err != nil {
		t.Errorf("%s %d: %v", op.ID, a.status, err)
	}
}

// The document: every operation has a name of its own, a summary, a right that
// exists and answers; every schema is one; and a golden of what there is.
func TestDocument(t *testing.T) {
	w := newWorld(t)
	a := w.ask(office.Public, "GET", "/api/openapi.json", nil)
	if ct := a.header.Get("Content-Type"); ct != "application/openapi+json" {
		t.Error(ct)
	}
	doc := a.is(t, 200)
	if v := doc["openapi"]; v != "3.1.0" {
		t.Error(v)
	}
	schemas := doc["components"].(map[string]any)["schemas"].(map[string]any)
	s := w.shapes()
	for name := range schemas {
		if _, err := s.Compile("openapi.json#/components/schemas/" + name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	var b strings.Builder
	ids := map[string]bool{}
	known := map[string]bool{}
	for _, act := range office.Actions {
		known[string(act)] = true
	}
	for _, op := range w.operations() {
		o := doc["paths"].(map[string]any)[op.Path].(map[string]any)[strings.ToLower(op.Method)].(map[string]any)
		if ids[op.ID] || op.ID == "" || o["summary"] == "" || !known[op.Right] || len(o["tags"].([]any)) != 1 {
			t.Errorf("%+v", op)
		}
		ids[op.ID] = true
		fmt.Fprintf(&b, "%-4s %-52s %s\n", op.Method, op.Path, op.ID)
	}
	golden(t, "paths.txt", b.String())
	if refs := bytes.Count([]byte(a.body), []byte(`"$ref":"`)); refs < 20 {
		t.Errorf("only %d references: the shapes are not named", refs)
	}
	if json.Valid([]byte(a.body)) && len(a.body) > 200_000 {
		t.Errorf("%d bytes", len(a.body))
	}
}
