// Package api is the service for programs: JSON under /api, described by OpenAPI
// 3.1 at /api/openapi.json.
//
// It decides addresses, the shapes of requests and answers, and how a failure is
// told (problem details, RFC 9457). It decides nothing about rights and nothing
// about what is sound: each operation is one command or query of package office,
// which asks the same as for a page.
//
// A program sends the token of a person (Authorization: Bearer) and may then do
// what that person may; without one it is the public. Cookies do not count here, so
// no page of another site can use somebody's sign-in. Changing passwords, second
// factors and tokens is left out: that is for the person himself, on pages.
//
// Lists come in pages of at most limit entries; next is what to send as after for
// the page behind. Lists are never null. Where a change could overwrite somebody
// else's, it names the event up to which its maker looked: the ETag of what was
// read, sent back as If-Match or as based_on.
package api

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"gangmu/office"
)

// Config is what the API works with.
type Config struct {
	Office  *office.Office
	Version string                     // of the program
	Origin  func(*http.Request) string // the address that a request comes from
	Log     *slog.Logger
}

// API answers requests below /api/.
type API struct {
	Config
	mux  *http.ServeMux
	huma huma.API
}

// Limits of request bodies in bytes, and of the time in which a file arrives.
const (
	largestBody   = 1 << 20
	largestFile   = 64 << 20
	longestUpload = 10 * time.Minute
)

// New is the API over an office.
func New(c Config) *API {
	a := &API{Config: c, mux: http.NewServeMux()}
	a.huma = humago.New(a.mux, huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info:    &huma.Info{Title: "纲目 Gangmu", Version: c.Version, Description: about},
			Components: &huma.Components{
				Schemas: huma.NewMapRegistry("#/components/schemas/", schemaName),
				SecuritySchemes: map[string]*huma.SecurityScheme{
					tokenScheme: {Type: "http", Scheme: "bearer", Description: "A token that a person made on the page of his account."},
				},
			},
			Tags: tags,
		},
		OpenAPIPath:                  "/api/openapi",
		Formats:                      huma.DefaultFormats,
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
	})
	a.huma.UseMiddleware(a.identify)
	for _, register := range []func(){a.plans, a.indicators, a.changes, a.drafts, a.readings, a.units, a.people, a.audit} {
		register()
	}
	return a
}

const about = `The annual plan of a district as data: adopted plans, targets and results with their history, drafts and what the checks say of them.

Figures are texts with their printed digits. Times are RFC 3339 in UTC, days are YYYY-MM-DD. seq and as_of are numbers of events in the ledger: the state as of any of them can be asked for. Sentences are Chinese, or English with "Accept-Language: en".`

var tags = []*huma.Tag{
	{Name: "plans", Description: "Adopted plans, their indicators, targets and results"},
	{Name: "drafts", Description: "Reports in the making: upload, findings, what was read"},
	{Name: "people", Description: "Units and people"},
	{Name: "audit", Description: "Who did what"},
}

const tokenScheme = "token"

// operation describes one operation. Needs is the right that the office will ask
// for; it only documents.
type operation struct {
	id, method, path string
	tag, summary     string
	needs            office.Action
	status           int    // of success, default 200
	open             bool   // also without a token, for what is published
	body             int64  // most bytes, default largestBody
	slow             bool   // the body may take long to arrive
	errors           []int  // that are particular to it
	document         string // the answer is such a document, not a shape of ours
}

// add registers an operation with what answers it.
func add[I, O any](a *API, op operation, answer func(context.Context, office.Actor, *I) (*O, error)) {
	h := huma.Operation{
		OperationID: op.id, Method: op.method, Path: "/api" + op.path, Summary: op.summary, Tags: []string{op.tag},
		DefaultStatus: op.status, MaxBodyBytes: op.body,
		Security:   []map[string][]string{{tokenScheme: {}}},
		Extensions: map[string]any{"x-right": string(op.needs)},
		Errors:     []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound},
	}
	if op.method != http.MethodGet {
		h.Errors = append(h.Errors, http.StatusConflict, http.StatusRequestEntityTooLarge)
	}
	if h.MaxBodyBytes == 0 {
		h.MaxBodyBytes = largestBody
	}
	if op.open {
		h.Security = append(h.Security, map[string][]string{})
	}
	h.Errors = append(h.Errors, op.errors...)
	if op.slow {
		h.BodyReadTimeout = longestUpload
	}
	if op.document != "" {
		h.Responses = map[string]*huma.Response{"200": {
			Description: op.document,
			Content:     map[string]*huma.MediaType{"application/json": {Schema: &huma.Schema{Type: huma.TypeObject, Description: op.document}}},
		}}
	}
	huma.Register(a.huma, h, func(ctx context.Context, in *I) (*O, error) {
		c := callerOf(ctx)
		out, err := answer(ctx, c.actor, in)
		if err != nil {
			return nil, a.failed(h.OperationID, c, err)
		}
		return out, nil
	})
}

// failed is what an operation's error is to the caller; a defect of ours is logged.
func (a *API) failed(operation string, c caller, err error) error {
	p := c.problem(err)
	if p.Status >= http.StatusInternalServerError {
		a.Log.Error("request failed", "operation", operation, "code", p.Code, "error", err)
	}
	return p
}

// ServeHTTP answers what no operation does with problem details, too.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, pattern := a.mux.Handler(r); pattern != "" {
		a.mux.ServeHTTP(w, r)
		return
	}
	seen := &refusal{header: http.Header{}}
	a.mux.ServeHTTP(seen, r)
	if allow := seen.header.Get("Allow"); allow != "" {
		w.Header().Set("Allow", allow)
	}
	writeProblem(w, newProblem(languageOf(r.Header.Get("Accept-Language")), ownFault(seen.status), seen.status))
}

// refusal takes the mux's own answer to a request that nothing answers.
type refusal struct {
	header http.Header
	status int
}

func (r *refusal) Header() http.Header         { return r.header }
func (r *refusal) WriteHeader(status int)      { r.status = status }
func (r *refusal) Write(b []byte) (int, error) { return len(b), nil }
