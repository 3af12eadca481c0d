// Package secret keeps what must not be readable: passwords as argon2id hashes,
// random tokens as digests, and small secrets that are needed again sealed under
// the installation's key. It decides formats, not policies.
package secret

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Cost is what hashing a password takes. Each hash carries its own, so that a
// setting can be raised while older hashes still verify.
type Cost struct {
	Memory  uint32 `json:"memory"` // KiB
	Time    uint32 `json:"time"`
	Threads uint8  `json:"threads"`
}

// DefaultCost is the lower of OWASP's recommended settings for argon2id: 19 MiB,
// two passes.
var DefaultCost = Cost{Memory: 19 << 10, Time: 2, Threads: 1}

// largest bounds what a stored hash may ask for, so that a damaged row cannot
// take the machine's memory.
var largest = Cost{Memory: 256 << 10, Time: 16, Threads: 8}

const (
	saltSize = 16
	keySize  = 32
)

// hashing bounds how many hashes are computed at once: each takes Cost.Memory.
var hashing = make(chan struct{}, 2)

var errHash = errors.New("not an argon2id hash")

// Hash is a password's hash in the usual text form,
// $argon2id$v=19$m=19456,t=2,p=1$SALT$KEY.
func Hash(password string, c Cost) string {
	salt := make([]byte, saltSize)
	_, _ = rand.Read(salt) // never fails
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.Memory, c.Time, c.Threads,
		b.EncodeToString(salt), b.EncodeToString(derive(password, salt, c, keySize)))
}

// Matches reports whether hash is one of password. A hash that cannot be read
// matches nothing.
func Matches(hash, password string) bool {
	c, salt, key, err := parse(hash)
	return err == nil && subtle.ConstantTimeCompare(derive(password, salt, c, uint32(len(key))), key) == 1
}

// Waste takes as long as Matches does: a sign-in under an unknown name answers no
// sooner than one under a known name.
func Waste(password string, c Cost) { derive(password, make([]byte, saltSize), c, keySize) }

func derive(password string, salt []byte, c Cost, size uint32) []byte {
	hashing <- struct{}{}
	defer func() { <-hashing }()
	return argon2.IDKey([]byte(password), salt, c.Time, c.Memory, c.Threads, size)
}

func parse(hash string) (c Cost, salt, key []byte, err error) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return c, nil, nil, errHash
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.Memory, &c.Time, &c.Threads); err != nil {
		return c, nil, nil, errHash
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	key, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err := errors.Join(err1, err2); err != nil || !c.Sound() || len(salt) < 8 || len(key) < 16 || len(key) > 64 {
		return c, nil, nil, errHash
	}
	return c, salt, key, nil
}

// Sound reports a cost that argon2 accepts and this machine can bear.
func (c Cost) Sound() bool {
	return c.Time >= 1 && c.Threads >= 1 && c.Memory >= 8*uint32(c.Threads) &&
		c.Memory <= largest.Memory && c.Time <= largest.Time && c.Threads <= largest.Threads
}
