package catalogue

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkai/kiosk/diag"
)

// Text that a program has decoded in the wrong encoding gives its bytes back, and these decode in the right one to
// common hanzi. Good text doesn't: of three hanzi that happen to have the bytes of UTF-8, two would have to be common.

// fillers are what programs leave of bytes that they had lost: U+FFFD read as GBK, and memory that was never set.
var fillers = regexp.MustCompile(`[锟斤拷]*(?:锟斤拷|斤拷)[锟斤拷]*|烫烫烫+|屯屯屯+|葺葺葺+|(?:閿熸枻鎷\??)+|锘匡豢`)

// fillerText finds fillers.
func fillerText(text string, n int) (found []damage) {
	for _, m := range fillers.FindAllStringIndex(text, n) {
		found = append(found, damage{m[0], m[1], "filler-text", "的“" + diag.Excerpt(text[m[0]:m[1]], 12) + "”是乱码，原来的字已经丢了", fromSource})
	}
	return found
}

// garbled finds text that was decoded in another encoding than its own.
func garbled(text string, n int) (found []damage) {
	for off := 0; off < len(text) && len(found) < n; {
		start, end := foreignRun(text, off)
		off = max(end, off+1)
		run := text[start:end]
		for _, reading := range readings {
			if from, to, plain := reading(run); to > 0 {
				d := damage{start + from, start + to, "garbled", "的“" + diag.Excerpt(run[from:to], 12) + "”是乱码", fromSource}
				if plain != "" {
					d.message += "，原来是“" + diag.Excerpt(plain, 12) + "”"
				}
				if whole := strings.TrimSuffix(plain, cutOff); whole == plain && diag.Excerpt(plain, longestReading) == plain && plain != "" {
					d.fix = "改成“" + plain + "”"
				}
				found = append(found, d)
				break
			}
		}
	}
	return found
}

// foreignRun returns the next run of characters beyond ASCII, at an offset or behind it, up to a line's end.
func foreignRun(text string, off int) (start, end int) {
	isForeign := func(r rune) bool { return r >= utf8.RuneSelf }
	start = strings.IndexFunc(text[off:], isForeign)
	if start < 0 {
		return len(text), len(text)
	}
	start += off
	end = strings.IndexFunc(text[start:], func(r rune) bool { return !isForeign(r) })
	if end < 0 {
		return start, len(text)
	}
	return start, start + end
}

// readings find, in a run of characters beyond ASCII, a part that another encoding would read otherwise, and what it
// would read; to is 0 if there is none, and plain "" if not all of it is known.
var readings = []func(run string) (from, to int, plain string){utf8AsGBK, utf8AsLatin, gbkAsLatin, gbkAsKana, kanaAmongHanzi}

// cutOff ends a reading whose last character is lost.
const cutOff = "……"

// piece is a character with its bytes in an encoding.
type piece struct {
	off   int
	bytes []byte
}

// piecesOf returns the characters of a run with their bytes; one that the encoding lacks has none.
func piecesOf(run string, bytesOf func(rune) []byte) []piece {
	var all []piece
	for i, r := range run {
		all = append(all, piece{i, bytesOf(r)})
	}
	return append(all, piece{len(run), nil})
}

// gbkCodes are the codes in GBK of characters in Unicode's first plane, 0 for those that it lacks.
var gbkCodes = sync.OnceValue(func() *[0x10000]uint16 {
	var codes [0x10000]uint16
	decoder := simplifiedchinese.GBK.NewDecoder()
	for lead := 0x81; lead <= 0xfe; lead++ {
		for trail := 0x40; trail <= 0xfe; trail++ {
			b, err := decoder.Bytes([]byte{byte(lead), byte(trail)})
			if r, n := utf8.DecodeRune(b); err == nil && n == len(b) && r != utf8.RuneError && r >= utf8.RuneSelf {
				codes[r] = uint16(lead<<8 | trail)
			}
		}
	}
	return &codes
})

// gbkBytes returns a character's bytes in GBK, nil if that lacks it.
func gbkBytes(r rune) []byte {
	switch {
	case r == '€':
		return []byte{0x80} // what Windows has there
	case r > 0xffff || gbkCodes()[r] == 0:
		return nil
	}
	code := gbkCodes()[r]
	return []byte{byte(code >> 8), byte(code)}
}

