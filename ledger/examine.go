package ledger

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Finding is one thing that is wrong with an installation, and how to mend it.
type Finding struct {
	Code   string
	Zh, En string
}

// Examine looks at the running order of a ledger, not at its content (that is
// Verify): what would hinder the next start, or weaken its guards. It changes
// nothing. A database that cannot be reached is an error.
func (l *Ledger) Examine(ctx context.Context, now time.Time) ([]Finding, error) {
	if err := l.read.PingContext(ctx); err != nil {
		return nil, cannotOpen(err)
	}
	var found []Finding
	for _, check := range []func(context.Context, time.Time) (*Finding, error){
		l.checkEmpty, l.checkGuards, l.checkProjections, l.checkClock, l.checkLanguage,
	} {
		f, err := check(ctx, now)
		if err != nil {
			return found, err
		}
		if f != nil {
			found = append(found, *f)
		}
		if f != nil && f.Code == "empty" {
			break // nothing else can be asked
		}
	}
	return found, nil
}

// count is the one number that a query answers.
func count(ctx context.Context, db *sql.DB, query string, args ...any) (n int64, err error) {
	err = db.QueryRowContext(ctx, query, args...).Scan(&n)
	return n, err
}

func (l *Ledger) checkEmpty(ctx context.Context, _ time.Time) (*Finding, error) {
	tables := `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'event'`
	if l.engine.Name == postgres.Name {
		tables = `SELECT count(*) FROM information_schema.tables WHERE table_name = 'event' AND table_schema = current_schema()`
	}
	n, err := count(ctx, l.read, tables)
	if err != nil || n > 0 {
		return nil, err
	}
	return &Finding{"empty", "数据库里还没有账本。运行 gangmu serve 会建立一个。",
		"There is no ledger in the database yet. gangmu serve makes one."}, nil
}

func (l *Ledger) checkGuards(ctx context.Context, _ time.Time) (*Finding, error) {
	query, want := `SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND (name LIKE 'event_no_%' OR name LIKE 'checkpoint_no_%' OR name LIKE 'blob_no_%')`, int64(5)
	if l.engine.Name == postgres.Name {
		query, want = `SELECT count(*) FROM pg_trigger WHERE tgname IN ('event_guard', 'checkpoint_guard', 'blob_guard') AND tgenabled <> 'D'`, 3
	}
	n, err := count(ctx, l.read, query)
	if err != nil || n >= want {
		return nil, err
	}
	return &Finding{"guards",
		"数据库里防止改写账本的触发器少了或被停用。请查明是谁所为，运行 gangmu verify，再按 docs/operations.md 重建。",
		"Triggers that keep the ledger from being changed are missing or disabled. Find out who did that, run gangmu verify, and restore them as docs/operations.md says."}, nil
}

func (l *Ledger) checkProjections(ctx context.Context, _ time.Time) (*Finding, error) {
	for _, m := range l.modules {
		for _, p := range m.Projections {
			n, err := count(ctx, l.read, `SELECT count(*) FROM projection WHERE name = $1 AND version = $2`, p.Name, p.Version)
			if err != nil {
				return nil, err
			}
			if n == 0 {
				return &Finding{"projection-stale",
					fmt.Sprintf("数据表 %s 由别的程序版本生成，下次启动 gangmu serve 时会自动重建，启动会慢一些。", p.Name),
					fmt.Sprintf("The tables of %s were filled by another version; the next start of gangmu serve fills them anew and takes longer.", p.Name)}, nil
			}
		}
	}
	return nil, nil
}

func (l *Ledger) checkClock(ctx context.Context, now time.Time) (*Finding, error) {
	for e, err := range l.Events(ctx, Filter{Newest: true, Limit: 1}) {
		if err != nil {
			return nil, err
		}
		if ahead := e.At.Sub(now); ahead > time.Minute {
			return &Finding{"clock",
				fmt.Sprintf("本机时钟比最后一条事件慢%s。请校准时钟（NTP）。", ahead.Round(time.Second)),
				fmt.Sprintf("This machine's clock is %s behind the last event. Set it right (NTP).", ahead.Round(time.Second))}, nil
		}
	}
	return nil, nil
}

// checkLanguage: names sort by bytes in SQLite; PostgreSQL sorts by the database's
// language unless it is C.
func (l *Ledger) checkLanguage(ctx context.Context, _ time.Time) (*Finding, error) {
	if l.engine.Name != postgres.Name {
		return nil, nil
	}
	var encoding, collation string
	err := l.read.QueryRowContext(ctx, `SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()`).Scan(&encoding, &collation)
	if err != nil || encoding == "UTF8" && (collation == "C" || collation == "C.UTF-8" || collation == "POSIX") {
		return nil, err
	}
	return &Finding{"database-language",
		fmt.Sprintf("数据库的编码是 %s、排序是 %s，应为 UTF8 和 C，否则编号的次序会不同。请按 docs/operations.md 另建数据库，用 backup 和 restore 迁移。", encoding, collation),
		fmt.Sprintf("The database has encoding %s and collation %s; UTF8 and C are expected, or numbers sort differently. Make another as docs/operations.md says and move with backup and restore.", encoding, collation)}, nil
}
