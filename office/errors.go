package office

import (
	"fmt"

	"gangmu/fault"
)

func invalid(code, zh, en string) *fault.Error {
	return &fault.Error{Kind: fault.Invalid, Code: code, Zh: zh, En: en}
}

func conflict(code, zh, en string) *fault.Error {
	return &fault.Error{Kind: fault.Conflict, Code: code, Zh: zh, En: en}
}

// ErrNotFound also answers for what the actor may not even know of.
var ErrNotFound = &fault.Error{
	Kind: fault.NotFound, Code: "not-found",
	Zh: "没有找到。可能已经改名、停用，或者地址不完整。",
	En: "Not found. It may have been renamed or closed, or the address is incomplete.",
}

// ErrReason answers a change that needs a reason and has none.
var ErrReason = invalid("reason-missing", "请写明理由：改动和理由一并留存。", "Give a reason: it is kept with the change.")

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

func tooLong(field string, most int) *fault.Error {
	return invalid("too-long", fmt.Sprintf("%s太长，最多%d个字。", field, most), fmt.Sprintf("%s is too long: at most %d characters.", field, most))
}
