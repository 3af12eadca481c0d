package office

import (
	"database/sql"
	"fmt"

	"gangmu/fault"
	"gangmu/office/internal/form"
	"gangmu/office/internal/query"
)

// The words for errors and the ways to read that all files here share.
var (
	invalid  = form.Invalid
	conflict = form.Conflict
	tooLong  = form.TooLong
	tidy     = form.Tidy
	named    = form.Named
	reasoned = form.Reasoned
	day      = form.Day

	one        = query.One
	texts      = query.Text
	fromMicros = query.Micros
	jsonText   = query.JSON
	exec       = query.Exec
	applyEach  = query.Each
)

const (
	maxName   = form.MaxName
	maxTitle  = form.MaxTitle
	maxReason = form.MaxReason
)

type querier = query.Querier

func list[T any](q querier, scan func(*sql.Rows) (T, error), text string, args ...any) ([]T, error) {
	return query.List(q, scan, text, args...)
}

// ErrNotFound also answers for what the actor may not even know of.
var ErrNotFound = query.ErrNone

// ErrReason answers a change that needs a reason and has none.
var ErrReason = form.ErrReason

// errStale answers a change of what somebody else has changed meanwhile.
var errStale = &fault.Error{
	Kind: fault.Stale, Code: "changed-meanwhile",
	Zh: "刚刚有人改过，您看到的不是最新的，没有改动。请刷新后核对，再提交。",
	En: "Somebody changed it since you looked; nothing was changed. Load it anew, look, and send again.",
}

func denied(act Action) *fault.Error {
	n := act.Name()
	return &fault.Error{
		Kind: fault.Denied, Code: "denied",
		Zh: fmt.Sprintf("您没有“%s”的权限，没有改动。需要时请安全管理员授予角色。", n.Zh),
		En: fmt.Sprintf("You may not do this (%s); nothing was changed. Ask the security administrator for a role.", n.En),
	}
}
