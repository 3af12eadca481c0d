package secret

import (
	"bytes"
	"strings"
	"testing"
)

var cheap = Cost{Memory: 64, Time: 1, Threads: 1}

func TestHash(t *testing.T) {
	h := Hash("云溪2026!", cheap)
	if !strings.HasPrefix(h, "$argon2id$v=19$m=64,t=1,p=1$") || strings.Contains(h, "云溪") {
		t.Errorf("%s", h)
	}
	if h == Hash("云溪2026!", cheap) {
		t.Error("two hashes of one password are alike: no salt")
	}
	if !Matches(h, "云溪2026!") || Matches(h, "云溪2026") || Matches(h, "") {
		t.Error("matches")
	}
	// Of another cost: each hash carries its own.
	if h := Hash("x", Cost{Memory: 128, Time: 2, Threads: 2}); !Matches(h, "x") {
		t.Error(h)
	}
}

func TestABadHashMatchesNothing(t *testing.T) {
	good := Hash("", cheap)
	for _, h := range []string{
		"", "x", strings.Replace(good, "argon2id", "argon2i", 1), strings.Replace(good, "v=19", "v=18", 1),
		strings.Replace(good, "m=64", "m=4294967295", 1), strings.Replace(good, "t=1", "t=0", 1),
		strings.Replace(good, "p=1", "p=0", 1), good[:len(good)-40], strings.Replace(good, "$", "", 1),
	} {
		if Matches(h, "") {
			t.Errorf("%q", h)
		}
	}
}

func FuzzMatches(f *testing.F) {
	f.Add(Hash("a", cheap), "a")
	f.Add("$argon2id$v=19$m=64,t=1,p=1$$", "")
	f.Fuzz(func(t *testing.T, hash, password string) {
		c, _, _, err := parse(hash)
		if err == nil && (!c.Sound() || c.Memory > largest.Memory) {
			t.Errorf("%+v", c)
		}
	})
}

func TestBox(t *testing.T) {
	key := bytes.Repeat([]byte{7}, KeySize)
	a, err := NewBox(key, "second factor")
	if err != nil {
		t.Fatal(err)
	}
	other, _ := NewBox(key, "sign-in")
	sealed := a.Seal([]byte("secret"), "p1")
	if got, err := a.Open(sealed, "p1"); err != nil || string(got) != "secret" {
		t.Errorf("%q %v", got, err)
	}
	if _, err := a.Open(sealed, "p2"); err == nil {
		t.Error("opens under another name")
	}
	if _, err := other.Open(sealed, "p1"); err == nil {
		t.Error("opens for another purpose")
	}
	sealed[len(sealed)-1] ^= 1
	if _, err := a.Open(sealed, "p1"); err == nil {
		t.Error("opens though changed")
	}
	if _, err := a.Open(nil, "p1"); err == nil {
		t.Error("opens nothing")
	}
	if _, err := NewBox(key[:8], ""); err == nil {
		t.Error("takes a short key")
	}
}

func TestTokens(t *testing.T) {
	a, b := Token(), Token()
	if a == b || len(a) < 26 || Digest(a) == Digest(b) || strings.Contains(Digest(a), a) {
		t.Error(a, b)
	}
}
