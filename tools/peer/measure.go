package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	listed  = 400 // rows of a list
	clients = 32
)

// figures are what is measured of one program.
type figures struct {
	ready                       time.Duration
	startPeak, peak             float64
	many, one, list, page, asOf result
}

func measureGangmu(ctx context.Context, command, dir string, d time.Duration) (f figures, err error) {
	in, err := fillGangmu(ctx, dir)
	if err != nil {
		return f, err
	}
	s, err := start("/healthz", command, "serve", "--addr", "127.0.0.1:0", "--data", dir)
	if err != nil {
		return f, err
	}
	defer s.stop()
	f.ready, f.startPeak = s.ready, s.peak()
	auth := "Authorization: Bearer " + in.token
	writers := func(n int) func(installation) []client {
		return func(in installation) (out []client) {
			for i := range n {
				out = append(out, in.writer(i, n, auth))
			}
			return out
		}
	}
	reading := func(n int, r []byte) func(installation) []client {
		return func(installation) []client { return readers(n, r) }
	}
	list := request("GET", "/api/plans/"+in.plans[0]+"/indicators?limit=400", "", auth)
	page := request("GET", "/plan/"+in.plans[0], "", "Cookie: gangmu="+in.session, "Accept-Encoding: identity")
	asOf := request("GET", fmt.Sprintf("/api/plans/%s/indicators/7?as_of=%d", in.plans[0], in.seq), "", auth)
	for _, m := range []struct {
		into    *result
		clients func(installation) []client
	}{
		{&f.one, writers(1)}, {&f.many, writers(clients)}, {&f.asOf, reading(1, asOf)},
		{&f.list, reading(clients, list)}, {&f.page, reading(clients, page)},
	} {
		if *m.into, err = run(s.addr, d, m.clients(in)); err != nil {
			return f, err
		}
		if in.seq, err = lastEvent(s.addr); err != nil {
			return f, err
		}
	}
	f.peak = s.peak()
	return f, nil
}

// lastEvent is the number of the last event, from what /healthz says.
func lastEvent(addr string) (seq int64, err error) {
	body, err := once(addr, request("GET", "/healthz", ""))
	if err == nil {
		_, err = fmt.Sscanf(string(body), "ok %s %d", new(string), &seq)
	}
	return seq, err
}

// writer corrects results, each of n writers those of its own rows, one after the
// other. It names the state that it saw last, as a person's page would.
func (in installation) writer(i, n int, auth string) client {
	based := in.seq
	return client{
		next: func(k int) []byte {
			at := k*n + i
			path := fmt.Sprintf("/api/plans/%s/indicators/%d/facts", in.plans[at/listed%plans], at%listed+1)
			body := fmt.Sprintf(`{"value":"%d.%d","source":"统计月报","reason":"核定","based_on":%d}`, k%20, k%10, based)
			return request("POST", path, body, auth)
		},
		after: func(res *http.Response, _ []byte) {
			fmt.Sscanf(strings.Trim(res.Header.Get("ETag"), `W/"`), "%d", &based)
		},
	}
}

func readers(n int, r []byte) (out []client) {
	for range n {
		out = append(out, client{next: func(int) []byte { return r }})
	}
	return out
}

func measurePeer(dir string, d time.Duration) (f figures, err error) {
	self, err := os.Executable()
	if err != nil {
		return f, err
	}
	data := filepath.Join(dir, "pb")
	const addr = "127.0.0.1:8199"
	// The first start makes the tables; the second is measured.
	for range 2 {
		s, err := start("/api/health", self, "-peer", data, "-addr", addr)
		if err != nil {
			return f, err
		}
		if f.ready == 0 {
			f.ready = s.ready
			s.stop()
			continue
		}
		f.ready, f.startPeak = s.ready, s.peak()
		err = f.loadPeer(s.addr, d)
		f.peak = s.peak()
		s.stop()
		return f, err
	}
	return f, nil
}

func (f *figures) loadPeer(addr string, d time.Duration) error {
	login := fmt.Sprintf(`{"identity":%q,"password":%q}`, peerLogin, peerPassword)
	body, err := once(addr, request("POST", "/api/collections/users/auth-with-password", login))
	if err != nil {
		return err
	}
	var signedIn struct{ Token string }
	if err := json.Unmarshal(body, &signedIn); err != nil {
		return err
	}
	auth := "Authorization: " + signedIn.Token
	writers := func(n int) (out []client) {
		for i := range n {
			out = append(out, client{next: func(k int) []byte {
				body := fmt.Sprintf(`{"series":"%d","period":"2026-01","value":"%d.%d","source":"统计月报","reason":"核定"}`, (k*n+i)%(plans*listed), k%20, k%10)
				return request("POST", "/api/collections/facts/records", body, auth)
			}})
		}
		return out
	}
	list := request("GET", "/api/collections/series/records?perPage=400", "", auth)
	if f.one, err = run(addr, d, writers(1)); err != nil {
		return err
	}
	if f.many, err = run(addr, d, writers(clients)); err != nil {
		return err
	}
	f.list, err = run(addr, d, readers(clients, list))
	return err
}
