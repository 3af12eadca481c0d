package reporting

import (
	"context"
	"database/sql"
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"time"

	"gangmu/ledger"
	"gangmu/office"
	"gangmu/office/internal/query"
	"gangmu/render/brief"
)

// When reminders are written: so many days before the due day, and after it.
const daysBefore = 3

var daysAfter = []int{1, 7}

// summaryDay is the day of the month on which the summary of the last one is sent.
const summaryDay = 12

// kindContact is the event of a changed address, which it does not name.
const kindContact = "contact.changed"

// SetContact changes where the actor gets reminders; empty for nowhere.
func (s *Service) SetContact(ctx context.Context, a office.Actor, address string) error {
	address = strings.TrimSpace(address)
	if parsed, err := mail.ParseAddress(address); address != "" && (err != nil || parsed.Address != address || len(address) > 200) {
		return invalid("bad-address", "邮箱地址写得不对，例如 name@example.gov.cn。", "This is no e-mail address, such as name@example.gov.cn.")
	}
	return s.Do(ctx, a, office.OwnAccount, "person/"+a.Person, office.Object{Person: a.Person}, func(tx *ledger.Tx) error {
		if err := query.Exec(tx, `DELETE FROM contact WHERE person = $1`, a.Person); err != nil {
			return err
		}
		if address != "" {
			if err := query.Exec(tx, `INSERT INTO contact (person, address) VALUES ($1, $2)`, a.Person, address); err != nil {
				return err
			}
		}
		_, err := tx.Append(kindContact, "person/"+a.Person, struct{}{})
		return err
	})
}

// Contact is where the actor gets reminders.
func (s *Service) Contact(ctx context.Context, a office.Actor) (address string, err error) {
	err = s.View(ctx, func(v *ledger.View) error {
		found, err := query.List(v, query.Text, `SELECT address FROM contact WHERE person = $1`, a.Person)
		if len(found) > 0 {
			address = found[0]
		}
		return err
	})
	return address, err
}

// message is something to be sent.
type message struct {
	id, channel, person, subject, body string
}

