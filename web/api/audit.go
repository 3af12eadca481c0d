package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"gangmu/office"
)

// Act is one act in the audit.
type Act struct {
	Seq     int64          `json:"seq" doc:"Number of the event"`
	At      time.Time      `json:"at"`
	Person  string         `json:"person" doc:"Its id; system for the program, public for somebody unknown"`
	Name    string         `json:"name,omitempty"`
	Origin  string         `json:"origin" doc:"Address; api: and the token's name behind it"`
	Kind    string         `json:"kind" doc:"Kind of the event; of a refused act the action"`
	Words   string         `json:"words" doc:"The act for people"`
	Subject string         `json:"subject"`
	Outcome string         `json:"outcome" enum:"done,refused,failed"`
	Detail  map[string]any `json:"detail" doc:"The event's payload"`
}

type auditInput struct {
	Page
	Person  string    `query:"person" maxLength:"100"`
	Outcome string    `query:"outcome" enum:"done,refused,failed"`
	Under   string    `query:"under" maxLength:"200" doc:"A subject and all below it, such as person/ID"`
	From    time.Time `query:"from" doc:"Not before"`
	To      time.Time `query:"to" doc:"Not after"`
}

func (a *API) audit() {
	add(a, operation{
		id: "list-acts", method: http.MethodGet, path: "/audit", tag: "audit", needs: office.ReadAudit,
		summary: "Who did what, when, from where and with what outcome; the latest first",
	}, func(ctx context.Context, actor office.Actor, in *auditInput) (*Many[Act], error) {
		f := office.AuditFilter{
			Person: in.Person, Outcome: office.Outcome(in.Outcome), Under: in.Under, From: in.From, To: in.To, Limit: in.Limit,
		}
		if in.After != "" {
			before, err := strconv.ParseInt(in.After, 10, 64)
			if err != nil || before < 1 {
				return nil, errCursor
			}
			f.Before = before
		}
		entries, err := a.Office.Audit(ctx, actor, f)
		if err != nil {
			return nil, err
		}
		out := &Many[Act]{Body: List[Act]{Items: []Act{}}}
		for _, e := range entries {
			out.Body.Items = append(out.Body.Items, actOf(ctx, e))
		}
		if len(entries) == in.Limit {
			out.Body.Next = strconv.FormatInt(entries[len(entries)-1].Seq, 10)
		}
		return out, nil
	})
}

func actOf(ctx context.Context, e office.Entry) Act {
	out := Act{
		Seq: e.Seq, At: e.At.UTC(), Person: e.Person, Name: e.Name, Origin: e.Origin, Kind: e.Kind,
		Words: callerOf(ctx).lang.Of(e.Words), Subject: e.Subject, Outcome: string(e.Outcome),
	}
	_ = json.Unmarshal([]byte(e.Detail), &out.Detail) // every payload is an object
	return out
}
