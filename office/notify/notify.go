// Package notify brings messages to people and programs outside: by e-mail over an
// SMTP server, and to one address by HTTP (a webhook).
//
// It decides how a message looks on the way and which server is trusted. Which
// messages there are, when they are tried again and that none is lost is decided by
// office/reporting. Passwords and keys come in by the configuration and are never
// printed.
package notify

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"
)

// patience is how long one message may take.
const patience = 30 * time.Second

// SMTP sends e-mail over one server.
type SMTP struct {
	Server   string // host:port; port 465 speaks TLS from the first byte
	User     string // empty: the server wants no sign-in
	Password string
	From     string
	// Plain allows a server without TLS, as inside a closed network; a sign-in is
	// never sent over such a connection.
	Plain bool
}

// Send sends one message as plain text. Its Message-ID is made of id, so that a
// message that arrives twice can be told.
func (s SMTP) Send(ctx context.Context, id, to, subject, body string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	host, port, err := net.SplitHostPort(s.Server)
	if err != nil {
		return fmt.Errorf("mail server: %w", err)
	}
	number, err := strconv.Atoi(port)
	if err != nil {
		return fmt.Errorf("mail server: port %.10q", port)
	}
	m := mail.NewMsg()
	if err := m.From(s.From); err != nil {
		return fmt.Errorf("sender's address: %w", err)
	}
	if err := m.To(to); err != nil {
		return fmt.Errorf("receiver's address: %w", err)
	}
	sum := sha256.Sum256([]byte(id))
	m.SetMessageIDWithValue(hex.EncodeToString(sum[:16]) + "@gangmu")
	m.SetDate()
	m.Subject(subject)
	m.SetBodyString(mail.TypeTextPlain, body)
	client, err := mail.NewClient(host, s.options(number)...)
	if err != nil {
		return fmt.Errorf("mail server: %w", err)
	}
	return client.DialAndSendWithContext(ctx, m)
}

func (s SMTP) options(port int) []mail.Option {
	out := []mail.Option{mail.WithPort(port), mail.WithTimeout(patience)}
	switch {
	case port == 465:
		out = append(out, mail.WithSSL())
	case s.Plain:
		out = append(out, mail.WithTLSPolicy(mail.TLSOpportunistic))
	default:
		out = append(out, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if s.User != "" {
		out = append(out, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(s.User), mail.WithPassword(s.Password))
	}
	return out
}

// Webhook posts messages as JSON to one address.
type Webhook struct {
	URL    string
	Key    string // signs the body: header Gangmu-Signature: sha256=HEX
	Client *http.Client
}

// hook is what a webhook gets.
type hook struct {
	ID      string `json:"id"`
	Subject string `json:"subject"`
	Text    string `json:"text"`
}

// Send posts one message. Any answer but 2xx is an error.
func (w Webhook) Send(ctx context.Context, id, _, subject, body string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	b, err := json.Marshal(hook{id, subject, body})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL, bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	if w.Key != "" {
		mac := hmac.New(sha256.New, []byte(w.Key))
		mac.Write(b)
		req.Header.Set("Gangmu-Signature", "sha256="+hex.EncodeToString(mac.Sum(nil)))
	}
	client := w.Client
	if client == nil {
		client = http.DefaultClient
	}
	res, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	defer res.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 64<<10)) // so that the connection is kept
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("webhook: status %d", res.StatusCode)
	}
	return nil
}