// Remind puts into the outbox what is to be sent today: reminders of sheets before
// and after their due days, and the summary of the last month. What stands there
// already is not written again. webhook says that sheets are told to one, too.
func (s *Service) Remind(ctx context.Context, webhook bool) error {
	var due []message
	err := s.View(ctx, func(v *ledger.View) error {
		due = nil
		plans, err := query.List(v, query.Text, `SELECT id FROM plan WHERE NOT locked AND year >= $1`, s.Now().Year()-1)
		if err != nil {
			return err
		}
		for _, id := range plans {
			p, err := office.PlanOf(v, id)
			if err != nil {
				return err
			}
			some, err := s.dueMessages(v, p, webhook)
			if err != nil {
				return err
			}
			due = append(due, some...)
		}
		known, err := query.List(v, query.Text, `SELECT id FROM outbox`)
		slices.Sort(known)
		due = slices.DeleteFunc(due, func(m message) bool {
			_, found := slices.BinarySearch(known, m.id)
			return found
		})
		return err
	})
	if err != nil || len(due) == 0 {
		return err
	}
	return s.Record(ctx, func(tx *ledger.Tx) error {
		now := tx.Now().UnixMicro()
		for _, m := range due {
			if err := query.Exec(tx, `INSERT INTO outbox (id, channel, person, subject, body, state, tries, next_at, problem, at)
				VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, '', $6) ON CONFLICT (id) DO NOTHING`, m.id, m.channel, m.person, m.subject, m.body, now); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) dueMessages(v *ledger.View, p office.Plan, webhook bool) (out []message, err error) {
	duties, err := s.calendar(v, p, nil)
	if err != nil {
		return nil, err
	}
	for _, d := range duties {
		occasion := d.occasion(s.Now())
		if occasion == "" {
			continue
		}
		subject, body := d.words(p)
		id := strings.Join([]string{p.ID, d.Unit, d.Period.String(), occasion}, "/")
		if webhook {
			out = append(out, message{id + "/webhook", "webhook", "", subject, body})
		}
		persons, err := query.List(v, query.Text, `SELECT DISTINCT s.person FROM series s JOIN contact c ON c.person = s.person WHERE s.plan = $1 AND s.owner = $2`, p.ID, d.Unit)
		if err != nil {
			return nil, err
		}
		for _, person := range persons {
			out = append(out, message{id + "/" + person, "mail", person, subject, body})
		}
	}
	more, err := s.summaries(v, p)
	return append(out, more...), err
}

// occasion names the reminder that is due for a sheet on a day, the latest one;
// empty for none.
func (d Duty) occasion(today time.Time) string {
	if !d.State.Fillable() {
		return ""
	}
	left := int(d.Due.Sub(dayOf(today)).Hours() / 24)
	switch {
	case left > daysBefore:
		return ""
	case left >= 0:
		return "before"
	}
	name := ""
	for _, days := range daysAfter {
		if -left >= days {
			name = fmt.Sprintf("after-%d", days)
		}
	}
	return name
}

// dayOf is the day of a time where the program runs, as due days are written.
func dayOf(t time.Time) time.Time {
	y, m, d := t.Local().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func (d Duty) words(p office.Plan) (subject, body string) {
	name := fmt.Sprintf("%s%d年%s报表", d.UnitName, d.Period.Year, d.Period.Zh())
	subject = name + "请按时报送"
	if d.Late {
		subject = name + "已逾期"
	}
	body = fmt.Sprintf("%s应于%s前报送，现在%s，已填%d格，共%d格。\n", name, d.Due.Format("2006年1月2日"), d.State.Name().Zh, d.Filled, d.Cells)
	if d.Reason != "" {
		body += "说明：" + d.Reason + "\n"
	}
	return subject, body + "\n" + p.Region + "计划监测，由程序发出，不必回复。\n"
}

// summaries are the mails of the last month to whoever leads or plans.
func (s *Service) summaries(v *ledger.View, p office.Plan) (out []message, err error) {
	today := s.Now().Local()
	then := today.AddDate(0, 0, -today.Day())
	if today.Day() < summaryDay || then.Year() != p.Year {
		return nil, nil
	}
	persons, err := query.List(v, query.Text, `SELECT DISTINCT r.person FROM person_role r JOIN contact c ON c.person = r.person
		WHERE r.role IN ($1, $2) AND r.unit = $3`, string(office.PlanOffice), string(office.Leader), p.Unit)
	if err != nil || len(persons) == 0 {
		return nil, err
	}
	month, err := s.month(v, p, lastMonth(p.Year, today))
	if err != nil {
		return nil, err
	}
	subject, body := brief.Mail(month)
	for _, person := range persons {
		out = append(out, message{strings.Join([]string{p.ID, "summary", month.Period.String(), person}, "/"), "mail", person, subject, body})
	}
	return out, nil
}

// Sender brings a message to whoever it is for. A message that is sent twice has
// the same id, by which the receiver can tell.
type Sender interface {
	Send(ctx context.Context, id, to, subject, body string) error
}

const (
	lease    = 10 * time.Minute // until another may send what somebody took
	firstTry = time.Minute      // until the second try; it doubles from there
	mostTry  = 6 * time.Hour
	atOnce   = 50
)

// Deliver sends what waits in the outbox over the senders of each channel (mail,
// webhook) and says how many were sent. What cannot be sent now is tried again
// later; channels without a sender wait.
func (s *Service) Deliver(ctx context.Context, over map[string]Sender) (sent int, err error) {
	for {
		batch, err := s.take(ctx, over)
		if err != nil || len(batch) == 0 {
			return sent, err
		}
		for _, m := range batch {
			problem := over[m.channel].Send(ctx, m.id, m.address, m.subject, m.body)
			if ctx.Err() != nil {
				return sent, ctx.Err()
			}
			if problem == nil {
				sent++
			}
			if err := s.tell(ctx, m, problem); err != nil {
				return sent, err
			}
		}
	}
}

type outgoing struct {
	message
	address string
	tries   int
}

// take reserves messages for this process.
func (s *Service) take(ctx context.Context, over map[string]Sender) (batch []outgoing, err error) {
	err = s.Record(ctx, func(tx *ledger.Tx) error {
		now := tx.Now()
		waiting, err := query.List(tx, func(rows *sql.Rows) (o outgoing, err error) {
			err = rows.Scan(&o.id, &o.channel, &o.person, &o.subject, &o.body, &o.tries, &o.address)
			return o, err
		}, `SELECT o.id, o.channel, o.person, o.subject, o.body, o.tries, coalesce(c.address, '') FROM outbox o LEFT JOIN contact c ON c.person = o.person
			WHERE o.state <> 'sent' AND o.next_at <= $1 ORDER BY o.next_at, o.id LIMIT $2`, now.UnixMicro(), atOnce)
		if err != nil {
			return err
		}
		batch = nil
		for _, o := range waiting {
			if over[o.channel] == nil || o.channel == "mail" && o.address == "" {
				continue
			}
			batch = append(batch, o)
			if err := query.Exec(tx, `UPDATE outbox SET state = 'sending', next_at = $2 WHERE id = $1`, o.id, now.Add(lease).UnixMicro()); err != nil {
				return err
			}
		}
		return nil
	})
	return batch, err
}

// tell notes what came of a message.
func (s *Service) tell(ctx context.Context, o outgoing, problem error) error {
	return s.Record(ctx, func(tx *ledger.Tx) error {
		if problem == nil {
			return query.Exec(tx, `UPDATE outbox SET state = 'sent', tries = tries + 1, problem = '', subject = '', body = '' WHERE id = $1`, o.id)
		}
		wait := min(firstTry<<min(o.tries, 10), mostTry)
		return query.Exec(tx, `UPDATE outbox SET state = 'waiting', tries = tries + 1, problem = $2, next_at = $3 WHERE id = $1`,
			o.id, problem.Error(), tx.Now().Add(wait).UnixMicro())
	})
}
