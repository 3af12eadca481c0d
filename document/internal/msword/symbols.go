package msword

import "strings"

// Characters of the old symbol fonts that plans use: comparisons, units, ticks
// and bullets, by their code in the font.
var (
	symbolFont = map[rune]string{
		0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
		0xB0: "°", 0xB7: "•", 0xA5: "∞", 0xAE: "→", 0xAD: "↑", 0xAF: "↓", 0x6D: "μ",
	}
	wingdings = map[rune]string{
		0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x6E: "■", 0x6C: "●",
		0xFB: "✗", 0xD8: "➢", 0x75: "◆", 0xE0: "→", 0x76: "❖",
	}
)

// Symbol is the character r of a font. The codes of symbol fonts are often
// written in the private area at F000.
func Symbol(font string, r rune) string {
	inFont := r
	if r >= 0xF000 && r <= 0xF0FF {
		inFont = r - 0xF000
	}
	table := symbolFont
	if strings.HasPrefix(font, "Wingdings") {
		table = wingdings
	} else if font != "Symbol" {
		return string(r)
	}
	if s := table[inFont]; s != "" {
		return s
	}
	if inFont >= ' ' && inFont <= '9' && font == "Symbol" { // digits and marks look the same
		return string(inFont)
	}
	return string(r)
}
