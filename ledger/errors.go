package ledger

import (
	"fmt"

	"gangmu/fault"
)

// ErrClosed answers commands that come after Close.
var ErrClosed = &fault.Error{
	Kind: fault.Unavailable, Code: "ledger-closed",
	Zh: "系统正在停机，没有保存。请稍后重试。",
	En: "The program is stopping; nothing was saved. Try again in a moment.",
}

// ErrNotDone answers a command whose transaction failed: nothing of it stays.
var ErrNotDone = &fault.Error{
	Kind: fault.Unavailable, Code: "not-saved",
	Zh: "没有保存：数据库没有完成写入。数据没有改动，请稍后重试；仍不行，请系统管理员运行 gangmu doctor。",
	En: "Not saved: the database did not finish writing. Nothing was changed. Try again; if it stays, let the administrator run gangmu doctor.",
}

// ErrUnknown answers a command whose commit broke off: it may stand or not.
var ErrUnknown = &fault.Error{
	Kind: fault.Unavailable, Code: "outcome-unknown",
	Zh: "提交时与数据库的连接中断，不能确定是否已保存。请先查看是否已经生效，再决定要不要重做。",
	En: "The connection broke while committing, so it is not known whether this was saved. Look whether it took effect before doing it again.",
}

// ErrPanic answers a command that broke in the program itself.
var ErrPanic = &fault.Error{
	Kind: fault.Internal, Code: "internal",
	Zh: "程序出错，没有保存，数据没有改动。请联系系统管理员。",
	En: "The program failed; nothing was saved or changed. Tell the system administrator.",
}

func cannotOpen(cause error) error {
	return &fault.Error{
		Kind: fault.Unavailable, Code: "database-unavailable",
		Zh:    "数据库打不开。请检查 --db 和 --data 是否正确、数据库是否在运行、目录是否可写、磁盘是否已满。",
		En:    "The database cannot be opened. Check --db and --data, that the database runs, the folder is writable and the disk is not full.",
		Cause: cause,
	}
}

func badDraft(what string) error {
	return &fault.Error{
		Kind: fault.Invalid, Code: "bad-event",
		Zh: "要记录的内容不合要求（" + what + "），没有保存。",
		En: "What was to be recorded is not acceptable (" + what + "); nothing was saved.",
	}
}

func unreadablePayload(e Event, cause error) error {
	return &fault.Error{
		Kind: fault.Internal, Code: "event-unreadable",
		Zh:    fmt.Sprintf("第%d号事件（%s）读不懂，可能由更新的版本写入。请升级程序。", e.Seq, e.Kind),
		En:    fmt.Sprintf("Event %d (%s) cannot be read; a newer version may have written it. Upgrade the program.", e.Seq, e.Kind),
		Cause: cause,
	}
}
