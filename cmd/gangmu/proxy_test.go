package main

import (
	"fmt"
	"testing"
)

func TestNetworks(t *testing.T) {
	got, err := networks([]string{"127.0.0.1", "10.1.2.3/8", "2001:db8::/32"})
	if err != nil || fmt.Sprint(got) != "[127.0.0.1/32 10.0.0.0/8 2001:db8::/32]" {
		t.Errorf("%v %v", got, err)
	}
	for _, bad := range []string{"", "proxy.example", "10.0.0.0/40"} {
		if _, err := networks([]string{bad}); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
