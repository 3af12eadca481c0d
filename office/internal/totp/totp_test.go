package totp

import (
	"strings"
	"testing"
	"time"
)

var secret = []byte("12345678901234567890") // of both RFCs

// TestVectors are those of RFC 6238, appendix B, for SHA-1.
func TestVectors(t *testing.T) {
	for seconds, want := range map[int64]string{
		59: "94287082", 1111111109: "07081804", 1111111111: "14050471",
		1234567890: "89005924", 2000000000: "69279037", 20000000000: "65353130",
	} {
		if got := code(secret, Step(time.Unix(seconds, 0)), 8); got != want {
			t.Errorf("%d: %s, want %s", seconds, got, want)
		}
	}
}

// TestCounters are those of RFC 4226, appendix D.
func TestCounters(t *testing.T) {
	for step, want := range []string{"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"} {
		if got := Code(secret, int64(step)); got != want {
			t.Errorf("%d: %s, want %s", step, got, want)
		}
	}
}

func TestACodeServesOnceAndNearItsTime(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	at := Step(now)
	for _, c := range []struct {
		what  string
		given string
		last  int64
		ok    bool
	}{
		{"now", Code(secret, at), 0, true},
		{"one step late", Code(secret, at-1), 0, true},
		{"one step early", Code(secret, at+1), 0, true},
		{"two steps late", Code(secret, at-2), 0, false},
		{"two steps early", Code(secret, at+2), 0, false},
		{"used before", Code(secret, at), at, false},
		{"an older one after a newer", Code(secret, at-1), at, false},
		{"empty", "", 0, false},
		{"another length", Code(secret, at) + "0", 0, false},
	} {
		if _, ok := Verify(secret, c.given, now, c.last); ok != c.ok {
			t.Errorf("%s: %t", c.what, ok)
		}
	}
}

func TestURL(t *testing.T) {
	got := URL("纲目", "王海", secret)
	if !strings.HasPrefix(got, "otpauth://totp/%E7%BA%B2") || !strings.Contains(got, "secret="+Text(secret)) || !strings.Contains(got, "issuer=") {
		t.Error(got)
	}
}
