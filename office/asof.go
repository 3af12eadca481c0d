package office

import (
	"context"
	"sort"
	"time"

	"gangmu/ledger"
)

// SeqOn is the last event up to the end of a day (local time, as 2026-03-31): what
// was known on it. Before the first event it is 0. Times follow the numbers but for
// clocks that were set back; there it is an event at which the day ended.
func (o *Office) SeqOn(ctx context.Context, on string) (seq int64, err error) {
	at, err := time.ParseInLocation(time.DateOnly, on, time.Local)
	if err != nil {
		return 0, invalid("bad-date", "日期要写成 2026-03-31 的样子。", "A date has the form 2026-03-31.")
	}
	end := at.AddDate(0, 0, 1).UnixMicro()
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		var failed error
		// Events are numbered from 1 without gaps.
		seq = int64(sort.Search(int(v.Seq), func(i int) bool {
			at, err := recorded(v, int64(i)+1)
			if err != nil {
				failed = err
			}
			return at >= end
		}))
		return failed
	})
	return seq, err
}

// DayOf is the day on which an event was recorded, in local time.
func (o *Office) DayOf(ctx context.Context, seq int64) (day string, err error) {
	err = o.ledger.View(ctx, func(v *ledger.View) error {
		at, err := recorded(v, seq)
		day = fromMicros(at).Local().Format(time.DateOnly)
		return err
	})
	return day, err
}

func recorded(q querier, seq int64) (at int64, err error) {
	err = one(q.QueryRow(`SELECT at FROM event WHERE seq = $1`, seq), &at)
	return at, err
}
