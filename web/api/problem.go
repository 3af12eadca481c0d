package api

import (
	"encoding/json"
	"maps"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"gangmu/fault"
	"gangmu/render"
	"gangmu/web/internal/outcome"
)

// Problem is a failure as RFC 9457 has it. Code never changes once published.
type Problem struct {
	Type   string  `json:"type" doc:"urn:gangmu:problem: and the code"`
	Title  string  `json:"title" doc:"The status in words"`
	Status int     `json:"status"`
	Detail string  `json:"detail" doc:"What happened and what to do, in the language asked for"`
	Code   string  `json:"code" doc:"For programs"`
	Kind   string  `json:"kind" doc:"In which way it failed"`
	Zh     string  `json:"zh" doc:"The sentence in Chinese"`
	En     string  `json:"en" doc:"The sentence in English"`
	Errors []Field `json:"errors,omitempty" doc:"The fields that cannot be used"`
}

// Field is a part of the request that cannot be used.
type Field struct {
	Location string `json:"location" doc:"Such as body.date or query.limit"`
	Message  string `json:"message"`
}

// Error is the sentence.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is that of problem details.
func (p *Problem) ContentType(string) string { return problemType }

// GetHeaders are what the status asks for besides.
func (p *Problem) GetHeaders() http.Header {
	if p.Status != http.StatusUnauthorized {
		return nil
	}
	return http.Header{"Www-Authenticate": {"Bearer"}}
}

const problemType = "application/problem+json"

func newProblem(l render.Lang, f *fault.Error, status int) *Problem {
	return &Problem{
		Type: "urn:gangmu:problem:" + f.Code, Title: http.StatusText(status), Status: status,
		Detail: outcome.In(l, f), Code: f.Code, Kind: string(f.Kind), Zh: f.Zh, En: f.En,
	}
}

// Huma makes all errors through these hooks, which are its package's variables.
func init() {
	huma.DefaultArrayNullable = false
	huma.NewError = func(status int, _ string, errs ...error) huma.StatusError {
		return hummed(render.Zh, status, errs)
	}
	huma.NewErrorWithContext = func(ctx huma.Context, status int, said string, errs ...error) huma.StatusError {
		c := callerOf(ctx.Context())
		if said == "request body is required" {
			return c.problem(errNoBody)
		}
		return hummed(c.lang, status, errs)
	}
}

// problem is an error that an operation returned.
func (c caller) problem(err error) *Problem {
	f := outcome.Fault(err)
	if f.Kind == fault.Denied && c.actor.Person == "" {
		f = errNoToken
	}
	return newProblem(c.lang, f, outcome.Status(f.Kind))
}

var errNoToken = &fault.Error{
	Kind: fault.Unauthenticated, Code: "no-token",
	Zh: "需要令牌：请在“我的账号”新建一个，在请求头 Authorization 里以 Bearer 带上。",
	En: "A token is needed: make one on the page of your account and send it in the header Authorization as Bearer.",
}

var errNoBody = &fault.Error{
	Kind: fault.Invalid, Code: "empty",
	Zh: "请求没有内容（0 字节），没有改动。上传时请检查是否选错了文件。",
	En: "The request has no content (0 bytes); nothing was changed. For an upload check that it is the right file.",
}

// hummed is an error that huma found in a request itself.
func hummed(l render.Lang, status int, errs []error) *Problem {
	p := newProblem(l, ownFault(status), status)
	for _, err := range errs {
		if d, ok := err.(huma.ErrorDetailer); ok {
			detail := d.ErrorDetail()
			p.Errors = append(p.Errors, Field{Location: detail.Location, Message: detail.Message})
		}
	}
	return p
}

// ownFault is what is wrong with a request before any operation sees it.
func ownFault(status int) *fault.Error {
	if f, ok := ownFaults[status]; ok {
		return f
	}
	return ownFaults[http.StatusBadRequest]
}

var ownFaults = map[int]*fault.Error{
	http.StatusBadRequest: {
		Kind: fault.Invalid, Code: "bad-request",
		Zh: "请求读不懂，没有改动。请对照 /api/openapi.json 检查。", En: "The request cannot be read; nothing was changed. Check it against /api/openapi.json.",
	},
	http.StatusUnprocessableEntity: {
		Kind: fault.Invalid, Code: "bad-fields",
		Zh: "请求里有字段不能用，没有改动；errors 里逐项写明。", En: "Fields of the request cannot be used; nothing was changed. Errors names each.",
	},
	http.StatusNotFound: {
		Kind: fault.NotFound, Code: "no-operation",
		Zh: "没有这个接口。全部接口见 /api/openapi.json。", En: "There is no such operation. All of them are in /api/openapi.json.",
	},
	http.StatusMethodNotAllowed: {
		Kind: fault.Invalid, Code: "bad-method",
		Zh: "这个地址不支持这种请求方法，见响应头 Allow。", En: "This address does not take this method; the header Allow says which.",
	},
	http.StatusNotAcceptable: {
		Kind: fault.Invalid, Code: "not-acceptable",
		Zh: "接口只给 JSON。", En: "The API answers in JSON only.",
	},
	http.StatusRequestTimeout: {
		Kind: fault.Unavailable, Code: "too-slow",
		Zh: "请求没有按时收完，没有改动。请重试。", En: "The request did not arrive in time; nothing was changed. Try again.",
	},
	http.StatusRequestEntityTooLarge: {
		Kind: fault.TooLarge, Code: "too-large",
		Zh: "请求超过上限（文件 64 MB，其他 1 MB），没有保存。", En: "The request exceeds the limit (64 MB for files, else 1 MB); nothing was saved.",
	},
	http.StatusUnsupportedMediaType: {
		Kind: fault.Invalid, Code: "bad-media-type",
		Zh: "请求体要用 application/json，文件要用 application/octet-stream。", En: "The body must be application/json, a file application/octet-stream.",
	},
}

// writeProblem answers where huma does not.
func writeProblem(w http.ResponseWriter, p *Problem) {
	maps.Copy(w.Header(), p.GetHeaders())
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // the reader may be gone
}

// schemaName names a shape in the document: those of package render end in JSON.
func schemaName(t reflect.Type, hint string) string {
	return strings.TrimSuffix(huma.DefaultSchemaNamer(t, hint), "JSON")
}
