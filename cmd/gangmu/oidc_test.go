package main

import "testing"

func TestProviderFlags(t *testing.T) {
	if s, err := (providerFlags{}).source(""); s != nil || err != nil {
		t.Errorf("without an issuer: %v %v", s, err)
	}
	f := providerFlags{Issuer: "https://sso.example", Client: "gangmu"}
	for _, bad := range []string{"", "plan.example", "ftp://plan.example", "https://", "https://plan.example/below"} {
		if _, err := f.source(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	s, err := f.source("https://plan.example/")
	if err != nil || s.Config.Redirect != "https://plan.example/sign-in/provider/back" || s.Name == "" {
		t.Errorf("%+v %v", s, err)
	}
}
