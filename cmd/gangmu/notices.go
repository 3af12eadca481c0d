package main

import (
	"context"
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"os"

	"gangmu/office/notify"
	"gangmu/office/reporting"
)

// notices are the settings of what the service sends out: reminders and monthly
// summaries. What is secret comes in by the environment alone.
type notices struct {
	SMTP      string `name:"smtp" env:"GANGMU_SMTP" placeholder:"HOST:PORT" help:"help_smtp"`
	SMTPFrom  string `name:"smtp-from" env:"GANGMU_SMTP_FROM" placeholder:"ADDRESS" help:"help_smtp_from"`
	SMTPUser  string `name:"smtp-user" env:"GANGMU_SMTP_USER" placeholder:"NAME" help:"help_smtp_user"`
	SMTPPlain bool   `name:"smtp-plain" env:"GANGMU_SMTP_PLAIN" help:"help_smtp_plain"`
	Webhook   string `env:"GANGMU_WEBHOOK" placeholder:"URL" help:"help_webhook"`
}

const (
	smtpPassword = "GANGMU_SMTP_PASSWORD"
	webhookKey   = "GANGMU_WEBHOOK_KEY"
)

// senders are the ways out that are set up; a setting that cannot work is refused
// at the start.
func (n *notices) senders() (map[string]reporting.Sender, error) {
	over := map[string]reporting.Sender{}
	if n.SMTP != "" {
		_, _, err := net.SplitHostPort(n.SMTP)
		from, errFrom := mail.ParseAddress(n.SMTPFrom)
		if err != nil || errFrom != nil {
			return nil, &problem{
				Code: codeArguments,
				Zh:   "--smtp 要写成 主机:端口，并用 --smtp-from 给出发信地址。",
				En:   "--smtp is HOST:PORT, and --smtp-from the sender's address.",
			}
		}
		over["mail"] = notify.SMTP{Server: n.SMTP, From: from.Address, User: n.SMTPUser, Password: os.Getenv(smtpPassword), Plain: n.SMTPPlain}
	}
	if n.Webhook != "" {
		u, err := url.Parse(n.Webhook)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, &problem{Code: codeArguments, Zh: "--webhook 要是 http 或 https 的地址。", En: "--webhook is an address of http or https."}
		}
		over["webhook"] = notify.Webhook{URL: n.Webhook, Key: os.Getenv(webhookKey)}
	}
	return over, nil
}

// outbox is the periodic work of writing and sending what is due; nil where nothing
// is set up.
func outbox(s *reporting.Service, over map[string]reporting.Sender) func(context.Context) error {
	if len(over) == 0 {
		return nil
	}
	return func(ctx context.Context) error {
		if err := s.Remind(ctx, over["webhook"] != nil); err != nil {
			return fmt.Errorf("reminders: %w", err)
		}
		_, err := s.Deliver(ctx, over)
		return err
	}
}