// utf8AsGBK finds UTF-8 that was read as GBK: 鏀垮姟 is 政务.
func utf8AsGBK(run string) (from, to int, plain string) {
	if utf8.RuneCountInString(run) < 2 {
		return 0, 0, ""
	}
	if !strings.ContainsFunc(run, beginsHanzi) {
		return 0, 0, ""
	}
	pieces := piecesOf(run, gbkBytes)
	for i := range pieces {
		if n, plain := hanziFrom(pieces[i:]); plain != "" {
			return pieces[i].off, pieces[i+n].off, plain
		}
		if n := brokenFrom(pieces[i:]); n > 0 {
			return pieces[i].off, pieces[i+n].off, ""
		}
	}
	return 0, 0, ""
}

// beginsHanzi reports whether a character's bytes in GBK are the first two of UTF-8's three for a hanzi or a mark.
func beginsHanzi(r rune) bool {
	if r > 0xffff {
		return false
	}
	code := gbkCodes()[r]
	return code >= 0xe380 && code&0xff >= 0x80 && code&0xff <= 0xbf && code < 0xf000
}

// longestReading is how many characters of a garbled text are decoded.
const longestReading = 200

// hanziFrom returns how many pieces decode as UTF-8 to at least two common hanzi in a row, and these; "" if none do.
func hanziFrom(pieces []piece) (n int, plain string) {
	if b := pieces[0].bytes; len(b) != 2 || b[0] < 0xe3 || b[0] > 0xef || b[1] < 0x80 || b[1] > 0xbf {
		return 0, ""
	}
	var bytes []byte
	ends := map[int]int{} // length in bytes -> pieces
	for i, p := range pieces[:min(len(pieces), longestReading)] {
		ends[len(bytes)] = i
		if p.bytes == nil {
			break
		}
		bytes = append(bytes, p.bytes...)
	}
	common, good := 0, 0
	for good < len(bytes) {
		r, size := utf8.DecodeRune(bytes[good:])
		if size < 3 || !isChinese(r) && r != 0xfeff {
			break
		}
		good += size
		if isCommon(r) {
			common++
		}
	}
	if common < 2 {
		return 0, ""
	}
	if end, ok := ends[good]; ok {
		return end, string(bytes[:good])
	}
	return ends[good-1] + 1, string(bytes[:good]) + cutOff // the last piece has the beginning of another character
}

// brokenFrom returns how many pieces are the first two bytes of a hanzi's UTF-8, and the last two of another's: in
// between the third byte and the next first one made no character of GBK, as in 涓枃, which was 中文.
func brokenFrom(pieces []piece) (n int) {
	if first := pieces[0].bytes; len(first) != 2 || first[0] < 0xe4 || first[0] > 0xe9 || first[1] < 0xa1 || first[1] > 0xbf {
		return 0
	}
	n = 1
	for n < len(pieces)-1 && pieces[n].bytes == nil {
		n++
	}
	if first := pieces[0].bytes; n == 1 && (first[0] != 0xe4 || first[1] != 0xb8) {
		return 0 // two rare hanzi in a row are a name, unless the first is what most garbled texts have, 涓
	}
	if rest := pieces[n].bytes; len(rest) == 2 && rest[0] <= 0xa0 && rest[1] >= 0x80 && rest[1] <= 0xbf && rest[0] >= 0x81 {
		return n + 1
	}
	return 0
}

// isCommon reports whether a hanzi is one of level 1 of GB 2312: the 3,755 that nearly all text is made of.
func isCommon(r rune) bool {
	if !unicode.Is(unicode.Han, r) || r > 0xffff {
		return false
	}
	code := gbkCodes()[r]
	return code >= 0xb0a1 && code <= 0xd7f9 && code&0xff >= 0xa1
}

// isChinese reports whether a character is a hanzi, a mark beside hanzi or a full-width form.
func isChinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3001 && r <= 0x303f || r >= 0xff01 && r <= 0xff60 || strings.ContainsRune("“”‘’…—·", r)
}

