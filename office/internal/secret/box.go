package secret

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
)

// Box seals small secrets under a key derived from the installation's.
type Box struct{ aead cipher.AEAD }

// KeySize is the least length of the installation's key in bytes.
const KeySize = 32

var errSealed = errors.New("not sealed with this key")

// NewBox is a box for one purpose; what another purpose sealed it does not open.
func NewBox(key []byte, purpose string) (Box, error) {
	if len(key) < KeySize {
		return Box{}, errors.New("key too short")
	}
	derived, err := hkdf.Key(sha256.New, key, nil, "gangmu "+purpose, 32)
	if err != nil {
		return Box{}, err
	}
	block, err := aes.NewCipher(derived)
	if err != nil {
		return Box{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return Box{aead}, err
}

// Seal encrypts and authenticates data, bound to name: whose secret it is.
func (b Box) Seal(data []byte, name string) []byte {
	return b.aead.Seal(nil, nil, data, []byte(name))
}

// Open is what Seal sealed under the same name.
func (b Box) Open(sealed []byte, name string) ([]byte, error) {
	data, err := b.aead.Open(nil, nil, sealed, []byte(name))
	if err != nil {
		return nil, errSealed
	}
	return data, nil
}

// Random is n random bytes.
func Random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return b
}
