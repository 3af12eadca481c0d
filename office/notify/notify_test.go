package notify_test

import (
	"bufio"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gangmu/office/notify"
)

// mailbox is a small SMTP server that keeps what it gets.
func mailbox(t *testing.T) (addr string, got chan string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	got = make(chan string, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go speak(c, got)
		}
	}()
	return l.Addr().String(), got
}

func speak(c net.Conn, got chan<- string) {
	defer c.Close()
	in := bufio.NewReader(c)
	say := func(s string) { io.WriteString(c, s+"\r\n") }
	say("220 mailbox")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		switch word := strings.ToUpper(strings.Fields(line + " x")[0]); word {
		case "DATA":
			say("354 go on")
			var b strings.Builder
			for {
				text, err := in.ReadString('\n')
				if err != nil {
					return
				}
				if text == ".\r\n" {
					break
				}
				b.WriteString(text)
			}
			got <- b.String()
			say("250 kept")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func TestSMTP(t *testing.T) {
	addr, got := mailbox(t)
	s := notify.SMTP{Server: addr, From: "plan@example.gov.cn", Plain: true}
	if err := s.Send(t.Context(), "a/b", "someone@example.gov.cn", "报表已逾期", "区统计局三季度报表。\n"); err != nil {
		t.Fatal(err)
	}
	if err := s.Send(t.Context(), "a/b", "someone@example.gov.cn", "报表已逾期", "区统计局三季度报表。\n"); err != nil {
		t.Fatal(err)
	}
	first, second := <-got, <-got
	id := func(m string) string {
		_, rest, _ := strings.Cut(m, "Message-ID: ")
		id, _, _ := strings.Cut(rest, "\r\n")
		return id
	}
	if id(first) == "" || id(first) != id(second) {
		t.Errorf("ids %q and %q of one message", id(first), id(second))
	}
	if !strings.Contains(first, "To: <someone@example.gov.cn>") || !strings.Contains(first, "text/plain; charset=UTF-8") {
		t.Error(first)
	}
	if err := (notify.SMTP{Server: addr, From: "plan@example.gov.cn"}).Send(t.Context(), "c", "someone@example.gov.cn", "", ""); err == nil {
		t.Error("sent without TLS, which was not allowed")
	}
}

func TestWebhook(t *testing.T) {
	status := http.StatusOK
	var body, signature string
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		body, signature = string(b), r.Header.Get("Gangmu-Signature")
		w.WriteHeader(status)
	}))
	defer srv.Close()
	w := notify.Webhook{URL: srv.URL, Key: "key"}
	if err := w.Send(t.Context(), "a/b", "", "题", "文"); err != nil {
		t.Fatal(err)
	}
	mac := hmac.New(sha256.New, []byte("key"))
	mac.Write([]byte(body))
	if body != `{"id":"a/b","subject":"题","text":"文"}` || signature != "sha256="+hex.EncodeToString(mac.Sum(nil)) {
		t.Errorf("%s signed %s", body, signature)
	}
	status = http.StatusBadGateway
	if err := w.Send(t.Context(), "a/b", "", "题", "文"); err == nil {
		t.Error("an answer 502 is taken for sent")
	}
}
