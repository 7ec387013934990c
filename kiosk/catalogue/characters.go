package catalogue

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// oddity is a class of characters that a text should not have.
type oddity struct {
	is       func(rune) bool
	severity diag.Severity
	code     string
	message  string // with %s for the key and %U for the character
	fix      string
}

var oddities = []oddity{{
	is:       func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' },
	severity: diag.Error,
	code:     "control-character",
	message:  "“%s”里有看不见的控制字符 %U",
	fix:      "删去这个字符，必要时把这一行重新打一遍",
}, {
	is:       func(r rune) bool { return unicode.Is(unicode.Co, r) && symbols[r] == 0 },
	severity: diag.Warning,
	code:     "private-character",
	message:  "“%s”里有私用区字符 %U，屏幕上可能显示成空白或别的字",
	fix:      "改用标准的字，或从原文重新复制",
}, {
	is:       func(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 },
	severity: diag.Warning,
	code:     "direction-character",
	message:  "“%s”里有看不见的文字方向控制符 %U，会打乱文字的顺序",
	fix:      "删去这个字符，必要时把这一行重新打一遍",
}, {
	is: func(r rune) bool {
		return unseen(r) && !(r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) && !joins(r)
	},
	severity: diag.Warning,
	code:     "unseen-character",
	message:  "“%s”里有看不见的字符 %U",
	fix:      "删去这个字符，必要时把这一行重新打一遍",
}}

// windowsMark returns the mark that Windows has for a control character beside ASCII or hanzi, "" if there is none: U+0092
// is ’. U+0085 may be a line's end.
func windowsMark(text string, off int, r rune) string {
	foreign := func(r rune) bool { return r >= 0x80 && r < 0x2e80 && !unicode.IsControl(r) && r != utf8.RuneError }
	before, _ := utf8.DecodeLastRuneInString(text[:off])
	after, _ := utf8.DecodeRuneInString(text[off+utf8.RuneLen(r):])
	if r < 0x80 || r > 0x9f || r == 0x85 || foreign(before) || foreign(after) {
		return ""
	}
	mark := charmap.Windows1252.DecodeByte(byte(r))
	if mark == r || mark == utf8.RuneError {
		return ""
	}
	return string(mark)
}

// unseen reports whether a character leaves nothing on the screen, not even a space: format characters, the
// fillers of hangul and braille.
func unseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0 || r == 0x2800
}

// joins reports whether a character is one of the format characters of no width that web pages are full of, and
// that do no harm.
func joins(r rune) bool { return r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xfeff }

// inkless reports whether a text leaves nothing on the screen.
func inkless(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unseen(r) }) < 0
}

// characters reports the first character of each oddity in a text, with their
// number. It returns false if one is an error.
func (c *checker) characters(key string, t *toml.Text) bool {
	ok := true
	for _, o := range oddities {
		first, count := -1, 0
		var odd rune
		for i, r := range t.V {
			if !o.is(r) {
				continue
			}
			if count++; count == 1 {
				first, odd = i, r
			}
		}
		if count == 0 {
			continue
		}
		message := fmt.Sprintf(o.message, key, odd)
		if count > 1 {
			message += fmt.Sprintf("（共 %d 处）", count)
		}
		fix := o.fix
		if mark := windowsMark(t.V, first, odd); mark != "" {
			fix = "改成“" + mark + "”"
		}
		c.add(toml.Inside(t, first).Problem(o.severity, o.code, message, fix))
		ok = ok && o.severity != diag.Error
	}
	return ok
}
