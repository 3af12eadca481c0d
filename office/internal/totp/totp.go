// Package totp computes time-based one-time passwords: RFC 6238 over RFC 4226
// with HMAC-SHA-1, 6 digits and 30 seconds, the form that every authenticator
// app reads. It keeps nothing: who calls it remembers the last step used, so
// that a code serves once.
package totp

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/url"
	"time"
)

const (
	digits = 6
	period = 30 // seconds
	// drift is how many steps a phone's clock may be off to either side (RFC 6238, 5.2).
	drift = 1
)

// SecretSize is the length of a secret in bytes (RFC 4226, 4, R6 recommends 20).
const SecretSize = 20

var encoding = base32.StdEncoding.WithPadding(base32.NoPadding)

// Text is a secret as people type it into an app.
func Text(secret []byte) string { return encoding.EncodeToString(secret) }

// URL is the address that an app reads from a QR code.
func URL(issuer, account string, secret []byte) string {
	label := url.PathEscape(issuer + ":" + account)
	q := url.Values{"secret": {Text(secret)}, "issuer": {issuer}}
	return "otpauth://totp/" + label + "?" + q.Encode()
}

// Step is the number of the period that t lies in.
func Step(t time.Time) int64 { return t.Unix() / period }

// Code is the one-time password of a step.
func Code(secret []byte, step int64) string { return code(secret, step, digits) }

// Verify reports the step whose code was given, if it lies around t and after
// the last one used.
func Verify(secret []byte, given string, t time.Time, last int64) (step int64, ok bool) {
	now := Step(t)
	for s := now - drift; s <= now+drift; s++ {
		if subtle.ConstantTimeCompare([]byte(Code(secret, s)), []byte(given)) == 1 && s > last {
			step, ok = s, true
		}
	}
	return step, ok
}

// code truncates the HMAC of the step as RFC 4226, 5.3 says.
func code(secret []byte, step int64, digits int) string {
	mac := hmac.New(sha1.New, secret)
	_ = binary.Write(mac, binary.BigEndian, step)
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 0xf
	n := binary.BigEndian.Uint32(sum[at:]) & 0x7fffffff
	mod := uint32(1)
	for range digits {
		mod *= 10
	}
	return fmt.Sprintf("%0*d", digits, n%mod)
}