// latinBytes returns a character's byte in Windows-1252, or in ISO 8859-1 where that has none.
func latinBytes(r rune) []byte {
	if r < utf8.RuneSelf || r > '™' {
		return nil
	}
	if b, ok := charmap.Windows1252.EncodeRune(r); ok {
		return []byte{b}
	}
	if r >= 0x80 && r <= 0xff {
		return []byte{byte(r)}
	}
	return nil
}

// latinRun returns the first stretch of a run whose characters all have a byte in a Latin encoding.
func latinRun(run string) (from, to int, bytes []byte) {
	for _, p := range piecesOf(run, latinBytes) {
		switch {
		case p.bytes != nil && bytes == nil:
			from, bytes = p.off, p.bytes
		case p.bytes != nil:
			bytes = append(bytes, p.bytes...)
		case bytes != nil:
			return from, p.off, bytes
		}
	}
	return 0, 0, nil
}

// utf8AsLatin finds UTF-8 that was read as a Latin encoding: ä¸­æ–‡ is 中文, and Ã© is é, twice encoded.
func utf8AsLatin(run string) (from, to int, plain string) {
	from, to, bytes := latinRun(run)
	if len(bytes) < 2 {
		return 0, 0, ""
	}
	if bytes[0] == 0xc2 || bytes[0] == 0xc3 || bytes[0] >= 0xe2 && bytes[0] <= 0xef {
		switch letters, others := latinMix(run[from:to]); {
		case others == 0:
		case utf8.Valid(bytes):
			return from, to, string(bytes)
		case letters >= 2:
			return from, to, ""
		}
	}
	return 0, 0, ""
}

// latinMix counts the letters of a Latin text, and its characters that no text has among letters.
func latinMix(text string) (letters, others int) {
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case !strings.ContainsRune("“”‘’…—–·×÷°", r):
			others++
		}
	}
	return letters, others
}

// gbkAsLatin finds GBK that was read as a Latin encoding: ÖÐÎÄ is 中文.
func gbkAsLatin(run string) (from, to int, plain string) {
	from, to, bytes := latinRun(run)
	if len(bytes) < 4 {
		return 0, 0, ""
	}
	decoded, err := simplifiedchinese.GBK.NewDecoder().Bytes(bytes)
	if err != nil {
		return 0, 0, ""
	}
	common, all := 0, 0
	for _, r := range string(decoded) {
		all++
		if isCommon(r) {
			common++
		}
	}
	if common < 2 || common*3 < all*2 {
		return 0, 0, ""
	}
	if plain, lost := strings.CutSuffix(string(decoded), "\ufffd"); lost {
		return from, to, plain + cutOff
	}
	return from, to, string(decoded)
}

// isHalfKana reports whether a character is a katakana of half width, which only programs of old Japanese write.
func isHalfKana(r rune) bool { return r >= 0xff61 && r <= 0xff9f }

// halfKana matches a run of them.
var halfKana = regexp.MustCompile(`[\x{ff61}-\x{ff9f}]{4,}`)

// gbkAsKana finds GBK that was read as Shift JIS, in which its bytes are katakana of half width: ﾍｨﾖｪ is 通知.
func gbkAsKana(run string) (from, to int, plain string) {
	m := halfKana.FindStringIndex(run)
	if m == nil {
		return 0, 0, ""
	}
	var bytes []byte
	for _, r := range run[m[0]:m[1]] {
		bytes = append(bytes, byte(r-0xff61+0xa1))
	}
	decoded, err := simplifiedchinese.GBK.NewDecoder().Bytes(bytes[:len(bytes)&^1])
	if err != nil || strings.ContainsFunc(string(decoded), func(r rune) bool { return !isCommon(r) }) {
		return 0, 0, ""
	}
	if len(bytes)%2 != 0 {
		return m[0], m[1], string(decoded) + cutOff
	}
	return m[0], m[1], string(decoded)
}

// kanaAmongHanzi finds text that was read as Shift JIS: katakana of half width between hanzi.
func kanaAmongHanzi(run string) (from, to int, plain string) {
	hanzi, kana := 0, 0
	for _, r := range run {
		hanzi += b2i(unicode.Is(unicode.Han, r))
		kana += b2i(isHalfKana(r))
	}
	if kana == 0 || hanzi < 2 {
		return 0, 0, ""
	}
	return 0, len(run), ""
}
