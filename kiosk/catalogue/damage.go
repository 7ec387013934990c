package catalogue

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// A text may be damaged before it is pasted here: decoded wrongly, with the remains of a web page or of a program, with
// characters that only look like others. The screen shows what the file has; check reports it, with what it should be.

// damage is a damaged part of a text.
type damage struct {
	start, end   int // bytes
	code         string
	message, fix string // message stands behind the key's name
}

// maxDamages is how many damages of one kind are reported in a text.
const maxDamages = 20

// damages are the searches for each kind, which return at most so many, in order. One that has signs is made only in a
// text that has one of them: most have none, and expressions are slow.
var damages = []struct {
	find  func(text string, n int) []damage
	signs []string
}{
	{lostCharacters, []string{"\ufffd"}},
	{lostMarks, []string{"????"}},
	{fillerText, []string{"斤拷", "烫烫烫", "屯屯屯", "葺葺葺", "閿熸枻鎷", "锘匡豢"}},
	{garbled, nil},
	{webRemains, []string{"&", "<"}},
	{codeRemains, []string{`\u`}},
	{twinCharacters, nil},
	{symbolCharacters, []string{"\xef\x80", "\xef\x81", "\xef\x82", "\xef\x83"}},
	{symbolLetters, []string{"ü", "þ", "ý", "¨"}},
	{symbolOptions, []string{"R", "£"}},
	{squares, []string{"口"}},
}

// damaged warns of what is damaged in a text.
func (c *checker) damaged(key string, t *toml.Text) {
	for _, kind := range damages {
		if kind.signs != nil && !slices.ContainsFunc(kind.signs, func(sign string) bool { return strings.Contains(t.V, sign) }) {
			continue
		}
		for _, d := range kind.find(t.V, maxDamages) {
			if !c.full() {
				c.warn(d.code, toml.Inside(t, d.start), "“"+key+"”里"+d.message, d.fix)
			}
		}
	}
}

// fromSource is the fix of a text whose characters are gone.
const fromSource = "从原文重新复制这一段；原文也是这样，就照纸质的重新打"

// lostRun matches characters that a program could not decode.
var lostRun = regexp.MustCompile(`\x{fffd}+`)

func lostCharacters(text string, n int) (found []damage) {
	for _, m := range lostRun.FindAllStringIndex(text, n) {
		found = append(found, damage{m[0], m[1], "lost-characters", fmt.Sprintf("有 %d 个字已经丢了，只剩替代符号 %s（U+FFFD）", (m[1]-m[0])/len("\ufffd"), "\ufffd"), fromSource})
	}
	return found
}

// lostMark matches what programs leave of a text whose characters they lack, before the rest of it.
var lostMark = regexp.MustCompile(`(\?{4,})\p{Han}`)

// lostMarks finds question marks in the place of characters.
func lostMarks(text string, n int) (found []damage) {
	for _, m := range lostMark.FindAllStringSubmatchIndex(text, n) {
		found = append(found, damage{m[2], m[3], "lost-marks", fmt.Sprintf("有 %d 个连着的问号，多半是丢了的字", m[3]-m[2]), fromSource})
	}
	return found
}

var (
	entity = regexp.MustCompile(`&(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,6});`)
	tag    = regexp.MustCompile(`(?i)</?(?:br|p|div|span|font|strong|table|tbody|tr|td|th|img|ul|ol|li|h[1-6]|o:p|em|hr|center|script|style|b|i|u|a)(?:[ \t/][^<>\n]{0,300})?>`)
)

// webRemains finds entities and tags of HTML.
func webRemains(text string, n int) (found []damage) {
	for _, m := range entity.FindAllStringIndex(text, n) {
		code := text[m[0]:m[1]]
		plain := html.UnescapeString(code)
		if plain == code {
			continue
		}
		fix := "改成“" + diag.Printable(plain) + "”"
		if strings.TrimSpace(plain) == "" || inkless(plain) {
			fix = "改成一个空格，不要空格就删去"
		}
		found = append(found, damage{m[0], m[1], "web-entity", "有网页的代码“" + code + "”，屏幕上照原样显示", fix})
	}
	for _, m := range tag.FindAllStringIndex(text, n) {
		code := text[m[0]:m[1]]
		fix := "删去它"
		if lower := strings.ToLower(code); strings.HasPrefix(lower, "<br") || strings.HasPrefix(lower, "</p") || strings.HasPrefix(lower, "</div") {
			fix = "删去它，在这里换行"
		}
		found = append(found, damage{m[0], m[1], "web-tag", "有网页的代码“" + diag.Excerpt(code, 20) + "”，屏幕上照原样显示", fix})
	}
	return found
}

// unicodeCodes matches characters that are written as a program's codes.
var unicodeCodes = regexp.MustCompile(`(?:\\u[0-9A-Fa-f]{4})+`)

// codeRemains finds characters that a program has written as codes.
func codeRemains(text string, n int) (found []damage) {
	for _, m := range unicodeCodes.FindAllStringIndex(text, n) {
		code := text[m[0]:m[1]]
		plain, err := strconv.Unquote(`"` + code + `"`)
		if err != nil || strings.ContainsRune(plain, unicode.ReplacementChar) || inkless(plain) {
			continue
		}
		found = append(found, damage{m[0], m[1], "character-code", "有代码“" + diag.Excerpt(code, 24) + "”，屏幕上照原样显示", "改成“" + diag.Printable(plain) + "”"})
	}
	return found
}

// twinCharacters finds radicals and compatibility forms that look like a hanzi: a search doesn't find them.
func twinCharacters(text string, n int) (found []damage) {
	seen := make(map[rune]bool)
	for i, r := range text {
		plain := Plain(r)
		if plain == r || seen[r] || len(found) == n {
			continue
		}
		seen[r] = true
		message := fmt.Sprintf("的“%c”（%U）看着像“%c”，其实是另一个字符，多半是从 PDF 里复制来的", r, r, plain)
		if count := strings.Count(text, string(r)); count > 1 {
			message += fmt.Sprintf("（共 %d 处）", count)
		}
		found = append(found, damage{i, i + len(string(r)), "twin-character", message, "改成“" + string(plain) + "”"})
	}
	return found
}
