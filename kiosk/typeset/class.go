package typeset

import "unicode"

// class is a character's category in the rules of a Chinese paragraph.
type class uint8

const (
	other     class = iota
	han             // hanzi, kana and all else that fills a square
	letter          // Latin, Greek, Cyrillic
	digit           // 0–9, Ⅰ–Ⅻ
	space           // written white space of a Western width
	wideSpace       // U+3000
	opening         // 前引号、前括号、前书名号: blank on the left
	closing         // 后引号、后括号、后书名号: blank on the right
	pause           // 、，；: blank on the right
	stop            // 。：？！: blank on the right
	middle          // 间隔号: blank on both sides
	ellipsis        // ……
	dash            // ——
	connector       // 连接号
	slash           // 分隔号
	empty           // takes no room and has no glyph
)

// mark reports whether the class is Chinese punctuation.
func (c class) mark() bool { return c >= opening && c <= slash }

// square reports whether the class is written without white space around it.
func (c class) square() bool { return c == han || c.mark() }

// trailing reports whether the class is a mark with its blank half behind it.
func (c class) trailing() bool { return c == closing || c == pause || c == stop }

// marks are the classes of punctuation (CLREQ 3.1.2, the GB/T 15834 set). A
// mark gives up its blank only where a face draws it in a full square, which
// is measured; so the quotes are listed, though Latin text has them too.
var marks = map[rune]class{
	'“': opening, '‘': opening, '「': opening, '『': opening, '（': opening, '〔': opening,
	'【': opening, '〖': opening, '《': opening, '〈': opening, '［': opening, '｛': opening, '〘': opening,
	'”': closing, '’': closing, '」': closing, '』': closing, '）': closing, '〕': closing,
	'】': closing, '〗': closing, '》': closing, '〉': closing, '］': closing, '｝': closing, '〙': closing,
	'、': pause, '，': pause, '；': pause,
	'。': stop, '．': stop, '：': stop, '？': stop, '！': stop,
	'·': middle, '・': middle, '‧': middle,
	'…': ellipsis, '⋯': ellipsis, '—': dash, '―': dash, '⸺': dash,
	'～': connector, '〜': connector, '–': connector, '－': connector,
	'／': slash, '　': wideSpace,
}

// classOf returns the class of a character that stands alone.
func classOf(r rune) class {
	switch {
	case r < 0x80:
		return asciiClass(r)
	case 0x3400 <= r && r <= 0x9FFF:
		return han
	}
	if c, ok := marks[r]; ok {
		return c
	}
	switch {
	case isIgnorable(r):
		return empty
	case unicode.IsSpace(r):
		return space
	case 'Ⅰ' <= r && r <= 'ↈ': // Roman numerals, drawn in a square
		return digit
	case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) && r < 0xFF00:
		return letter
	case isSquare(r):
		return han
	}
	return other
}

func asciiClass(r rune) class {
	switch {
	case '0' <= r && r <= '9':
		return digit
	case 'a' <= r|0x20 && r|0x20 <= 'z':
		return letter
	case r <= ' ' || r == 0x7F:
		return space
	}
	return other
}

// isSquare reports whether a character outside the tables above is written in a
// full square: other hanzi, kana, bopomofo, full-width forms.
func isSquare(r rune) bool {
	return (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) ||
		0x3000 < r && r < 0x3040 || 0xFF01 <= r && r <= 0xFF60) && !unicode.Is(unicode.M, r)
}

// isSpace reports whether a character is white space that a text may have gained
// from a table's cell or a file's line: it collapses to one space, or to none
// between hanzi. U+00A0 and U+3000 are written on purpose and stay.
func isSpace(r rune) bool {
	return r == ' ' || unicode.Is(unicode.Cc, r) || r == 0x2028 || r == 0x2029
}

// isDropped reports whether a character overrides the order or controls the joining
// of others, which is fixed here, and so is dropped first.
func isDropped(r rune) bool {
	switch {
	case r == 0x00AD, r == 0xFEFF,
		0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x206F, 0xFFF9 <= r && r <= 0xFFFB,
		0xE0000 <= r && r <= 0xE007F:
		return true
	}
	return false
}

// isIgnorable reports whether a character has no shape of its own: it changes its
// neighbours or controls where a line may break.
func isIgnorable(r rune) bool {
	return 0x200B <= r && r <= 0x200F || r == 0x061C || 0x2060 <= r && r <= 0x2064 || isSelector(r) || r == 0x034F || r == 0x3164
}

// isSelector reports whether a character selects a variant of the one before it.
func isSelector(r rune) bool { return 0xFE00 <= r && r <= 0xFE0F || 0xE0100 <= r && r <= 0xE01EF }
