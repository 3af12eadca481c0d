package quantity

import "fmt"

// longestText is the longest number in a stored text, farthestExponent its
// farthest power of ten; far more than a report can print.
const (
	longestText      = 80
	farthestExponent = 60
)

// MarshalText stores the number with its printed digits: 2.40, 8E+4.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.d.String()), nil }

// UnmarshalText reads what MarshalText has stored.
func (n *Number) UnmarshalText(text []byte) error {
	if len(text) > longestText {
		return fmt.Errorf("not a number: %.20q", text)
	}
	var m Number
	if _, _, err := m.d.SetString(string(text)); err != nil {
		return fmt.Errorf("not a number: %.20q", text)
	}
	if m.d.Form != 0 || m.d.Exponent > farthestExponent || m.d.Exponent < -farthestExponent {
		return fmt.Errorf("not a number: %.20q", text)
	}
	*n = m
	return nil
}
