package secret

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
)

// Token is a new random text of 128 bits and more, for links and sessions. Only
// its Digest is stored.
func Token() string { return rand.Text() }

// Digest is what is stored of a token. Tokens are random, so that a plain hash
// keeps them.
func Digest(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
