package oidc

import (
	"context"
	"sync"
)

// Source reaches its provider when somebody first wants to sign in through it, and
// tries again later when it could not: the service starts without it.
type Source struct {
	Config Config
	Name   string // for people: 市统一认证

	mu       sync.Mutex
	provider *Provider
}

// Provider is the provider of the source.
func (s *Source) Provider(ctx context.Context) (*Provider, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.provider != nil {
		return s.provider, nil
	}
	p, err := Open(ctx, s.Config)
	if err != nil {
		return nil, err
	}
	s.provider = p
	return p, nil
}
