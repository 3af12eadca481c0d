package main

import (
	"cmp"
	"net/url"
	"strings"

	"gangmu/office/oidc"
	"gangmu/web"
)

// providerFlags name an identity provider (OpenID Connect); without an issuer there
// is none.
type providerFlags struct {
	Issuer string `env:"GANGMU_OIDC_ISSUER" placeholder:"URL" help:"help_oidc_issuer"`
	Client string `env:"GANGMU_OIDC_CLIENT" default:"gangmu" help:"help_oidc_client"`
	Secret string `env:"GANGMU_OIDC_SECRET" placeholder:"TEXT" help:"help_oidc_secret"`
	Name   string `env:"GANGMU_OIDC_NAME" placeholder:"TEXT" help:"help_oidc_name"`
	Login  string `env:"GANGMU_OIDC_LOGIN" placeholder:"CLAIM" help:"help_oidc_login"`
}

// source is the provider for a service that browsers reach by address.
func (f providerFlags) source(address string) (*oidc.Source, error) {
	if f.Issuer == "" {
		return nil, nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.Trim(u.Path, "/") != "" {
		return nil, &problem{
			Code: codeArguments,
			Zh:   "用统一认证登录要写明浏览器访问本服务的地址：--url https://plan.example。",
			En:   "Signing in through a provider needs the address that browsers reach this service by: --url https://plan.example.",
		}
	}
	return &oidc.Source{Name: cmp.Or(f.Name, "统一认证"), Config: oidc.Config{
		Issuer: f.Issuer, ClientID: f.Client, ClientSecret: f.Secret, LoginClaim: f.Login, Redirect: base(address) + web.ProviderBack,
	}}, nil
}

// base is an address without a slash at its end.
func base(address string) string { return strings.TrimRight(address, "/") }
