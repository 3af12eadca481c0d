package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

// A client holds one connection and says what to send next; after sees the answer.
// It is as plain as can be, since it takes its processor time from the server's.
type client struct {
	next  func(n int) []byte
	after func(*http.Response, []byte)
}

// result is what clients saw in some time.
type result struct {
	perSecond float64
	p50, p99  time.Duration
}

// run lets clients send one request after the other for some time. The first
// answer that is not a success ends it.
func run(addr string, d time.Duration, clients []client) (result, error) {
	var wg sync.WaitGroup
	times := make([][]time.Duration, len(clients))
	errs := make([]error, len(clients))
	start := time.Now()
	for i, c := range clients {
		wg.Go(func() { times[i], errs[i] = c.run(addr, start.Add(d)) })
	}
	wg.Wait()
	took := time.Since(start)
	var all []time.Duration
	for i, t := range times {
		if errs[i] != nil {
			return result{}, errs[i]
		}
		all = append(all, t...)
	}
	slices.Sort(all)
	if len(all) == 0 {
		return result{}, fmt.Errorf("no answer in %v", d)
	}
	return result{float64(len(all)) / took.Seconds(), all[len(all)/2], all[len(all)*99/100]}, nil
}

func (c client) run(addr string, end time.Time) (times []time.Duration, err error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	in := bufio.NewReaderSize(conn, 64<<10)
	for n := 0; ; n++ {
		sent := time.Now()
		if sent.After(end) {
			return times, nil
		}
		res, body, err := exchange(conn, in, c.next(n))
		if err != nil {
			return nil, err
		}
		times = append(times, time.Since(sent))
		if c.after != nil {
			c.after(res, body)
		}
	}
}

func exchange(conn net.Conn, in *bufio.Reader, request []byte) (*http.Response, []byte, error) {
	if _, err := conn.Write(request); err != nil {
		return nil, nil, err
	}
	res, err := http.ReadResponse(in, nil)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err == nil && (res.StatusCode < 200 || res.StatusCode > 299) {
		err = fmt.Errorf("%s: %.500s to %.300s", res.Status, body, request)
	}
	return res, body, err
}

// request is a request's bytes. Headers are lines.
func request(method, path, body string, headers ...string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n", method, path)
	for _, h := range headers {
		b.WriteString(h + "\r\n")
	}
	if body != "" {
		fmt.Fprintf(&b, "Content-Type: application/json\r\nContent-Length: %d\r\n", len(body))
	}
	b.WriteString("\r\n" + body)
	return b.Bytes()
}

// once sends one request.
func once(addr string, r []byte) ([]byte, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	_, body, err := exchange(conn, bufio.NewReader(conn), r)
	return body, err
}
