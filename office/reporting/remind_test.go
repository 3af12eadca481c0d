package reporting_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"gangmu/ledger"
	"gangmu/ledger/ledgertest"
	"gangmu/office"
	"gangmu/office/reporting"
)

// postman takes messages, or is out.
type postman struct {
	out  bool
	sent []string // address and subject
}

func (p *postman) Send(_ context.Context, _, to, subject, _ string) error {
	if p.out {
		return errors.New("connection refused")
	}
	p.sent = append(p.sent, to+" "+subject)
	return nil
}

// Reminders go out before and after the due day, once each, to who has an address;
// while the server is down nothing is lost, and nothing is sent twice when it is
// back.
func TestReminders(t *testing.T) {
	ledgertest.Each(t, func(t *testing.T, c ledger.Config) {
		w := newWorld(t, c)
		ctx := t.Context()
		w.jobs() // its reporter answers for the department and both towns, due on the 15th
		reporter := w.people[office.Reporter]
		w.refused(w.SetContact(ctx, reporter, "not an address"), "bad-address")
		w.ok(w.SetContact(ctx, reporter, "luotian@example.gov.cn"))
		mail := &postman{out: true}
		over := map[string]reporting.Sender{"mail": mail}
		run := func(day int) int {
			t.Helper()
			w.today = time.Date(2026, 11, day, 9, 0, 0, 0, time.Local)
			w.ok(w.Remind(ctx, false))
			n, err := w.Deliver(ctx, over)
			w.ok(err)
			return n
		}
		// The ten months so far: nine are long overdue, October is due in a fortnight.
		if n := run(1); n != 0 || len(mail.sent) != 0 {
			t.Fatalf("%d sent by a server that is down", n)
		}
		mail.out = false
		if n := run(1); n != 0 {
			t.Errorf("%d sent at once after a failure", n)
		}
		if n := run(2); n != 27 || len(mail.sent) != n {
			t.Errorf("%d sent, want 27 of nine months and three sheets: %q", n, mail.sent)
		}
		if n := run(3); n != 0 {
			t.Errorf("%d sent again", n)
		}
		if n := run(12); n != 3 || !strings.HasPrefix(mail.sent[27], "luotian@example.gov.cn ") || !strings.HasSuffix(mail.sent[27], "2026年10月报表请按时报送") {
			t.Errorf("%d before the due day: %q", n, mail.sent[27:])
		}
		if n := run(14); n != 0 {
			t.Errorf("%d more before the due day", n)
		}
		if n := run(17); n != 3 || !strings.Contains(mail.sent[30], "2026年10月报表已逾期") {
			t.Errorf("%d after the due day: %q", n, mail.sent[30:])
		}
		w.ok(w.SetContact(ctx, reporter, ""))
		if n := run(25); n != 0 {
			t.Errorf("%d sent to somebody without an address", n)
		}
		leader := w.people[office.Leader]
		w.ok(w.SetContact(ctx, leader, "shenchuan@example.gov.cn"))
		if n := run(26); n != 1 || !strings.Contains(mail.sent[33], "shenchuan@example.gov.cn 江南省云溪市青禾区2026年1—10月经济运行简报") {
			t.Errorf("%d, %q", n, mail.sent[33:])
		}
		if n := run(27); n != 0 {
			t.Errorf("%d summaries sent again", n)
		}
	})
}
