package office

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestPassword bounds what is hashed, in bytes.
const longestPassword = 256

// checkPassword holds a new password against the rules; login and name must not
// stand in it.
func (s Settings) checkPassword(password, login, name string) error {
	switch {
	case utf8.RuneCountInString(password) < s.PasswordLength:
		return invalid("password-short",
			fmt.Sprintf("口令太短，至少%d个字符。", s.PasswordLength),
			fmt.Sprintf("The password is too short: at least %d characters.", s.PasswordLength))
	case len(password) > longestPassword || !utf8.ValidString(password):
		return invalid("password-long", "口令太长。", "The password is too long.")
	case classes(password) < s.PasswordClasses:
		return invalid("password-simple",
			fmt.Sprintf("口令要包含大写字母、小写字母、数字、其他符号中的至少%d类。", s.PasswordClasses),
			fmt.Sprintf("The password needs %d of: upper case, lower case, digits, other signs.", s.PasswordClasses))
	case login != "" && strings.Contains(strings.ToLower(password), login), name != "" && strings.Contains(password, name):
		return invalid("password-name", "口令里不能有登录名或姓名。", "The password must not hold the login or the name.")
	}
	return nil
}

// classes counts the kinds of characters in a password.
func classes(password string) int {
	var lower, upper, digit, other int
	for _, r := range password {
		switch {
		case unicode.IsLower(r):
			lower = 1
		case unicode.IsUpper(r):
			upper = 1
		case unicode.IsDigit(r):
			digit = 1
		default:
			other = 1
		}
	}
	return lower + upper + digit + other
}
