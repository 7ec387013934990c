package word

import "strings"

// Symbols of the faces that have no letters: their characters lie at U+F000 and above, or where letters do.

// wingdings, wingdings2 and symbol are the characters that offices use of these faces, by their codes.
var (
	wingdings = map[rune]rune{
		0x28: '☎', 0x29: '✆', 0x2a: '✉', 0x46: '☞', 0x4a: '☺', 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '❑', 0x72: '❒',
		0x73: '◆', 0x74: '◆', 0x75: '◆', 0x76: '❖', 0x77: '◆', 0x9e: '·', 0x9f: '•', 0xa1: '○', 0xa4: '◉', 0xa7: '▪', 0xa8: '□', 0xab: '★',
		0xd8: '➢', 0xdc: '➲', 0xe0: '→', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
	}
	wingdings2 = map[rune]rune{0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□', 0x97: '●', 0x98: '●', 0x99: '○'}
	symbol     = map[rune]rune{0xb7: '•', 0xa8: '◆', 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xa3: '≤', 0xb4: '×', 0xb8: '÷', 0xae: '→', 0xde: '⇒', 0xd7: '·', 0x2d: '−'}
)

// faceSymbols returns the symbols of a face, nil if it has letters.
func faceSymbols(face string) map[rune]rune {
	switch strings.ToLower(strings.TrimSpace(face)) {
	case "wingdings":
		return wingdings
	case "wingdings 2":
		return wingdings2
	case "symbol":
		return symbol
	}
	return nil
}

// symbolised returns a text that is set in a face of symbols in Unicode; ok is false if it has one that isn't known, in
// whose place □ or nothing would mislead: such a character stays.
func symbolised(text, face string) (out string, ok bool) {
	signs := faceSymbols(face)
	ok = true
	return strings.Map(func(r rune) rune {
		code := r
		if r >= 0xf000 && r <= 0xf0ff {
			code -= 0xf000
		}
		private := code != r
		switch {
		case signs != nil && signs[code] != 0 && (private || code < 0x100):
			return signs[code]
		case private && signs == nil && wingdings[code] != 0: // the face is named elsewhere: most are this one's
			return wingdings[code]
		case private || signs != nil && code > 0x20 && code < 0x100:
			ok = false
		}
		return r
	}, text), ok
}

// bullet returns the sign of a list in Unicode; one that isn't known is •.
func bullet(text string) string {
	out, ok := symbolised(strings.TrimSpace(text), "")
	if !ok || out == "" {
		return "•"
	}
	switch out {
	case "l", "\uf06c":
		return "●"
	case "n":
		return "■"
	case "u":
		return "◆"
	case "Ø":
		return "➢"
	case "ü":
		return "✓"
	case "§":
		return "▪"
	case "o":
		return "○"
	case "·":
		return "•"
	}
	return out
}

// raised and lowered are the digits of exponents and of indices.
var (
	raised  = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
	lowered = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")
)
