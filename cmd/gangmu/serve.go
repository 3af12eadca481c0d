package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/netip"

	"gangmu/web"
)

type serveCmd struct {
	store
	notices
	Addr     string        `default:"127.0.0.1:8080" env:"GANGMU_ADDR" placeholder:"HOST:PORT" help:"help_addr"`
	Workers  int           `default:"2" env:"GANGMU_WORKERS" placeholder:"N" help:"help_serve_workers"`
	HTTPS    bool          `name:"https" env:"GANGMU_HTTPS" help:"help_https"`
	Proxy    []string      `env:"GANGMU_PROXY" placeholder:"ADDR" help:"help_proxy"`
	URL      string        `name:"url" env:"GANGMU_URL" placeholder:"URL" help:"help_url"`
	Provider providerFlags `embed:"" prefix:"oidc-"`
}

// Run serves until it is interrupted, then lets what runs come to its end.
func (c *serveCmd) Run(s *invocation) error {
	if err := c.makeData(); err != nil {
		return err
	}
	proxies, err := networks(c.Proxy)
	if err != nil {
		return err
	}
	provider, err := c.Provider.source(c.URL)
	if err != nil {
		return err
	}
	over, err := c.senders()
	if err != nil {
		return err
	}
	srv := &server{Over: over, Addr: c.Addr, Ledger: c.ledger(), Log: s.logger(), Secure: c.HTTPS, Workers: c.workers(), Proxies: proxies, Address: base(c.URL), Provider: provider}
	if err := srv.Open(s.ctx); err != nil {
		return err
	}
	if err := s.welcome(srv); err != nil {
		return errors.Join(err, srv.Close())
	}
	fmt.Fprintf(s.Stderr, words["serving"].in(s.lang)+"\n", srv.URL())
	return srv.Run(s.ctx)
}

// workers is at least one where no other process can do the work.
func (c *serveCmd) workers() int {
	if c.DB == "" {
		return max(c.Workers, 1)
	}
	return max(c.Workers, 0)
}

// welcome prints the link of the first start, with which the one system
// administrator sets a password.
func (s *invocation) welcome(srv *server) error {
	link, first, err := srv.office.FirstStart(s.ctx)
	if err != nil || !first {
		return err
	}
	fmt.Fprintf(s.Stderr, words["first_start"].in(s.lang)+"\n", srv.URL()+web.LinkPath(link), link.Expires.Local().Format("2006-01-02 15:04"))
	return nil
}

// logger writes to stderr: lines for people on a terminal, otherwise JSON.
func (s *invocation) logger() *slog.Logger {
	if s.StderrTerminal {
		return slog.New(slog.NewTextHandler(s.Stderr, nil))
	}
	return slog.New(slog.NewJSONHandler(s.Stderr, nil))
}

// networks are addresses and networks (10.0.0.0/8) as they are typed.
func networks(texts []string) (all []netip.Prefix, err error) {
	for _, text := range texts {
		p, err := netip.ParsePrefix(text)
		if addr, errAddr := netip.ParseAddr(text); errAddr == nil {
			p, err = addr.Prefix(addr.BitLen())
		}
		if err != nil {
			return nil, &problem{
				Code:  codeArguments,
				Zh:    fmt.Sprintf("--proxy %s 不是地址。请写成 127.0.0.1 或 10.0.0.0/8。", text),
				En:    fmt.Sprintf("--proxy %s is no address: write 127.0.0.1 or 10.0.0.0/8.", text),
				Cause: err,
			}
		}
		all = append(all, p.Masked())
	}
	return all, nil
}
