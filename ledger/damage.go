package ledger

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// Damage is one place where the ledger is not what was committed. From and To are
// the events among which it lies, both included, 0 when it concerns no event.
type Damage struct {
	Code     string
	From, To int64
	Zh, En   string
}

// Report is what Verify found.
type Report struct {
	Events int64     // how many were read
	Root   tlog.Hash // of all of them; only of meaning without damage
	Files  int64     // how many were compared with their names
	// Signed is how many of the events the outside checkpoint covers. Without
	// one nobody can see whether events at the end were cut off.
	Signed int64
	// StrangeSigner: the outside checkpoint was signed by a key that this ledger
	// never used; its size and root were compared all the same.
	StrangeSigner bool
	Damages       []Damage // the first of them, at most maxDamages
	More          int      // how many further ones
}

// Sound reports whether nothing is wrong.
func (r *Report) Sound() bool { return len(r.Damages) == 0 }

// maxDamages bounds the report of a ledger that was replaced as a whole.
const maxDamages = 50

func (r *Report) damage(d Damage) {
	if len(r.Damages) == maxDamages {
		r.More++
		return
	}
	r.Damages = append(r.Damages, d)
}

func changed(seq int64) Damage {
	return Damage{"event-changed", seq, seq,
		fmt.Sprintf("第%d号事件的内容被改动，与写入时的散列不符。", seq),
		fmt.Sprintf("Event %d was changed: it does not have the hash that was written with it.", seq)}
}

func changedAmong(from, to int64) Damage {
	return Damage{"hash-changed", from, to,
		fmt.Sprintf("第%d至%d号事件中有改动：它们的散列合起来与写入时不符。", from, to),
		fmt.Sprintf("Something among events %d to %d was changed: their hashes together are not what was written.", from, to)}
}

func dropped(from, to int64) Damage {
	return Damage{"event-missing", from, to,
		fmt.Sprintf("缺少第%d至%d号事件，已被删除。", from, to),
		fmt.Sprintf("Events %d to %d are missing: they were deleted.", from, to)}
}

func unreadable(after int64, cause error) Damage {
	return Damage{"unreadable", after + 1, after + 1,
		fmt.Sprintf("第%d号事件之后读不下去，数据库文件已损坏（%v）。", after, cause),
		fmt.Sprintf("Nothing can be read after event %d: the database is corrupt (%v).", after, cause)}
}

func rewritten(from, to int64) Damage {
	return Damage{"rewritten", from, to,
		fmt.Sprintf("第%d至%d号事件中有改写：根散列与第%d号处签名的检查点不符。", from, to, to),
		fmt.Sprintf("Something among events %d to %d was rewritten: the root is not that of the checkpoint signed at %d.", from, to, to)}
}

func cut(from, to int64) Damage {
	return Damage{"tail-cut", from, to,
		fmt.Sprintf("检查点签到第%d号，账本里却没有第%d至%d号：末尾被截去。", to, from, to),
		fmt.Sprintf("The checkpoint covers %d events, but events %d to %d are not there: the tail was cut off.", to, from, to)}
}

func badCheckpoint(size int64) Damage {
	return Damage{"checkpoint-changed", size, size,
		fmt.Sprintf("第%d号处存的检查点被改动，或不是本账本的密钥所签。", size),
		fmt.Sprintf("The checkpoint kept at %d was changed, or was not signed by a key of this ledger.", size)}
}

func changedFile(hash string) Damage {
	return Damage{"file-changed", 0, 0,
		fmt.Sprintf("文件 %.12s… 的内容被改动。", hash),
		fmt.Sprintf("The content of file %.12s… was changed.", hash)}
}

func corruptFile(what string) Damage {
	return Damage{"database-corrupt", 0, 0,
		fmt.Sprintf("数据库文件损坏：%s。", what),
		fmt.Sprintf("The database file is corrupt: %s.", what)}
}
